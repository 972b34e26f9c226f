import { addDays, tokyoDay } from '#platform/dates.ts';
import { searchKeys } from '#areas/cases/persons/actions.ts';
import { listCasesByKeys } from '#areas/cases/persons/store.ts';
import { askForPerson } from '#areas/grants/benefits/ask.ts';
import { exampleAsked } from '#areas/grants/benefits/fixtures.ts';
import { checkBenefits, decideBenefits } from '#areas/grants/benefits/actions.ts';
import { listBenefits } from '#areas/grants/benefits/store.ts';
import { exampleAccount } from '#areas/grants/applications/fixtures.ts';
import { askBudget } from '#areas/grants/calls/budgets/actions.ts';
import { granted } from '../cast.ts';
import type { DemoGrants } from '../grants/files.ts';
import { cafeteriaTerms, cooperationTerms, newLifeTerms, youthTerms } from '../grants/terms.ts';
import type { Step } from '../load.ts';
import { noon } from '../noon.ts';
import { awardsOf } from './grant-awards.ts';
import { benefitsOf } from './grant-benefits.ts';
import { agree, approver, call, callOf, officer, type Opened } from './grant-calls.ts';
import { applicationsOf } from './grant-work.ts';
import type { Stage } from './programs.ts';

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
    ...persons.before,
    ...awardsOf(demo, today),
    ...persons.after,
    ...newLifeOf(demo, now),
  ];
}

/** Furniture for somebody with a plan: asked for, checked and decided, each by another. */
function newLifeOf(demo: DemoGrants, now: Date): readonly Step[] {
  const { newLife } = demo.live;
  return [
    {
      name: 'grants-new-life',
      as: (cast) => cast.caseWorkerAt(newLife.desk),
      at: now,
      run: (stage) => furnish(stage, demo),
    },
    {
      name: 'grants-new-life-checked',
      as: officer,
      at: now,
      run: async (stage) => {
        const { tx, who } = stage;
        granted(await checkBenefits(tx, who, await furnished(stage, newLife.slug), stage.now), 'a check');
      },
    },
    {
      name: 'grants-new-life-decided',
      as: approver,
      at: now,
      run: async (stage) => {
        const { tx, who } = stage;
        granted(await decideBenefits(tx, who, await furnished(stage, newLife.slug), stage.now), 'deciding');
      },
    },
  ];
}

async function furnished(stage: Stage, slug: string) {
  const callId = await callOf(stage, slug);
  const lines = await listBenefits(stage.tx, { callId, limit: 10, offset: 0 });
  return { vault: stage.vault, benefitIds: lines.map(({ benefit }) => benefit.id) };
}

/** Furniture for somebody with a plan: the plan is all that is read of the case. */
async function furnish(stage: Stage, { live }: DemoGrants): Promise<void> {
  const { tx, who, cast, vault, now } = stage;
  const { slug, desk, person } = live.newLife;
  const organisationId = cast.organisation(desk);
  const found = await listCasesByKeys(tx, {
    organisationIds: [organisationId],
    blinds: searchKeys(vault, person),
  });
  const planNumber = found[0]?.number ?? '';
  const firstOn = addDays(tokyoDay(now), 30);
  const asked = {
    ...exampleAsked,
    name: person,
    birth: '1967-05-12',
    address: '横浜市見本区一丁目1番1号（例示）',
    phone: '090-0000-0011',
    planNumber,
    answers: { working: 'yes', protection: 'no' },
    area: 'yokohama',
    incomeYen: 148_000,
    savingsYen: 62_000,
    use: 'furniture',
    why: '布団と照明、カーテンをそろえる（例示）',
    askedYen: 0,
    items: [
      { code: 'bedding', yen: 19_800 },
      { code: 'lamp', yen: 5_480 },
      { code: 'curtain', yen: 7_000 },
    ],
    credit: { principalYen: 32_280, basisPoints: 1500, instalments: 12, firstOn },
    account: exampleAccount({ holder: 'ミホン イチロウ' }),
  };
  const callId = await callOf(stage, slug);
  granted(await askForPerson(tx, who, { vault, callId, organisationId, asked }, now), 'furniture');
}
