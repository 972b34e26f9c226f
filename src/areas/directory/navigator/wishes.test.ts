import { expect, test } from 'vitest';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import type { Hours } from '../hours/hours.ts';
import { navigatorPaths } from '../paths.ts';
import { exampleChannel, makeMunicipalities, makeService } from '../services/fixtures.ts';
import { inventedFlow, makeNavigator } from './fixtures.ts';

const app = await testApp();
await makeMunicipalities(app.db);
const hours: Hours = { alwaysOpen: true, rules: [], publicHolidays: 'same', closures: [], exceptions: [] };
const desk = (code: string, kind: 'phone' | 'line', spoken: readonly string[]) =>
  makeService(app.db, {
    code,
    content: {
      name: { ja: `${code}の窓口` },
      hours,
      channels: [exampleChannel({ kind, value: kind === 'line' ? 'mihon' : '0120-000-077' })],
      languages: spoken.map((each) => ({ id: crypto.randomUUID(), code: each, note: '' })),
    },
  });
await desk('calling', 'phone', []);
await desk('writing', 'line', []);
await desk('nepali', 'phone', ['ne']);
const rent = inventedFlow.topics.filter(({ value }) => value === 'rent_loan');
await makeNavigator(app.db, {
  ...inventedFlow,
  questions: [
    ...inventedFlow.questions,
    {
      id: 'contact',
      kind: 'choices',
      ask: { ja: 'どうすれば話せそうですか', en: 'How could you talk?' },
      options: [
        { value: 'phone', label: { ja: '電話', en: 'Telephone' } },
        { value: 'text', label: { ja: '文字', en: 'Text' } },
      ],
    },
  ],
  topics: [
    ...rent.map((topic) => ({ ...topic, now: ['calling', 'writing', 'nepali'] })),
    ...inventedFlow.topics.filter((topic) => !rent.includes(topic)),
  ],
});

/** The three desks, all of them open, in the order in which the end of the conversation names them. */
async function order(answers: Record<string, string>): Promise<readonly string[]> {
  const asked = { on: 'worry', go: 'result', 'worry[]': 'rent_loan', municipality: '99201', ...answers };
  const text = await textOf(await app.post(navigatorPaths.start.to({}), asked));
  return [...text.matchAll(/(calling|writing|nepali)の窓口/g)].map(([, code]) => code ?? '');
}

test('of those who are there now, whoever can be reached as it feels possible is named first', async () => {
  expect(await order({})).toEqual(['calling', 'writing', 'nepali']);
  expect(await order({ 'contact[]': 'text' })).toEqual(['writing', 'calling', 'nepali']);
  expect(await order({ 'contact[]': 'phone' })).toEqual(['calling', 'nepali', 'writing']);
});

test('and before that, whoever speaks the language', async () => {
  expect((await order({ language: 'ne', 'contact[]': 'text' }))[0]).toBe('nepali');
});
