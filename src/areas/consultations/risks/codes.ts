import type { Text } from '#platform/i18n.ts';

/** What is asked when somebody may be in danger, in the order in which it is asked; whatever was not asked stays open. */
export const riskCodes = {
  thoughts: {
    none: { ja: 'ない', en: 'None' },
    passing: { ja: 'ときどき思う', en: 'Now and then' },
    strong: { ja: '強く、くり返し思う', en: 'Strong, again and again' },
  },
  plan: {
    none: { ja: 'ない', en: 'None' },
    vague: { ja: 'あいまい', en: 'Vague' },
    specific: { ja: '方法や場所まで決めている', en: 'Way and place are settled' },
  },
  means: {
    none: { ja: '手元にない', en: 'Not at hand' },
    'could-get': { ja: '手に入れられる', en: 'Could get them' },
    'at-hand': { ja: '手元にある', en: 'At hand' },
  },
  timing: {
    none: { ja: '決めていない', en: 'Not settled' },
    days: { ja: '数日のうち', en: 'Within days' },
    today: { ja: '今日・今夜', en: 'Today or tonight' },
    now: { ja: 'いま・始めている', en: 'Now, or begun' },
  },
  alone: {
    no: { ja: 'だれかと一緒', en: 'With somebody' },
    yes: { ja: 'ひとり', en: 'Alone' },
    threatened: { ja: '危害を加える人がそばにいる', en: 'With somebody who does harm' },
  },
  substance: {
    none: { ja: 'ない', en: 'No' },
    drink: { ja: '飲酒している', en: 'Has been drinking' },
    overdose: { ja: '薬を多く飲んだ', en: 'Took too much medicine' },
  },
  past: {
    none: { ja: 'ない', en: 'None' },
    once: { ja: '一度ある', en: 'Once' },
    several: { ja: '何度かある', en: 'Several times' },
  },
  dangers: {
    violence: { ja: '暴力の危険が迫っている', en: 'Violence is near' },
    child: { ja: '子どもが危険', en: 'A child is in danger' },
    others: { ja: 'ほかの人を傷つけるおそれ', en: 'Others may be harmed' },
    preparing: { ja: '身辺の整理・遺書', en: 'Putting things in order, a last letter' },
  },
  protects: {
    people: { ja: '支えになる人がいる', en: 'Somebody who supports' },
    care: { ja: '通院・支援につながっている', en: 'In care' },
    promise: { ja: '次に話す約束ができる', en: 'Can promise to talk again' },
    reason: { ja: '生きる理由がある（子ども・ペットなど）', en: 'A reason to live (child, pet)' },
  },
} as const satisfies Record<string, Record<string, Text>>;

export type RiskField = keyof typeof riskCodes;
export const singleFields = ['thoughts', 'plan', 'means', 'timing', 'alone', 'substance', 'past'] as const;
export const listFields = ['dangers', 'protects'] as const;
export type SingleField = (typeof singleFields)[number];
export type ListField = (typeof listFields)[number];

export function isRiskCode(field: RiskField, code: string): boolean {
  return Object.hasOwn(riskCodes[field], code);
}

/** The steps of an emergency, by whom the report goes to. */
export const emergencyStepKinds = ['police', 'ambulance', 'child-guidance', 'prefecture'] as const;
export type EmergencyStepKind = (typeof emergencyStepKinds)[number];
export const stepResults = ['calling', 'told', 'coming', 'not-reached', 'not-needed'] as const;
export type StepResult = (typeof stepResults)[number];

export const outcomes = {
  'safe-now': { ja: 'いまは安全と確かめた', en: 'Safe for now' },
  reported: { ja: '通報し、引き継いだ', en: 'Reported and handed on' },
  'with-others': { ja: '家族・支援者が付き添った', en: 'Family or supporters are there' },
  'not-reached': { ja: '連絡が取れなくなった', en: 'Could not be reached any more' },
  unneeded: { ja: '呼ぶ必要がなかった', en: 'It was not needed' },
} as const satisfies Record<string, Text>;
export type EscalationOutcome = keyof typeof outcomes;
