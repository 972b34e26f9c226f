import type { Database } from '#platform/database/database.ts';
import type { Text } from '#platform/i18n.ts';
import { makeOneShotCall, type MadeCall } from '../calls/fixtures.ts';
import type { CallTerms } from '../calls/terms.ts';
import type { Asked } from './weigh.ts';
import type { BenefitTerms } from './terms.ts';

const text = (ja: string, en: string): Text => ({ ja, en });
const named = (code: string, ja: string, en: string) => ({ code, label: text(ja, en) });

/** 子ども・若者の巣立ち: up to 39 years, here or about to be here; a partner group accompanies them and passes the money on. */
export const youthRules: BenefitTerms = {
  payee: 'group',
  conditions: [
    {
      ...named('age', '39歳以下である', '39 years or younger'),
      kind: 'age',
      atMost: 39,
      otherwise: text(
        '40歳以上の方は、お住まいの地域の自立相談支援窓口にご相談ください。',
        'From 40 on, ask the livelihood desk where you live.',
      ),
    },
    {
      ...named(
        'here',
        '県内に住んでいる、通学・通勤している、またはその予定がある',
        'Lives, studies or works in the prefecture, or will',
      ),
      kind: 'answer',
      passes: 'yes',
      otherwise: text('お住まいの都道府県の窓口にご相談ください。', 'Ask the prefecture where you live.'),
    },
    {
      ...named('same-cost', '同じ費用に、ほかの給付を受けている', 'Somebody else pays the same costs'),
      kind: 'answer',
      passes: 'no',
      otherwise: text(
        '同じ費用に二つの給付は使えません。別の費用なら申請できます。',
        'Two benefits cannot pay the same costs; other costs can be asked for.',
      ),
    },
  ],
  amount: { kind: 'asked', ceiling: 50_000 },
  limit: { times: 3, yen: 100_000 },
  uses: [
    named('exam', '受験・進学', 'Exams and school'),
    named('home', '一人暮らしを始める', 'A first home'),
    named('work', '就職活動', 'Finding work'),
    named('other', 'そのほかの巣立ち', 'Other first steps'),
  ],
  outcomes: [
    named('school', '進学した', 'Began school'),
    named('moved', '住まいが決まった', 'Found a home'),
    named('working', '働きはじめた', 'Began to work'),
    named('going-on', '準備を続けている', 'Is still preparing'),
    named('unknown', 'わからない', 'Not known'),
  ],
  reportDays: 60,
};

/** Base by size of household (横浜市), and the rent limits of 住宅扶助 by area. */
const base = [84_000, 130_000, 172_000, 214_000, 255_000, 297_000, 334_000] as const;

