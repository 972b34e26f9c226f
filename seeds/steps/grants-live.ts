import { addDays, tokyoDay } from '#platform/dates.ts';
import { searchKeys } from '#areas/cases/persons/actions.ts';
import { listCasesByKeys } from '#areas/cases/persons/store.ts';
import { askForPerson, askForPersons } from '#areas/grants/benefits/ask.ts';
import { exampleAsked } from '#areas/grants/benefits/fixtures.ts';
import { asLink } from '#areas/grants/applications/open.ts';
import {
  exampleAccount,
  exampleApplicant,
  makeApplication,
  makeDraftApplication,
} from '#areas/grants/applications/fixtures.ts';
import { askBudget } from '#areas/grants/calls/budgets/actions.ts';
import { granted } from '../cast.ts';
import type { DemoGrants } from '../grants/files.ts';
import { cafeteriaTerms, cooperationTerms, newLifeTerms, youthTerms } from '../grants/terms.ts';
import type { Step } from '../load.ts';
import { agree, approver, call, callOf, officer, type Opened, partner } from './grant-calls.ts';
import type { Stage } from './programs.ts';

type OpenCall = Omit<Opened, 'fiscalYear'> & { readonly budget: number };

function openCalls(demo: DemoGrants, today: string): readonly OpenCall[] {
  const { youth, newLife, oneShot, subsidy } = demo.live;
  const window = { opensOn: addDays(today, -60), closesOn: addDays(today, 90) };
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
      terms: cooperationTerms(today),
      audience: groups,
      shape: 'one-shot',
      budget: 6_000_000,
    },
    {
      slug: subsidy.slug,
      program: null,
      terms: cafeteriaTerms(today),
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
  const { newLife } = demo.live;
  const calls = openCalls(demo, tokyoDay(now));
  return [
    ...calls.flatMap(({ budget, ...opened }): Step[] => [
      ...call({ ...opened, fiscalYear }, now),
      {
        name: `grants-${opened.slug}-budget`,
        as: officer,
        at: now,
        run: async (stage) => {
          const callId = await callOf(stage, opened.slug);
          const asked = { callId, yen: budget, reason: '当初予算（例示）' };
          granted(await askBudget(stage.tx, stage.who, asked, now), 'a budget');
        },
      },
      {
        name: `grants-${opened.slug}-budget-agreed`,
        as: approver,
        at: now,
        run: (stage) => agree(stage, opened.slug),
      },
    ]),
    { name: 'grants-applications', as: () => asLink, at: now, run: (stage) => apply(stage, demo) },
    { name: 'grants-youth-waiting', as: partner(demo), at: now, run: (stage) => askNow(stage, demo) },
    {
      name: 'grants-new-life',
      as: (cast) => cast.caseWorkerAt(newLife.desk),
      at: now,
      run: (stage) => furnish(stage, demo),
    },
  ];
}

async function apply(stage: Stage, { live }: DemoGrants): Promise<void> {
  const { tx: db, vault, files, now } = stage;
  const place = { db, vault, files };
  for (const slug of [live.oneShot.slug, live.subsidy.slug]) {
    const callId = await callOf(stage, slug);
    for (const name of ['見本よるのパン', 'NPO法人 見本あおい畝', '見本ちいさな手の会'])
      await makeApplication(place, { callId, now, applicant: exampleApplicant({ name }) });
    await makeDraftApplication(place, { callId, now, mail: 'minato@example.jp' });
  }
}

/** Two who wait for the office. */
async function askNow(stage: Stage, { youth, live }: DemoGrants): Promise<void> {
  const { tx, who, cast, vault, now } = stage;
  const callId = await callOf(stage, live.youth);
  const organisationId = cast.organisation(youth.partner);
  const told = [
    { name: '見本 若葉', use: 'exam', askedYen: 35_000, why: '大学の受験料と交通費（例示）' },
    { name: '見本 巣立', use: 'home', askedYen: 48_000, why: '初めての部屋の鍵と布団（例示）' },
  ];
  const all = told.map((each) => ({ now, asked: { ...exampleAsked, ...each } }));
  granted(await askForPersons(tx, who, { vault, callId, organisationId, all }), 'asking');
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
