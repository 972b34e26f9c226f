import { addDays, tokyoDay } from '#platform/dates.ts';
import { findPerson } from '#platform/people/store.ts';
import { listHoldings } from '#platform/people/standing.ts';
import { attendByList } from '#areas/training/attendances/actions.ts';
import { addCourse } from '#areas/training/courses/actions.ts';
import { listCourses } from '#areas/training/courses/store.ts';
import { asEntrant } from '#areas/training/entries/actions.ts';
import { listEntries } from '#areas/training/entries/store.ts';
import { makeEntry } from '#areas/training/fixtures.ts';
import { insertRequirement } from '#areas/training/requirements/store.ts';
import { addSession } from '#areas/training/sessions/actions.ts';
import { listSessions, type Session } from '#areas/training/sessions/store.ts';
import { granted } from '../cast.ts';
import type { Step } from '../load.ts';
import type { DemoTraining } from '../training/files.ts';
import type { World } from '../world.ts';
import type { Stage } from './programs.ts';

type DemoCourse = DemoTraining['courses'][number];

/** Courses, a session that was held and one that comes, who was there, and what roles need: everybody holds what they need. */
export function training({ training: demo }: World, now: Date): readonly Step[] {
  if (!demo) return [];
  const keeper: Step['as'] = (cast) => cast.atDesk('training-keeper', demo.keeperAt);
  return [
    { name: 'training-courses', as: keeper, at: now, run: (stage) => open(stage, demo) },
    { name: 'training-entries', as: () => asEntrant, at: now, run: (stage) => enter(stage, demo) },
    { name: 'training-attendance', as: keeper, at: now, run: (stage) => attend(stage, demo) },
    {
      name: 'training-requirements',
      as: (cast) => cast.secretariat,
      at: now,
      run: (stage) => require(stage, demo),
    },
  ];
}

async function open({ tx, who, cast, now }: Stage, { keeperAt, courses }: DemoTraining): Promise<void> {
  const today = tokyoDay(now);
  for (const { requiredFor: _, held, coming, ...course } of courses) {
    const courseId = await addCourse(
      tx,
      who,
      { ...course, organisationId: cast.organisation(keeperAt) },
      now,
    );
    for (const { inDays, trainees: __, ...session } of [held, coming]) {
      const day = addDays(today, inDays);
      const lastDay = session.way === 'recording' ? addDays(day, 30) : day;
      const times = {
        startsAt: new Date(`${day}T13:30:00+09:00`),
        endsAt: new Date(`${lastDay}T16:00:00+09:00`),
        entryFrom: addDays(day, -60),
        entryUntil: addDays(day, -1),
      };
      granted(await addSession(tx, who, { courseId, ...session, ...times }, now), course.titleJa);
    }
  }
}

/** Of each course the session that was held and the one that comes. */
async function sessionsOf({ tx }: Stage, { courses }: DemoTraining) {
  const all = await listCourses(tx);
  const found: { demo: DemoCourse; courseId: string; held: Session; coming: Session }[] = [];
  for (const demo of courses) {
    const courseId = all.find(({ titleJa }) => titleJa === demo.titleJa)?.id ?? '';
    const [coming, held] = await listSessions(tx, [courseId]);
    if (!held || !coming) throw new Error(`the demo world has no sessions of ${demo.titleJa}`);
    found.push({ demo, courseId, held, coming });
  }
  return found;
}

async function enter(stage: Stage, training: DemoTraining): Promise<void> {
  const { tx, vault } = stage;
  for (const { demo, courseId, held, coming } of await sessionsOf(stage, training)) {
    const [audience = 'supporter'] = demo.audiences;
    const staff = new Map<string, string>();
    for (const role of demo.requiredFor)
      for (const { personId, organisationJa } of await listHoldings(tx, { role, kind: courseId }))
        staff.set(personId, organisationJa);
    for (const [personId, from] of staff) {
      const { name, email: mail } = await findPerson(tx, personId);
      const entry = { session: held, audience, personId, state: 'in' } as const;
      await makeEntry(tx, vault, { ...entry, entrant: { name, mail, from } });
    }
    for (const [session, { trainees, quota }] of [
      [held, demo.held],
      [coming, demo.coming],
    ] as const)
      for (let at = 1; at <= trainees; at += 1) {
        const entrant = { name: `例示 ${at}番`, mail: `kenshu-${at}@example.jp`, from: '例示の団体' };
        const state = quota !== null && at > quota ? 'waiting' : 'in';
        await makeEntry(tx, vault, { session, audience, personId: null, state, entrant });
      }
  }
}

async function attend(stage: Stage, training: DemoTraining): Promise<void> {
  const { tx, who, vault } = stage;
  for (const { demo, held } of await sessionsOf(stage, training)) {
    const entryIds = (await listEntries(tx, held.id, ['in'])).map(({ id }) => id);
    const list = { vault, sessionId: held.id, entryIds };
    granted(await attendByList(tx, who, list, held.endsAt), demo.titleJa);
  }
}

/** Decided before the sessions that were held, so that everybody had time: the rule of thirty days is kept by these days. */
async function require(stage: Stage, training: DemoTraining): Promise<void> {
  const { tx, now } = stage;
  const day = 86_400_000;
  const [since, createdAt] = [new Date(now.getTime() - 30 * day), new Date(now.getTime() - 90 * day)];
  for (const { demo, courseId } of await sessionsOf(stage, training))
    for (const role of demo.requiredFor) await insertRequirement(tx, { role, courseId, since, createdAt });
}
