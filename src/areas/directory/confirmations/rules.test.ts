import { describe, expect, test } from 'vitest';
import { exampleChannel, exampleContent } from '../services/fixtures.ts';
import { mendHours, mendPhones, mendText } from './parts.ts';
import { decideLink, linkExpiry } from './rules.ts';

const now = new Date('2026-11-25T00:00:00Z');
const link = { organisationId: 'o1', expiresAt: new Date(now.getTime() + 1), withdrawnAt: null };
const entry = { organisationId: 'o1', publishedAt: now, sealed: false };

describe('a link', () => {
  test.each([
    ['in its thirty days', link, entry, 'open'],
    ['of nobody', undefined, undefined, 'unknown'],
    ['at the moment it expires', { ...link, expiresAt: now }, entry, 'expired'],
    ['that was taken back', { ...link, withdrawnAt: now }, entry, 'withdrawn'],
    [
      'that was taken back and has expired',
      { ...link, withdrawnAt: now, expiresAt: now },
      entry,
      'withdrawn',
    ],
    ['to an entry that was withdrawn', link, { ...entry, publishedAt: null }, 'not-shown'],
    ['to an entry that was sealed, in the same words', link, { ...entry, sealed: true }, 'not-shown'],
    ['to an entry that another answers for now', link, { ...entry, organisationId: 'o2' }, 'handed-over'],
  ])('%s', (_, of, to, state) => {
    const decision = decideLink(of, to, now);
    expect(decision.ok ? decision.value : decision.refusal).toBe(state);
  });

  test('works for thirty days', () => {
    expect(linkExpiry(now).toISOString()).toBe('2026-12-25T00:00:00.000Z');
  });
});

describe('what an owner mends', () => {
  const phone = exampleChannel({ id: 'p', label: { ja: '夜間' } });
  const content = exampleContent({
    channels: [phone, exampleChannel({ id: 'l', kind: 'line', value: 'mihon' })],
  });

  test('a number is changed in its place, an emptied one goes, a new one comes last', () => {
    const changed = mendPhones(content, [{ id: 'p', number: '0120-000-009' }]);
    expect(changed.channels).toEqual([{ ...phone, value: '0120-000-009' }, content.channels[1]]);
    expect(mendPhones(content, [{ id: 'p', number: '' }]).channels).toEqual([content.channels[1]]);
    const added = mendPhones(content, [{ id: 'n', number: '0120-000-008' }]).channels;
    expect(added.map(({ id }) => id)).toEqual(['p', 'l', 'n']);
    expect(added[2]).toMatchObject({ kind: 'phone', freeOfCharge: true });
  });

  test('the id of another way of contact changes nothing of it', () => {
    expect(mendPhones(content, [{ id: 'l', number: '0120-000-007' }]).channels).toEqual(content.channels);
  });

  test('hours are read from words, and what cannot be read is refused', () => {
    const cells = { days: '第2・第4土', opens: '16:00', closes: '18:00', note: '祝日休み' };
    const mended = mendHours(content, cells);
    expect(mended.ok && mended.value.hours?.rules).toEqual([
      { days: [6], nth: [2, 4], opens: '16:00', closes: '18:00' },
    ]);
    expect(mendHours(content, { ...cells, opens: 'ゆうがた' })).toMatchObject({ refusal: 'time-unreadable' });
  });

  test('texts keep what they say in other languages', () => {
    const text = { summary: '新しい一文', description: '', application: '' };
    expect(mendText(content, text).summary).toEqual({ ...content.summary, ja: '新しい一文' });
  });
});
