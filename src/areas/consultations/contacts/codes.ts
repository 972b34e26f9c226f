import type { Text } from '#platform/i18n.ts';

/** Record fields of a contact that are counted. Worries are the 16 of the national intake form: the directory's topics. */
export const codes = {
  about: {
    self: { ja: '本人', en: 'The person' },
    family: { ja: '家族', en: 'Family' },
    friend: { ja: '知人・近隣', en: 'Friend or neighbour' },
    supporter: { ja: '支援者・関係機関', en: 'Supporter or office' },
    unknown: { ja: '不明', en: 'Not known' },
  },
  ageBand: {
    'under-18': { ja: '18歳未満', en: 'Under 18' },
    '18-29': { ja: '18〜29歳', en: '18–29' },
    '30-39': { ja: '30代', en: '30s' },
    '40-49': { ja: '40代', en: '40s' },
    '50-59': { ja: '50代', en: '50s' },
    '60-64': { ja: '60〜64歳', en: '60–64' },
    '65-74': { ja: '65〜74歳', en: '65–74' },
    'over-75': { ja: '75歳以上', en: '75 and over' },
    unknown: { ja: '不明・聞いていない', en: 'Not known' },
  },
  /** As told, never guessed. */
  sex: {
    female: { ja: '女性', en: 'Female' },
    male: { ja: '男性', en: 'Male' },
    other: { ja: 'その他', en: 'Other' },
    'not-said': { ja: '答えたくない・聞いていない', en: 'Not said' },
  },
  route: {
    self: { ja: '本人から', en: 'By themselves' },
    family: { ja: '家族・知人から', en: 'By family or friends' },
    office: { ja: '関係機関の紹介', en: 'Sent by another office' },
    web: { ja: 'サイト・案内から', en: 'From the web site' },
    print: { ja: 'カード・広報から', en: 'From a card or leaflet' },
    outreach: { ja: 'アウトリーチ', en: 'Outreach' },
    unknown: { ja: '不明', en: 'Not known' },
  },
  actions: {
    listened: { ja: '傾聴', en: 'Listened' },
    informed: { ja: '情報提供', en: 'Gave information' },
    pointed: { ja: '他の窓口を案内', en: 'Named another desk' },
    connected: { ja: 'つなぎ（同意あり）', en: 'Connected, with consent' },
    accompanied: { ja: '同行・訪問', en: 'Accompanied or visited' },
    coordinated: { ja: '他機関と調整', en: 'Arranged with others' },
    emergency: { ja: '緊急通報', en: 'Called for emergency help' },
    'again-booked': { ja: '次回の約束', en: 'Next talk arranged' },
  },
  outcome: {
    settled: { ja: '話して終わった', en: 'Settled by talking' },
    informed: { ja: '情報提供で終わった', en: 'Ended with information' },
    continued: { ja: '続けて相談する', en: 'To be continued' },
    'passed-on': { ja: '他へつないだ', en: 'Passed on' },
    'to-case': { ja: '支援につながった', en: 'Became a case' },
    broken: { ja: '途中で途切れた', en: 'Broke off' },
  },
  endReason: {
    done: { ja: '終了', en: 'Done' },
    'no-answer': { ja: '応答できなかった', en: 'Not answered' },
    quiet: { ja: '返事がなくなった', en: 'Went quiet' },
    'closed-hours': { ja: '受付時間が終わった', en: 'Desk closed' },
    transferred: { ja: '別の窓口へ引き継いだ', en: 'Handed to another desk' },
    withdrawn: { ja: '本人がやめた', en: 'Ended by the person' },
    prank: { ja: 'いたずら', en: 'Prank' },
  },
} as const satisfies Record<string, Record<string, Text>>;

export type CodeField = keyof typeof codes;
export type Code<Field extends CodeField> = keyof (typeof codes)[Field] & string;

export function isCode<Field extends CodeField>(field: Field, value: string): value is Code<Field> {
  return Object.hasOwn(codes[field], value);
}
