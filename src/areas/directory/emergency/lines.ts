import type { Text } from '#platform/i18n.ts';
import type { CrisisKind } from '../crisis/rules.ts';
import type { Hours } from '../hours/hours.ts';

/** A number that is the same in all of Japan. */
export interface EmergencyLine {
  readonly code: string;
  /** As it is dialled: `0120-279-338`, `#8008`. */
  readonly number: string;
  readonly name: Text;
  /** What it is for, in one sentence. */
  readonly purpose: Text;
  /** Absent: each desk behind the number has its own. */
  readonly hours?: Hours;
  readonly hoursText: Text;
  readonly freeOfCharge: boolean;
}

const always: Hours = { alwaysOpen: true, rules: [], publicHolidays: 'same', closures: [], exceptions: [] };
const dayAndNight: Text = { ja: '24時間', en: 'Day and night' };
const byDesk: Text = { ja: '時間は窓口によりちがいます', en: 'Hours differ from desk to desk' };

/** The national lines; who keeps this list checks it against the ministries' pages once a year. Last checked 2025-11. */
export const emergencyLines = {
  police: {
    code: 'police',
    number: '110',
    name: { ja: '警察', en: 'Police' },
    purpose: { ja: 'いま、身の危険があるとき', en: 'You are in danger now' },
    hours: always,
    hoursText: dayAndNight,
    freeOfCharge: true,
  },
  ambulance: {
    code: 'ambulance',
    number: '119',
    name: { ja: '救急・消防', en: 'Ambulance and fire' },
    purpose: {
      ja: '命があぶないとき、けがや薬の飲みすぎ',
      en: 'A life is in danger: injury, illness, too much medicine',
    },
    hours: always,
    hoursText: dayAndNight,
    freeOfCharge: true,
  },
  children: {
    code: 'children',
    number: '189',
    name: { ja: '児童相談所', en: 'Child guidance centre' },
    purpose: {
      ja: '子どもが心配なとき、自分の子育てがつらいとき。匿名で話せます',
      en: 'You worry about a child, or about how you treat yours. No name needed',
    },
    hours: always,
    hoursText: dayAndNight,
    freeOfCharge: true,
  },
  yorisoi: {
    code: 'yorisoi',
    number: '0120-279-338',
    name: { ja: 'よりそいホットライン', en: 'Yorisoi hotline' },
    purpose: {
      ja: 'どんな悩みでも、だれでも。外国語で話せる番号もあります',
      en: 'Any worry, anybody. There is a choice for foreign languages',
    },
    hours: always,
    hoursText: dayAndNight,
    freeOfCharge: true,
  },
  lifeSos: {
    code: 'life-sos',
    number: '0120-061-338',
    name: { ja: '#いのちSOS', en: 'Inochi SOS' },
    purpose: { ja: '死にたい、消えたいと思うほどつらいとき', en: 'It hurts so much that you want to die' },
    hoursText: { ja: '毎日。混む時間があります', en: 'Every day; busy at times' },
    freeOfCharge: true,
  },
  mind: {
    code: 'mind',
    number: '0570-064-556',
    name: { ja: 'こころの健康相談統一ダイヤル', en: 'Mental health line' },
    purpose: {
      ja: '気持ちがつらいとき。近くの公の窓口につながります',
      en: 'Leads to the public desk near you',
    },
    hoursText: byDesk,
    freeOfCharge: false,
  },
  partner: {
    code: 'partner',
    number: '0120-279-889',
    name: { ja: 'DV相談＋', en: 'DV Soudan Plus' },
    purpose: {
      ja: '配偶者や恋人がこわいとき。泊まるところの相談もできます。外国語も使えます',
      en: 'You are afraid of your partner. They can help with a place to stay. Several languages',
    },
    hours: always,
    hoursText: dayAndNight,
    freeOfCharge: true,
  },
  partnerNear: {
    code: 'partner-near',
    number: '#8008',
    name: { ja: 'DV相談ナビ', en: 'DV navigator' },
    purpose: { ja: '近くの専門の窓口につながります', en: 'Leads to the special desk near you' },
    hoursText: byDesk,
    freeOfCharge: false,
  },
  sexual: {
    code: 'sexual',
    number: '#8891',
    name: { ja: '性犯罪・性暴力のワンストップ支援センター', en: 'Centre for victims of sexual violence' },
    purpose: {
      ja: '望まない性的なことをされたとき。体の手当ても一緒に考えます',
      en: 'Something sexual was done to you. Medical help too',
    },
    hoursText: byDesk,
    freeOfCharge: true,
  },
  policeAdvice: {
    code: 'police-advice',
    number: '#9110',
    name: { ja: '警察相談専用電話', en: 'Police advice line' },
    purpose: {
      ja: '110番するほどではないが、こわいことがあるとき',
      en: 'Something frightens you, but not this minute',
    },
    hoursText: {
      ja: '平日の昼。夜と休日は地域によります',
      en: 'Weekdays by day; nights depend on the place',
    },
    freeOfCharge: false,
  },
  women: {
    code: 'women',
    number: '#8778',
    name: { ja: '女性相談支援センター', en: 'Women’s support centre' },
    purpose: { ja: '女性のくらし、家庭、住まいの悩み', en: 'For women: living, family, a place to stay' },
    hoursText: byDesk,
    freeOfCharge: false,
  },
  law: {
    code: 'law',
    number: '0570-078374',
    name: { ja: '法テラス', en: 'Houterasu (legal support)' },
    purpose: {
      ja: '借金、離婚、仕事のトラブルなど、法律のこと',
      en: 'Debt, divorce, trouble at work: the law',
    },
    hoursText: { ja: '平日の昼と夜、土曜の昼', en: 'Weekdays until the evening, Saturdays by day' },
    freeOfCharge: false,
  },
  consumer: {
    code: 'consumer',
    number: '188',
    name: { ja: '消費者ホットライン', en: 'Consumer hotline' },
    purpose: {
      ja: 'だまされたかもしれないとき、契約のトラブル',
      en: 'You may have been cheated; trouble with a contract',
    },
    hoursText: {
      ja: '毎日（12月29日〜1月3日を除く）。時間は窓口により',
      en: 'Every day but 29 Dec – 3 Jan; hours differ',
    },
    freeOfCharge: false,
  },
} satisfies Record<string, EmergencyLine>;

const {
  police,
  ambulance,
  children,
  yorisoi,
  lifeSos,
  mind,
  partner,
  partnerNear,
  sexual,
  policeAdvice,
  women,
} = emergencyLines;

/** Who is there for what cannot wait, the first to call first. */
const byKind: Readonly<Record<CrisisKind, readonly EmergencyLine[]>> = {
  medical: [ambulance, yorisoi, lifeSos],
  suicide: [yorisoi, lifeSos, mind, ambulance],
  violence: [police, partner, partnerNear, policeAdvice, women],
  sexual: [police, sexual, partner, policeAdvice],
  child: [children, police, yorisoi],
  harm: [yorisoi, children, police, mind],
  shelter: [yorisoi, women, police],
  food: [yorisoi, ambulance],
};

/** For one kind, or, when nothing is known, what helps in most cases. */
export function linesFor(kind?: CrisisKind): readonly EmergencyLine[] {
  return kind ? byKind[kind] : [police, ambulance, yorisoi, children];
}

/** For several kinds: those of the most pressing first, none twice. */
export function linesForAll(kinds: readonly CrisisKind[]): readonly EmergencyLine[] {
  return [...new Set(kinds.flatMap((kind) => byKind[kind]))];
}
