import { addDays, tokyoDay } from '#platform/dates.ts';
import { askBudget } from '#areas/grants/calls/budgets/actions.ts';
import { granted } from '../cast.ts';
import type { DemoGrants } from '../grants/files.ts';
import { cafeteriaTerms, cooperationTerms, newLifeTerms, youthTerms } from '../grants/terms.ts';
import type { Step } from '../load.ts';
import { noon } from '../noon.ts';
import { awardsOf } from './grant-awards.ts';
import { benefitsOf } from './grant-benefits.ts';
import { agree, approver, call, callOf, officer, type Opened } from './grant-calls.ts';
import { newLifeOf } from './grant-furniture.ts';
import { withdrawnOf } from './grant-withdrawn.ts';
import { applicationsOf } from './grant-work.ts';

type OpenCall = Omit<Opened, 'fiscalYear'> & { readonly budget: number };

const openSince = (today: string) => addDays(today, -60);

function openCalls(demo: DemoGrants, today: string): readonly OpenCall[] {
  const { youth, newLife, oneShot, subsidy } = demo.live;
  const window = { opensOn: openSince(today), closesOn: addDays(today, 90) };
  const [persons, groups] = ['persons', 'groups'] as const;
  return [
    {
      slug: youth,
      program: null,
      terms: youthTerms(window),
      audience: persons,
      shape: 'one-shot',
      budget: 3_000_000,
    },
    {
      slug: newLife.slug,
      program: newLife.program,
      terms: newLifeTerms(window),
      audience: persons,
      shape: 'one-shot',
      budget: 3_160_000,
    },
    {
      slug: oneShot.slug,
      program: null,
      terms: cooperationTerms(today, window),
      audience: groups,
      shape: 'one-shot',
      budget: 6_000_000,
    },
    {
      slug: subsidy.slug,
      program: null,
      terms: cafeteriaTerms(today, window),
      audience: groups,
      shape: 'subsidy',
      budget: 10_000_000,
    },
  ];
}

/** What can be asked for now: one call of each shape, and applications in several states. */
export function liveCalls(
  { demo, fiscalYear }: { demo: DemoGrants; fiscalYear: number },
  now: Date,
): readonly Step[] {
  const today = tokyoDay(now);
  const persons = benefitsOf(demo, today);
  const furniture = newLifeOf(demo, now);
  const at = noon(openSince(today));
  return [
    ...openCalls(demo, today).flatMap(({ budget, ...opened }): Step[] => [
      ...call({ ...opened, fiscalYear }, at),
      {
        name: `grants-${opened.slug}-budget`,
        as: officer,
        at,
        run: async (stage) => {
          const callId = await callOf(stage, opened.slug);
          const asked = { callId, yen: budget, reason: '当初予算（例示）' };
          granted(await askBudget(stage.tx, stage.who, asked, stage.now), 'a budget');
        },
      },
      {
        name: `grants-${opened.slug}-budget-agreed`,
        as: approver,
        at,
        run: (stage) => agree(stage, opened.slug),
      },
    ]),
    ...applicationsOf(demo, today),
    ...withdrawnOf(demo, today),
    ...persons.before,
    ...furniture.before,
    ...awardsOf(demo, today),
    ...persons.after,
    ...furniture.after,
  ];
}
