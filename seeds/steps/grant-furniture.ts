import { addDays, tokyoDay } from '#platform/dates.ts';
import { searchKeys } from '#areas/cases/persons/actions.ts';
import { listCasesByKeys } from '#areas/cases/persons/store.ts';
import { exampleAccount } from '#areas/grants/applications/fixtures.ts';
import { checkBenefits, decideBenefits } from '#areas/grants/benefits/actions.ts';
import { askForPerson } from '#areas/grants/benefits/ask.ts';
import { exampleAsked } from '#areas/grants/benefits/fixtures.ts';
import { listInstalments } from '#areas/grants/benefits/instalments/store.ts';
import { payInstalment, seeInstalment } from '#areas/grants/benefits/pay.ts';
import { listBenefits } from '#areas/grants/benefits/store.ts';
import { granted } from '../cast.ts';
import type { DemoGrants } from '../grants/files.ts';
import type { Step } from '../load.ts';
import { noon } from '../noon.ts';
import { approver, callOf, officer } from './grant-calls.ts';
import type { Stage } from './programs.ts';

/** Furniture for people with a plan: asked for, checked and decided, each by another; one is paid with the money of the groups. */
export function newLifeOf(
  demo: DemoGrants,
  now: Date,
): { readonly before: readonly Step[]; readonly after: readonly Step[] } {
  const { desk, person, paid } = demo.live.newLife;
  const today = tokyoDay(now);
  const worker: Step['as'] = (cast) => cast.caseWorkerAt(desk);
  const ask = (name: string, about: Parameters<typeof furnish>[2], at: Date): readonly Step[] => [
    { name, as: worker, at, run: (stage) => furnish(stage, demo, about) },
    {
      name: `${name}-checked`,
      as: officer,
      at,
      run: async (stage) => {
        const asked = await furnished(stage, demo, ['asked']);
        granted(await checkBenefits(stage.tx, stage.who, asked, stage.now), 'a check');
      },
    },
    {
      name: `${name}-decided`,
      as: approver,
      at,
      run: async (stage) => {
        const checked = await furnished(stage, demo, ['checked']);
        granted(await decideBenefits(stage.tx, stage.who, checked, stage.now), 'deciding');
      },
    },
  ];
  const then = addDays(today, -45);
  const old = { person: paid, birth: '1975-11-02', area: 'elsewhere', firstOn: addDays(then, 20) };
  const young = { person, birth: '1967-05-12', area: 'yokohama', firstOn: addDays(today, 30) };
  return {
    before: ask('grants-new-life-first', old, noon(then)),
    after: [
      {
        name: 'grants-new-life-instalment',
        as: worker,
        at: noon(addDays(today, -22)),
        run: (stage) => see(stage, demo),
      },
      {
        name: 'grants-new-life-interest',
        as: officer,
        at: noon(addDays(today, -1)),
        run: (stage) => payInterest(stage, demo),
      },
      ...ask('grants-new-life', young, now),
    ],
  };
}

async function furnished(
  stage: Stage,
  { live }: DemoGrants,
  states: readonly string[],
): Promise<{ vault: Stage['vault']; benefitIds: readonly string[] }> {
  const callId = await callOf(stage, live.newLife.slug);
  const lines = await listBenefits(stage.tx, { callId, states, limit: 10, offset: 0 });
  return { vault: stage.vault, benefitIds: lines.map(({ benefit }) => benefit.id) };
}

/** The plan is all that is read of the case. */
async function furnish(
  stage: Stage,
  { live }: DemoGrants,
  about: { person: string; birth: string; area: string; firstOn: string },
): Promise<void> {
  const { tx, who, cast, vault, now } = stage;
  const { slug, desk, municipality } = live.newLife;
  const { person, birth, area, firstOn } = about;
  const organisationId = cast.organisation(desk);
  const found = await listCasesByKeys(tx, {
    organisationIds: [organisationId],
    blinds: searchKeys(vault, person),
  });
  const asked = {
    ...exampleAsked,
    name: person,
    birth,
    address: '横浜市見本区一丁目1番1号（例示）',
    phone: '090-0000-0011',
    planNumber: found[0]?.number ?? '',
    answers: { working: 'yes', protection: 'no' },
    area,
    incomeYen: 118_000,
    savingsYen: 62_000,
    use: 'furniture',
    municipality,
    worry: 'housing',
    why: '布団と照明、カーテンをそろえる（例示）',
    askedYen: 0,
    items: [
      { code: 'bedding', yen: 19_800 },
      { code: 'lamp', yen: 5_480 },
      { code: 'curtain', yen: 7_000 },
    ],
    credit: { principalYen: 32_280, basisPoints: 1500, instalments: 12, firstOn },
    account: exampleAccount({ holder: 'ミホン' }),
  };
  const callId = await callOf(stage, slug);
  granted(
    await askForPerson(tx, who, { vault, callId, organisationId, asked, once: null }, now),
    'furniture',
  );
}

/** Instalments that are due, of those who were paid. */
async function due({ tx, now, vault, ...stage }: Stage, demo: DemoGrants) {
  const { benefitIds } = await furnished({ tx, now, vault, ...stage }, demo, ['decided']);
  const rows = await listInstalments(tx, benefitIds);
  return rows.filter(({ dueOn, subsidyYen }) => dueOn <= tokyoDay(now) && subsidyYen > 0);
}

async function see(stage: Stage, demo: DemoGrants): Promise<void> {
  const { tx, who, now } = stage;
  for (const { id: instalmentId } of await due(stage, demo))
    granted(await seeInstalment(tx, who, { instalmentId }, now), 'an instalment');
}

async function payInterest(stage: Stage, demo: DemoGrants): Promise<void> {
  const { tx, who, now } = stage;
  const dueOn = addDays(tokyoDay(now), 5);
  for (const { id: instalmentId, seenOn } of await due(stage, demo))
    if (seenOn) granted(await payInstalment(tx, who, { instalmentId, dueOn }, now), 'interest');
}
