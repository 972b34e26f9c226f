import { addDays } from '#platform/dates.ts';
import { withdrawBenefit } from '#areas/grants/benefits/actions.ts';
import { askForPersons } from '#areas/grants/benefits/ask.ts';
import { exampleAsked } from '#areas/grants/benefits/fixtures.ts';
import { listBenefits } from '#areas/grants/benefits/store.ts';
import { granted } from '../cast.ts';
import type { DemoGrants } from '../grants/files.ts';
import type { Step } from '../load.ts';
import { noon } from '../noon.ts';
import { callOf, partner } from './grant-calls.ts';
import type { Stage } from './programs.ts';

/** What these ask for, so much more each that no two amounts are the same: names are sealed, and the amount says who it is. */
const least = 40_000;
const step = 100;

/** Invented young people of one municipality who met every condition and took back what they had asked for. */
export function withdrawnOf(demo: DemoGrants, today: string): readonly Step[] {
  const as = partner(demo);
  return [
    {
      name: 'grants-withdrawn-asked',
      as,
      at: noon(addDays(today, -55)),
      run: (stage) => ask(stage, demo),
    },
    {
      name: 'grants-withdrawn',
      as,
      at: noon(addDays(today, -41)),
      run: (stage) => takeBack(stage, demo),
    },
  ];
}

async function ask(stage: Stage, { youth, live }: DemoGrants): Promise<void> {
  const { tx, who, cast, vault, now } = stage;
  const { people, municipality, worry } = live.withdrawn;
  const all = Array.from({ length: people }, (_, at) => ({
    now,
    asked: {
      ...exampleAsked,
      name: `見本 引越${String(at + 1).padStart(2, '0')}`,
      kana: '',
      birth: `${2003 + (at % 4)}-0${1 + (at % 9)}-20`,
      use: 'home',
      municipality,
      worry,
      why: '初めての部屋の敷金（例示）',
      askedYen: least + at * step,
    },
  }));
  const callId = await callOf(stage, live.youth);
  const organisationId = cast.organisation(youth.partner);
  granted(await askForPersons(tx, who, { vault, callId, organisationId, all }), 'asking');
}

async function takeBack(stage: Stage, { live }: DemoGrants): Promise<void> {
  const { tx, who, vault, now } = stage;
  const callId = await callOf(stage, live.youth);
  const lines = await listBenefits(tx, { callId, states: ['asked'], limit: 100, offset: 0 });
  const amounts = Array.from({ length: live.withdrawn.people }, (_, at) => least + at * step);
  const benefitIds = lines.flatMap(({ benefit: { id, yen } }) => (amounts.includes(yen) ? [id] : []));
  const reason = '決定を待つあいだに、部屋の申し込みの期限が過ぎた。（例示）';
  granted(await withdrawBenefit(tx, who, { vault, benefitIds, reason }, now), 'taking back');
}
