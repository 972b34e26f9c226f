import { describe, expect, test } from 'vitest';
import {
  exampleChannel,
  exampleContent,
  exampleLocation,
  inventedMunicipalities,
} from '../services/fixtures.ts';
import { applyDecision, cellsFor, firstCells, isWritable } from './apply.ts';
import { draftOf } from './draft.ts';
import { correctableFields } from './items.ts';
import { decideDecision, decidePropose, decideStaffProposal } from './rules.ts';

const places = inventedMunicipalities.map(({ county = null, ...place }) => ({ ...place, county }));
const context = { places, newId: () => 'new' };
const content = exampleContent({ channels: [exampleChannel({ id: 'p' })], locations: [exampleLocation()] });

describe('what may be proposed', () => {
  test.each([
    ['about an entry of which nothing waits', { waiting: 0, isNew: false, today: 0 }, 'propose'],
    ['about an entry of which twenty wait', { waiting: 20, isNew: false, today: 0 }, 'enough-waiting'],
    ['about a missing entry while twenty wait', { waiting: 20, isNew: true, today: 0 }, 'propose'],
    ['on a day that is full', { waiting: 0, isNew: false, today: 400 }, 'too-many-today'],
  ])('%s', (_, facts, answer) => {
    const decision = decidePropose(facts);
    expect(decision.ok ? decision.value : decision.refusal).toBe(answer);
  });

  test('staff propose for others, and something that differs', () => {
    expect(decideStaffProposal({ mayWrite: true, changed: true })).toMatchObject({ refusal: 'own-entry' });
    expect(decideStaffProposal({ mayWrite: false, changed: false })).toMatchObject({
      refusal: 'nothing-proposed',
    });
    expect(decideStaffProposal({ mayWrite: false, changed: true }).ok).toBe(true);
  });
});

test.each([
  [{ status: 'open', decision: 'accept', reason: '' }, 'decide'],
  [{ status: 'open', decision: 'decline', reason: ' ' }, 'reason-missing'],
  [{ status: 'open', decision: 'decline', reason: '確かめました' }, 'decide'],
  [{ status: 'accepted', decision: 'accept', reason: '' }, 'already-decided'],
  [{ status: 'declined', decision: 'accept', reason: '' }, 'already-decided'],
] as const)('a decision on %j: %s', (facts, answer) => {
  const decided = decideDecision(facts);
  expect(decided.ok ? decided.value : decided.refusal).toBe(answer);
});

describe('a decision is written into the entry', () => {
  const apply = (field: (typeof correctableFields)[number], cells: Record<string, string>) =>
    applyDecision(content, { field, cells, status: 'active' }, context);

  test.each([
    ['phone', { phone: '０１２０－０００－００２' }, { channels: [{ value: '0120-000-002' }] }],
    [
      'address',
      { address: '見本郡小みほん町中央5-6', building: '' },
      { locations: [{ municipality: '99301', town: '中央', line: '5-6' }] },
    ],
    ['name', { name: '新しい名前' }, { name: { ja: '新しい名前' } }],
    [
      'costs',
      { costs: '無料。材料費は自分で払います' },
      { costs: { free: true, description: { ja: '材料費は自分で払います' } } },
    ],
    [
      'hours',
      { days: '土', opens: '10:00', closes: '12:00', hoursNote: '' },
      { hours: { rules: [{ days: [6] }] } },
    ],
  ] as const)('%s', (field, cells, expected) => {
    const applied = apply(field, cells);
    expect(applied.ok && applied.value).toMatchObject(expected);
  });

  test('an entry that has ended is no longer active', () => {
    const ended = applyDecision(content, { field: 'closed', cells: {}, status: 'defunct' }, context);
    expect(ended.ok && ended.value.status).toBe('defunct');
    expect(applyDecision(content, { field: 'closed', cells: {}, status: 'active' }, context)).toMatchObject({
      refusal: 'nothing-changed',
    });
  });

  test('what cannot be read, or would change nothing, is refused', () => {
    expect(apply('phone', { phone: 'でんわ' })).toMatchObject({
      refusal: 'unreadable',
      facts: { text: 'でんわ' },
    });
    expect(apply('phone', { phone: '0120-000-001' })).toMatchObject({ refusal: 'nothing-changed' });
  });

  test('the words that were said stand in the form at first, but not where they cannot', () => {
    const write = () => '今の内容';
    const items = [{ field: 'website' as const, said: 'https://new.example.jp' }];
    expect(firstCells('website', { content, items }, write)).toEqual({ website: 'https://new.example.jp' });
    expect(firstCells('summary', { content, items }, write)).toEqual({ summary: '今の内容' });
    const hours = firstCells(
      'hours',
      { content, items: [{ field: 'hours', said: '土曜は休みです' }] },
      write,
    );
    expect(hours).toMatchObject({ days: '月火水木金', opens: '09:00' });
  });

  test('every field that can be said to be wrong has cells, or a form of its own', () => {
    for (const field of correctableFields)
      expect(cellsFor(field).length > 0 || field === 'closed' || !isWritable(field, content), field).toBe(
        true,
      );
  });
});

test('what cannot be read of a missing entry stays in its description', () => {
  const said = {
    kind: 'place',
    name: 'みほん食堂',
    description: '夕ご飯',
    address: 'どこかの駅前',
    phone: 'でんわ',
    website: '',
  } as const;
  const draft = draftOf(said, places);
  expect(draft).toMatchObject({ kind: 'place', name: { ja: 'みほん食堂' }, channels: [], locations: [] });
  expect(draft.description.ja).toBe('夕ご飯\nどこかの駅前\nでんわ');
});
