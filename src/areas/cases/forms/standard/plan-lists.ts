import type { Text } from '#platform/i18n.ts';
import { bearers, meetingResults, programs, related } from '../../plans/codes.ts';
import { kinds, places, services, withWhom } from '../../records/codes.ts';
import { changes, outcomes } from '../../reviews/codes.ts';
import type { FormList, FormOption, Source } from '../form.ts';
import { list } from './make.ts';

/** A list in the codes with which the slice that counts them was written. */
function listed(
  names: readonly [string, string, string],
  codes: Readonly<Record<string, Text>>,
  {
    more = {},
    source = 'memory',
  }: { more?: Readonly<Record<string, Partial<FormOption>>>; source?: Source } = {},
): FormList {
  const rows = Object.entries(codes).map(([code, { ja, en }]) => [code, ja, en, more[code] ?? {}] as const);
  return list(names, source, rows);
}

/** The same remark for several codes. */
function marked(remark: Partial<FormOption>, codes: readonly string[]): Record<string, Partial<FormOption>> {
  return Object.fromEntries(codes.map((code) => [code, remark]));
}

const verified = { source: 'verified' } as const;
const local = { source: 'local' } as const;

/** Attested in a national survey's monitoring list. */
const attested = [
  'welfare-granted',
  'housing',
  'health',
  'certificate',
  'motivation',
  'calm',
  'relations',
  'habits',
  'budget',
  'wage-up',
  'other-income',
  'goal',
  'sos',
  'self',
  'other',
];

/** 関係機関・関係者, and the lists of 支援経過記録, プラン and 評価: on which of their codes rules stand: ../standing.ts */
export const planLists: readonly FormList[] = [
  listed(['agency', '関係機関・関係者', 'Bodies and people concerned'], related),
  listed(['contact-way', '対応方法', 'How it was done'], kinds, {
    more: marked(local, ['line', 'mail', 'online', 'letter']),
  }),
  listed(['service', '支援の内容', 'What was provided'], services, { source: 'local' }),
  listed(['place', '支援した場所', 'Where'], places, { source: 'local' }),
  listed(['with-whom', '対応した相手', 'With whom'], withWhom, { source: 'local' }),
  listed(['bearer', '担い手', 'Who does it'], bearers),
  listed(['program', '法に基づく事業等', 'Programs of the Act and others'], programs, {
    more: marked(verified, [
      'rent-benefit',
      'housing-support',
      'budget',
      'work-preparation',
      'work-training',
      'learning',
    ]),
  }),
  listed(['meeting-result', '支援調整会議の結果', 'Result of the support meeting'], meetingResults),
  listed(['change', '見られた変化', 'Changes seen'], changes, {
    more: marked(verified, attested),
  }),
  listed(['outcome', 'プラン評価の結果', 'Outcome of the review'], outcomes),
];
