import { contentIn, defineWords, type Lang } from '#platform/i18n.ts';
import type { StateFlow, StateKey, StatesContent } from './content/rules.ts';

export const words = defineWords({
  ja: {
    title: (year: string) => `${year}の、人の暮らしの変化`,
    short: '人の暮らしの変化',
    lead: '暮らしは、困っているか、いないかの二つには分けられません。支援のはじめにたずねた「いまの様子」と、その年度の最後にたずねた様子を、分野ごとに比べました。よくなった人も、変わらない人も、つらくなった人も、同じように数えています。',
    notScores: '点数ではありません。分野どうしを足し合わせることも、人や窓口を比べることもしません。',
    how: '数え方',
    howLead:
      '支援の記録のうち、同じ分野を二度以上たずねた人を、一つの支援につき一回数えます。本人が言いたくないことは、たずねていません。相談だけの人や、一度しかたずねていない人は入りません。たずねた人の少ない事業は、全体にだけ入れ、事業ごとには載せません。',
    stages: '段階の言葉',
    all: 'すべての事業と窓口',
    allLead: 'どの事業にも結びついていない窓口の人も含みます。',
    from: (desks: string) => `${desks}の支援の記録から数えました。`,
    people: '人',
    domain: '分野',
    asked: '二度以上たずねた人',
    better: 'よくなった',
    same: '変わらない',
    worse: 'つらくなった',
    total: '合計',
    before: 'はじめ',
    after: 'いま',
    bands: { 1: '大変（段階1・2）', 2: 'なんとか（段階3）', 3: '落ち着いている（段階4・5）' } as Readonly<
      Record<1 | 2 | 3, string>
    >,
    bandsShort: { 1: '大変', 2: 'なんとか', 3: '落ち着いている' } as Readonly<Record<1 | 2 | 3, string>>,
    wayOf: (domain: string) => `${domain}：はじめから、いまへ`,
    within: 'よくなった・つらくなったは、五つの段階で数えます。同じまとまりの中で動いた人も入ります。',
    sentence: (domain: string, asked: string, better: string, same: string, worse: string) =>
      `${domain}は、たずねた${asked}のうち、よくなった人が${better}、変わらない人が${same}、つらくなった人が${worse}でした。`,
    sentenceFew: (domain: string, said: string) => `${domain}は、${said}。載せていない数があります。`,
    said: (what: string, value: string) => `${what}人が${value}`,
    comma: '、',
    chartHidden: '点線は、数を載せていない動きです。太さは人数を表しません。',
    toStates: '人の暮らしの変化を見る',
    linkLead: '支援のはじめといまとで、暮らしの様子がどう変わったかを、分野ごとに載せています。',
    toProgram: '事業のページ',
    key: {
      all: '二度以上たずねた人',
      better: 'よくなった人',
      same: '変わらない人',
      worse: 'つらくなった人',
    } as Readonly<Record<'all' | 'better' | 'same' | 'worse', string>>,
    fromBand: (band: string) => `はじめ「${band}」の人`,
    toBand: (band: string) => `いま「${band}」の人`,
    pair: (from: string, to: string) => `「${from}」から「${to}」の人`,
    label: (domain: string, what: string) => `${domain}：${what}`,
    section: '人の暮らしの変化',
    summaryTable: (of: string) => `はじめといま：${of}`,
    preview: '公表される「人の暮らしの変化」',
  },
  en: {
    title: (year: string) => `How people’s lives changed, ${year}`,
    short: 'How lives changed',
    lead: 'Nobody is simply in trouble or not. What people said of how things stand at the beginning is compared, domain by domain, with what they said last in the year. Those for whom it got better, stayed the same or got harder are counted alike.',
    notScores: 'These are no marks. Domains are never added up, and neither people nor desks are compared.',
    how: 'How it is counted',
    howLead:
      'Everybody who was asked about a domain at least twice, once for each support. Nobody is asked about what they do not want to say. People who were asked once, or came for advice alone, are not in it. A program of few people is told in the whole alone.',
    stages: 'The words of the stages',
    all: 'All programs and desks',
    allLead: 'People of desks that belong to no program are in it too.',
    from: (desks: string) => `Counted from the records of ${desks}.`,
    people: 'people',
    domain: 'Domain',
    asked: 'Asked twice or more',
    better: 'Better',
    same: 'The same',
    worse: 'Harder',
    total: 'Total',
    before: 'First',
    after: 'Now',
    bands: { 1: 'Hard (stages 1, 2)', 2: 'Getting by (stage 3)', 3: 'Settled (stages 4, 5)' } as Readonly<
      Record<1 | 2 | 3, string>
    >,
    bandsShort: { 1: 'Hard', 2: 'Getting by', 3: 'Settled' } as Readonly<Record<1 | 2 | 3, string>>,
    wayOf: (domain: string) => `${domain}: from first to now`,
    within: 'Better and harder go by the five stages: who moved within a group is in them too.',
    sentence: (domain: string, asked: string, better: string, same: string, worse: string) =>
      `${domain}: of ${asked} asked, it got better for ${better}, stayed the same for ${same} and got harder for ${worse}.`,
    sentenceFew: (domain: string, said: string) => `${domain}: ${said}. Some numbers are not told.`,
    said: (what: string, value: string) => `${what} ${value}`,
    comma: ', ',
    chartHidden: 'Dotted: a way whose number is not told. Its width says nothing.',
    toStates: 'See how people’s lives changed',
    linkLead: 'Domain by domain: how things stood at the beginning of the support, and how they stand now.',
    toProgram: 'The program',
    key: {
      all: 'asked twice or more',
      better: 'better',
      same: 'the same',
      worse: 'harder',
    } as Readonly<Record<'all' | 'better' | 'same' | 'worse', string>>,
    fromBand: (band: string) => `first “${band}”`,
    toBand: (band: string) => `now “${band}”`,
    pair: (from: string, to: string) => `from “${from}” to “${to}”`,
    label: (domain: string, what: string) => `${domain}: ${what}`,
    section: 'How people’s lives changed',
    summaryTable: (of: string) => `First and now: ${of}`,
    preview: '“How lives changed” as it will be published',
  },
});

/** 住まい：「大変」から「落ち着いている」の人 */
export function stateLabel(
  lang: Lang,
  states: Pick<StatesContent, 'domains'> | undefined,
  { domain }: Pick<StateFlow, 'domain'>,
  key: StateKey,
): string {
  const name = states?.domains.find(({ code }) => code === domain)?.name;
  return words[lang].label(name ? contentIn(lang, name) : domain, keyLabel(lang, key));
}

function keyLabel(lang: Lang, key: StateKey): string {
  const text = words[lang];
  if (key === 'all' || key === 'better' || key === 'same' || key === 'worse') return text.key[key];
  const [one = '', other = ''] = key.split('-');
  const band = (digit: string) => text.bandsShort[Number(digit) as 1 | 2 | 3];
  if (one === 'from') return text.fromBand(band(other));
  return one === 'to' ? text.toBand(band(other)) : text.pair(band(one), band(other));
}
