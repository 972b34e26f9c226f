import { addDays, tokyoDay } from '#platform/dates.ts';
import { pixel } from '#areas/grants/applications/fixtures.ts';
import {
  checkBenefits,
  decideBenefits,
  refuseBenefit,
  returnBenefit,
} from '#areas/grants/benefits/actions.ts';
import { askForPersons } from '#areas/grants/benefits/ask.ts';
import { exampleAsked } from '#areas/grants/benefits/fixtures.ts';
import { confirm, handOn, tellOutcome } from '#areas/grants/benefits/hand-ons/actions.ts';
import { listUnconfirmed } from '#areas/grants/benefits/hand-ons/store.ts';
import { payBenefits } from '#areas/grants/benefits/pay.ts';
import { listBenefits, listUnordered } from '#areas/grants/benefits/store.ts';
import { granted } from '../cast.ts';
import type { DemoGrants } from '../grants/files.ts';
import type { Step } from '../load.ts';
import { noon } from '../noon.ts';
import { approver, callOf, officer, partner } from './grant-calls.ts';
import type { Stage } from './programs.ts';

/** Young people of this year who do not exist; each asks for an amount that nobody else asks for. */
const told = {
  settled: {
    name: '見本 朝日',
    birth: '2006-05-02',
    use: 'exam',
    askedYen: 31_000,
    why: '専門学校の受験料（例示）',
  },
  handed: {
    name: '見本 みどり',
    birth: '2004-11-20',
    use: 'home',
    askedYen: 45_000,
    why: '鍵の交換と布団（例示）',
  },
  paid: {
    name: '見本 歩',
    birth: '2003-02-14',
    use: 'work',
    askedYen: 28_000,
    why: '面接の交通費と靴（例示）',
  },
  returned: {
    name: '見本 はるか',
    birth: '2007-08-08',
    use: 'other',
    askedYen: 22_000,
    why: '新しい生活の準備（例示）',
  },
  refused: {
    name: '見本 渚',
    birth: '2005-01-30',
    use: 'other',
    askedYen: 19_000,
    why: '旅行の費用（例示）',
  },
  decided: {
    name: '見本 光',
    birth: '2006-03-03',
    use: 'exam',
    askedYen: 35_500,
    why: '大学の受験料（例示）',
  },
  checked: {
    name: '見本 灯',
    birth: '2005-12-12',
    use: 'home',
    askedYen: 39_000,
    why: '初めての部屋の照明（例示）',
  },
  asked: {
    name: '見本 若葉',
    birth: '2006-05-01',
    use: 'exam',
    askedYen: 35_000,
    why: '大学の受験料と交通費（例示）',
  },
  waiting: {
    name: '見本 巣立',
    birth: '2006-05-01',
    use: 'home',
    askedYen: 48_000,
    why: '初めての部屋の鍵と布団（例示）',
  },
} as const;
type Person = keyof typeof told;

/** Benefits of this year's call, each as far as its name says; their money goes out with that of the groups. */
export function benefitsOf(
  demo: DemoGrants,
  today: string,
): { readonly before: readonly Step[]; readonly after: readonly Step[] } {
  const slug = demo.live.youth;
  const step = (
    name: string,
    as: Step['as'],
    [before, run]: readonly [before: number, run: (stage: Stage) => Promise<void>],
  ): Step => ({ name: `grants-persons-${name}`, as, at: noon(addDays(today, -before)), run });
  const ask =
    (...people: Person[]) =>
    (stage: Stage) =>
      askFor(stage, demo, people);
  const look =
    (...people: Person[]) =>
    (stage: Stage) =>
      check(stage, slug, people);
  const grant =
    (...people: Person[]) =>
    (stage: Stage) =>
      decide(stage, slug, people);
  const first: readonly Person[] = ['settled', 'handed', 'paid'];
  const by = partner(demo);
  return {
    before: [
      step('asked', by, [50, ask(...first, 'returned', 'refused')]),
      step('checked', officer, [47, look(...first, 'refused')]),
      step('returned', officer, [47, (stage) => giveBack(stage, slug)]),
      step('decided', approver, [44, grant(...first)]),
      step('refused', approver, [44, (stage) => refuse(stage, slug)]),
    ],
    after: [
      step('handed', by, [20, (stage) => hand(stage, slug, 'settled')]),
      step('confirmed', officer, [18, (stage) => seeReceipts(stage, slug)]),
      step('handed-too', by, [12, (stage) => hand(stage, slug, 'handed')]),
      step('asked-later', by, [10, ask('decided', 'checked')]),
      step('checked-later', officer, [8, look('decided', 'checked')]),
      step('decided-later', approver, [6, grant('decided')]),
      step('waiting', by, [0, ask('asked', 'waiting')]),
    ],
  };
}

