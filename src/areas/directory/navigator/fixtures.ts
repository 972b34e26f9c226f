import { system } from '#platform/access.ts';
import type { Database } from '#platform/database/database.ts';
import type { Hours } from '../hours/hours.ts';
import type { ServiceContent } from '../services/content.ts';
import { exampleChannel, granted, makeMunicipalities, makeOwner, makeService } from '../services/fixtures.ts';
import { publishFlow, saveFlow } from './actions.ts';
import type { Flow } from './flow.ts';

const it = system('test');

const always: Hours = { alwaysOpen: true, rules: [], publicHolidays: 'same', closures: [], exceptions: [] };
/** Open on one day long ago: closed whenever a test runs, and never again. */
const over: Hours = {
  rules: [],
  publicHolidays: 'closed',
  closures: [],
  exceptions: [{ date: '2020-01-06', intervals: [{ opens: '09:00', closes: '17:00' }] }],
};

/** Desks of the invented prefecture, by code. */
export const inventedDesks: Readonly<Record<string, Partial<ServiceContent>>> = {
  'mihon-support': { name: { ja: 'みほん市の窓口', en: 'Mihon City desk' }, hours: over },
  'great-support': { name: { ja: '大みほん市の窓口', en: 'Great Mihon desk' }, hours: over },
  'east-support': { name: { ja: '東区の窓口', en: 'East ward desk' }, hours: over },
  'prefecture-support': { name: { ja: 'みほん県の窓口', en: 'Mihon Prefecture desk' }, hours: over },
  'night-line': { name: { ja: '夜も話せる電話', en: 'Night line' }, hours: always },
  'safe-line': { name: { ja: '安心の電話', en: 'Safe line' }, hours: always },
  multilingual: {
    name: { ja: 'ことばの相談', en: 'Language desk' },
    hours: over,
    languages: [{ id: '7d2f4cbd-5f5e-4b6e-9f1d-3a8f5f0c1a01', code: 'ne', note: '' }],
  },
};

/** A conversation of the invented prefecture: nothing of it is Kanagawa's. */
export const inventedFlow: Flow = {
  questions: [
    {
      id: 'worry',
      kind: 'worries',
      ask: { ja: '何に困っていますか', en: 'What is the trouble?', ne: 'के समस्या छ?' },
    },
    { id: 'pressing', kind: 'pressing', ask: { ja: 'いちばんはどれですか', en: 'Which is the worst?' } },
    { id: 'place', kind: 'place', ask: { ja: 'どこですか', en: 'Where?' } },
    {
      id: 'urgency',
      kind: 'choice',
      ask: { ja: 'いつまでですか', en: 'How soon?' },
      options: [
        { value: 'now', label: { ja: '今日', en: 'Today' } },
        { value: 'talk', label: { ja: '急がない', en: 'No hurry' } },
      ],
    },
    { id: 'language', kind: 'language', ask: { ja: 'どのことばですか', en: 'Which language?' } },
  ],
  topics: [
    {
      value: 'rent_loan',
      label: { ja: '家賃が払えない', en: 'I cannot pay the rent' },
      words: ['家賃', 'rent'],
      now: ['@support', 'night-line'],
    },
    {
      value: 'housing',
      label: { ja: '住むところがない', en: 'No place to live' },
      words: ['住むところ'],
      crisis: { kind: 'shelter', when: { urgency: ['now'] } },
      now: ['@support', 'night-line'],
    },
    {
      value: 'violence',
      label: { ja: '身近な人がこわい', en: 'I am afraid of somebody' },
      words: ['暴力'],
      crisis: { kind: 'violence' },
      now: ['safe-line'],
    },
    { value: 'other', label: { ja: 'ほかのこと', en: 'Something else' }, words: [], now: ['@support'] },
  ],
  tables: {
    support: {
      '99000': 'prefecture-support',
      '99100': 'great-support',
      '99101': 'east-support',
      '99201': 'mihon-support',
      other: 'prefecture-support',
    },
  },
  desks: [
    {
      when: { crisis: ['violence'] },
      desk: 'safe-line',
      why: { ja: '安全を一緒に考えます', en: 'Safety first' },
    },
    { desk: '@support', why: { ja: 'まとめて相談できます', en: 'Everything in one place' } },
  ],
  beside: [
    {
      when: { language: ['ne'] },
      desk: 'multilingual',
      why: { ja: 'ことばを助けます', en: 'They help with words' },
    },
  ],
  situations: [
    {
      name: 'みほん市で家賃',
      answers: { worry: ['rent_loan'], municipality: ['99201'] },
      desk: 'mihon-support',
    },
    {
      name: '小みほん町で家賃',
      answers: { worry: ['rent_loan'], municipality: ['99301'] },
      desk: 'prefecture-support',
    },
    { name: 'こわい', answers: { worry: ['violence'] }, desk: 'safe-line', crisis: ['violence'] },
  ],
};

/** Municipalities, desks and the published conversation of the invented prefecture. */
export async function makeNavigator(
  db: Database,
  flow: Flow = inventedFlow,
): Promise<{ ids: Map<string, string> }> {
  await makeMunicipalities(db);
  const organisationId = await makeOwner(db);
  const ids = new Map<string, string>();
  let number = 1;
  for (const [code, content] of Object.entries(inventedDesks)) {
    const channels = [exampleChannel({ value: `0120-000-0${String(number).padStart(2, '0')}` })];
    const { serviceId } = await makeService(db, { organisationId, code, content: { channels, ...content } });
    ids.set(code, serviceId);
    number += 1;
  }
  granted(await saveFlow(db, it, { flow }));
  granted(await publishFlow(db, it));
  return { ids };
}
