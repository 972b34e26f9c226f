import { addDays, tokyoDay } from '#platform/dates.ts';
import { takeOverMonths } from '#areas/consultations/synthetic/actions.ts';
import { countUnmet, type WhyUnmet } from '#areas/directory/unmet/store.ts';
import { raiseProblem } from '#areas/programs/problems/actions.ts';
import { listPrograms } from '#areas/programs/programs/store.ts';
import { chooseWorryPrograms } from '#areas/report/unmet/actions.ts';
import { originOf } from '#areas/report/unmet/rules.ts';
import { granted } from '../cast.ts';
import type { Step } from '../load.ts';
import { noon } from '../noon.ts';
import { loader } from '../progress.ts';
import type { World } from '../world.ts';
import type { Stage } from './programs.ts';

const monthsBack = 13;
const worries = ['housing', 'debt', 'job_search', 'community', 'income', 'hikikomori'];
const why: readonly WhyUnmet[] = ['nothing-found', 'no-desk', 'none-open'];

/** Which program of the plan answers which worry. */
const answers: Readonly<Record<string, readonly string[]>> = {
  debt: ['consumer-protection-for-older-people'],
  income: ['new-life-support-model'],
  housing: ['new-life-support-model'],
  job_search: ['work-training-at-the-prefectural-office'],
  violence: ['community-support-for-women'],
  community: ['ibasho-and-loose-ties'],
  hikikomori: ['ibasho-and-loose-ties'],
};

/** What was asked for and did not come in the months before the day of loading, invented; and what was made of it. */
export function unmet({ desks, plan }: World, now: Date): readonly Step[] {
  if (desks.length === 0) return [];
  const isKnown = plan.programs.some(({ slug }) => Object.values(answers).flat().includes(slug));
  return [
    { name: 'unmet-searches', as: () => loader, at: now, run: search },
    { name: 'unmet-desks', as: () => loader, at: now, run: desksOfMonths },
    ...(isKnown
      ? [
          {
            name: 'unmet-answers',
            as: (cast: Parameters<Step['as']>[0]) => cast.secretariat,
            at: now,
            run: answer,
          },
        ]
      : []),
  ];
}

/** The first day of the month of loading and of those before it, the latest first. */
function monthsUntil(now: Date): readonly string[] {
  const days = [`${tokyoDay(now).slice(0, 7)}-01`];
  while (days.length <= monthsBack) days.push(`${addDays(days.at(-1) ?? '', -1).slice(0, 7)}-01`);
  return days;
}

function placesOf({ directory }: World): readonly string[] {
  return directory.municipalities.filter(({ parent }) => parent !== undefined).map(({ code }) => code);
}

async function search({ tx, world, now }: Stage): Promise<void> {
  const places = placesOf(world);
  for (const [back, day] of monthsUntil(now).entries())
    for (let at = 0; at < 24; at += 1) {
      const place = places[(at * at + (back % 3)) % places.length];
      const topic = worries[(at + (at >> 2)) % worries.length];
      const asked = {
        topic,
        municipality: at % 8 === 7 ? undefined : place,
        why: why[at % 3] ?? 'nothing-found',
      };
      await countUnmet(tx, asked, noon(day));
    }
}

/** A month of a desk: about a twelfth of its last year, and of its calls some that nobody took. */
async function desksOfMonths({ tx, cast, world, now }: Stage): Promise<void> {
  const places = placesOf(world);
  for (const [index, desk] of world.desks.entries()) {
    const doors = desk.years.at(-1)?.doors ?? {};
    const months = monthsUntil(now).map((day, back) => {
      const phone = share(doors.phone ?? 0, back);
      return {
        month: day.slice(0, 7),
        doors: Object.fromEntries(Object.entries(doors).map(([door, year]) => [door, share(year, back)])),
        calls: {
          answered: phone,
          abandoned: Math.round(phone / 14),
          busy: Math.round(phone / 30),
          'out-of-hours': Math.round(phone / 19),
        },
        outside: cellsOf(places, back + index),
        missed: cellsOf(places, back + index + 5).filter((_, at) => at % 2 === 0),
      };
    });
    await takeOverMonths(tx, loader, { deskId: cast.organisation(desk.organisation), months }, now);
  }
}

function share(year: number, back: number): number {
  return Math.round((year / 12) * (1 + ((back * 7) % 5) / 20));
}

function cellsOf(places: readonly string[], turn: number) {
  return Array.from({ length: 10 }, (_, at) => ({
    place: places[(at * 3 + (turn % 2)) % places.length] ?? '',
    worry: worries[(at + (turn % 3)) % worries.length] ?? '',
    times: 1 + ((at + turn) % 3),
  }));
}

async function answer({ tx, who, cast, world, now }: Stage): Promise<void> {
  const programs = await listPrograms(tx, world.plan.year);
  const { year } = world.plan;
  for (const [worry, slugs] of Object.entries(answers)) {
    const programIds = programs.filter(({ slug }) => slugs.includes(slug)).map(({ id }) => id);
    await chooseWorryPrograms(tx, who, { worry, year, programIds }, now);
  }
  const raisedBy =
    who.kind === 'person' ? who.memberships.find(({ role }) => role === 'secretariat') : undefined;
  const problem = {
    year,
    title: '（例示）仕事を探す人が、相談先を見つけられていない',
    detail:
      '届かなかった支援の地図で、「仕事探し、就職について」が県の広い範囲に出ています。夜と週末の窓口を考えます。',
    domains: [],
    organisationId: raisedBy?.organisationId ?? cast.organisation('policy'),
    origin: originOf({ worry: 'job_search' }),
  };
  granted(await raiseProblem(tx, who, problem, now), problem.title);
}