async function askFor(stage: Stage, { youth, live }: DemoGrants, people: readonly Person[]): Promise<void> {
  const { tx, who, cast, vault, now } = stage;
  const callId = await callOf(stage, live.youth);
  const organisationId = cast.organisation(youth.partner);
  const { municipality, worry } = live.withdrawn;
  const all = people.map((person) => ({
    now,
    asked: { ...exampleAsked, ...told[person], municipality, worry },
  }));
  granted(await askForPersons(tx, who, { vault, callId, organisationId, all }), 'asking');
}

/** Names are sealed: the amount says who it is. */
async function theirs(stage: Stage, slug: string, people: readonly Person[]) {
  const callId = await callOf(stage, slug);
  const lines = await listBenefits(stage.tx, { callId, limit: 100, offset: 0 });
  const amounts: readonly number[] = people.map((person) => told[person].askedYen);
  const benefitIds = lines.flatMap(({ benefit: { id, yen } }) => (amounts.includes(yen) ? [id] : []));
  return { vault: stage.vault, benefitIds };
}

async function check(stage: Stage, slug: string, people: readonly Person[]): Promise<void> {
  const { tx, who, now } = stage;
  granted(await checkBenefits(tx, who, await theirs(stage, slug, people), now), 'checking');
}

async function decide(stage: Stage, slug: string, people: readonly Person[]): Promise<void> {
  const { tx, who, now } = stage;
  granted(await decideBenefits(tx, who, await theirs(stage, slug, people), now), 'deciding');
}

async function giveBack(stage: Stage, slug: string): Promise<void> {
  const { tx, who, now } = stage;
  const reason = 'どの費用にあてるのかが、まだわかりません。品目を教えてください。（例示）';
  granted(
    await returnBenefit(tx, who, { ...(await theirs(stage, slug, ['returned'])), reason }, now),
    'giving back',
  );
}

async function refuse(stage: Stage, slug: string): Promise<void> {
  const { tx, who, now } = stage;
  const reason =
    '旅行の費用は、この給付の対象になりません。ほかの費用であれば、もう一度申請できます。（例示）';
  granted(
    await refuseBenefit(tx, who, { ...(await theirs(stage, slug, ['refused'])), reason }, now),
    'refusing',
  );
}

/** Whatever was decided and is not on its way yet. */
export async function orderAll(
  stage: Stage,
  { slug, dueOn }: { slug: string; dueOn: string },
): Promise<void> {
  const { tx, who, now } = stage;
  const waiting = await listUnordered(tx, await callOf(stage, slug));
  const benefitIds = waiting.map(({ benefit }) => benefit.id);
  granted(await payBenefits(tx, who, { benefitIds, dueOn }, now), 'ordering');
}

async function hand(stage: Stage, slug: string, person: Person): Promise<void> {
  const { tx, who, vault, files, now } = stage;
  const { benefitIds } = await theirs(stage, slug, [person]);
  const on = tokyoDay(now);
  for (const benefitId of benefitIds) {
    const yen = told[person].askedYen;
    const receipt = { content: pixel, name: '受領書（例示）.png' };
    const all = [{ benefitId, yen, on, way: 'cash' as const, receipt }];
    granted(await handOn(tx, who, { tray: { vault, files, scanner: undefined }, all }, now), 'handing on');
    const words = '入学の手続きまで一緒に行った。（例示）';
    granted(
      await tellOutcome(tx, who, { vault, benefitId, outcome: 'going-on', on, words }, now),
      'an outcome',
    );
  }
}

async function seeReceipts(stage: Stage, slug: string): Promise<void> {
  const { tx, who, now } = stage;
  const receipts = await listUnconfirmed(tx, await callOf(stage, slug));
  const handOnIds = receipts.map(({ handOn: { id } }) => id);
  granted(await confirm(tx, who, { handOnIds }, now), 'confirming receipts');
}