/** 新生活応援家具家電等購入費補助: half of bedding, lamps and curtains, and the interest of instalments. */
export const newLifeRules: BenefitTerms = {
  payee: 'person',
  conditions: [
    {
      ...named(
        'plan',
        '県内の自立相談支援機関が作った支援プランがある',
        'A livelihood desk of the prefecture made a plan',
      ),
      kind: 'plan',
      otherwise: text(
        '先に、お住まいの地域の自立相談支援窓口で支援プランを作ってください。',
        'Make a plan with the livelihood desk first.',
      ),
    },
    {
      ...named(
        'working',
        '働いている、または採用が決まっていて、家賃と生活費をまかなえる見込みがある',
        'Works or was hired, and can expect to pay rent and living',
      ),
      kind: 'answer',
      passes: 'yes',
      otherwise: text(
        '家賃と生活費の見込みを、支援員と一緒に考えます。',
        'A worker helps to plan rent and living.',
      ),
    },
    {
      ...named(
        'moved',
        '住居を失い、県内の賃貸に入居を申し込んでいるか、入居から1か月以内である',
        'Lost the home, and rents here within a month or soon',
      ),
      kind: 'moved',
      withinMonths: 1,
      otherwise: text(
        '入居から1か月を過ぎると対象になりません。社会福祉協議会の貸付などをご案内します。',
        'After a month it is too late; loans of the council of social welfare may help.',
      ),
    },
    {
      ...named(
        'income',
        '先月の世帯の収入が（基準額＋住宅扶助の上限）×1.3以下',
        'Income last month at most (base + rent limit) × 1.3',
      ),
      kind: 'income',
      base,
      areas: [
        {
          ...named('yokohama', '横浜市', 'Yokohama'),
          rent: [52_000, 62_000, 68_000, 68_000, 68_000, 73_000, 81_000],
        },
        {
          ...named('kawasaki', '川崎市', 'Kawasaki'),
          rent: [53_700, 64_000, 69_800, 69_800, 69_800, 75_000, 83_800],
        },
        {
          ...named('yokosuka', '横須賀市', 'Yokosuka'),
          rent: [44_000, 53_000, 57_000, 57_000, 57_000, 62_000, 69_000],
        },
        {
          ...named('elsewhere', 'そのほかの市町村', 'Elsewhere'),
          rent: [41_000, 49_000, 53_000, 53_000, 53_000, 57_000, 64_000],
        },
      ],
      numerator: 13,
      denominator: 10,
      otherwise: text(
        '収入が基準を超えています。家計の相談はいつでもできます。',
        'The income is above the limit. Advice on the household budget is always open.',
      ),
    },
    {
      ...named(
        'savings',
        '預貯金が基準額の6か月分以下（上限100万円）',
        'Savings at most six times the base, up to 1,000,000 yen',
      ),
      kind: 'savings',
      base,
      times: 6,
      cap: 1_000_000,
      otherwise: text('預貯金が基準を超えています。', 'The savings are above the limit.'),
    },
    {
      ...named('protection', '生活保護を受けている', 'Receives public assistance'),
      kind: 'answer',
      passes: 'no',
      otherwise: text(
        '生活保護の家具什器費を、担当のケースワーカーにご相談ください。',
        'Public assistance has its own money for furniture: ask the case worker.',
      ),
    },
  ],
  amount: {
    kind: 'share',
    numerator: 1,
    denominator: 2,
    ceiling: 100_000,
    roundDownTo: 1,
    items: [
      named('bedding', '寝具', 'Bedding'),
      named('lamp', '照明器具', 'Lamps'),
      named('curtain', 'カーテン', 'Curtains'),
    ],
    interest: { numerator: 1, denominator: 1, maxInstalments: 24, maxBasisPoints: 1_800 },
  },
  limit: { times: 1, yen: 120_000 },
  uses: [named('furniture', '新しい住まいの家具・家電等', 'Things for the new home')],
  outcomes: [
    named('settled', '新しい住まいで暮らしている', 'Lives in the new home'),
    named('moved-on', '別の住まいに移った', 'Moved elsewhere'),
    named('unknown', 'わからない', 'Not known'),
  ],
  reportDays: 90,
};

const onlyPersons = (benefit: BenefitTerms): Partial<CallTerms> => ({
  unit: 'person',
  papers: [],
  firstCome: false,
  benefit,
});

/** A published call for young people, whose money passes through a partner group. */
export function makeYouthCall(
  db: Database,
  given: { bureauId?: string; budgetYen?: number; rules?: Partial<BenefitTerms>; now?: Date } = {},
): Promise<MadeCall> {
  const { rules, ...call } = given;
  const name = text('子ども・若者未来応援', 'For the start of young people');
  const terms = { ...onlyPersons({ ...youthRules, ...rules }), name };
  return makeOneShotCall(db, { ...call, audience: 'persons', terms });
}

/** What a young person told, who does not exist. */
export const exampleAsked: Asked = {
  name: '見本 若葉',
  kana: 'みほん わかば',
  birth: '2006-05-01',
  address: '',
  phone: '',
  planNumber: '',
  answers: { here: 'yes', 'same-cost': 'no' },
  household: 1,
  area: '',
  incomeYen: null,
  savingsYen: null,
  movedOn: null,
  use: 'exam',
  municipality: '',
  worry: '',
  why: '大学の受験料にあてる（例示）',
  askedYen: 35_000,
  items: [],
  credit: null,
  account: null,
  consented: true,
};
