import type { webhook } from '@line/bot-sdk';
import { describe, expect, test } from 'vitest';
import { lineEvent, pressEvent, textEvent } from '../line.testing.ts';
import { isTimely, messageOf, pressData, readDeed, readPress } from './rules.ts';

const official = (event: Record<string, unknown>) => event as unknown as webhook.Event;
const message = (content: Record<string, unknown>) =>
  official(lineEvent('message', { message: { id: '1', ...content } }));
const sent = (what: string, words = '') => ({ kind: 'sent', messageId: '1', what, words });

describe('what an event of LINE says', () => {
  test.each<[string, webhook.Event, unknown]>([
    [
      'a text',
      official(textEvent('眠れません', { id: '7' })),
      { kind: 'wrote', messageId: '7', text: '眠れません' },
    ],
    [
      'a sticker with its keywords',
      message({ type: 'sticker', keywords: ['泣く', 'つらい', '雨', '夜'] }),
      sent('sticker', '泣く・つらい・雨'),
    ],
    [
      'a sticker with words on it',
      message({ type: 'sticker', text: 'ありがとう', keywords: ['礼'] }),
      sent('sticker', 'ありがとう'),
    ],
    ['a sticker that says nothing', message({ type: 'sticker' }), sent('sticker')],
    ['a picture', message({ type: 'image', contentProvider: { type: 'line' } }), sent('image')],
    ['a video', message({ type: 'video' }), sent('video')],
    ['a voice', message({ type: 'audio' }), sent('audio')],
    ['a file', message({ type: 'file', fileName: '診断書.pdf' }), sent('file')],
    ['a place', message({ type: 'location', address: '例示' }), sent('location')],
    ['a message of a kind to come', message({ type: 'hologram' }), undefined],
    ['somebody adds the account', official(lineEvent('follow')), { kind: 'came' }],
    ['somebody blocks it', official(lineEvent('unfollow')), { kind: 'left' }],
    [
      'a message is taken back',
      official(lineEvent('unsend', { unsend: { messageId: '7' } })),
      { kind: 'unsent', messageId: '7' },
    ],
    [
      'a message is changed',
      official(lineEvent('messageEdited', { message: { type: 'text', id: '7', text: 'やめます' } })),
      { kind: 'changed', messageId: '7', text: 'やめます' },
    ],
    ['a button is pressed', official(pressEvent('open')), { kind: 'pressed', press: { button: 'open' } }],
    [
      'a choice of the guide',
      official(pressEvent('choice=worry:debt')),
      { kind: 'pressed', press: { button: 'choice', value: 'worry:debt' } },
    ],
    ['a button that is none of ours', official(pressEvent('buy=1')), undefined],
    ['a beacon', official(lineEvent('beacon', { beacon: {} })), undefined],
  ])('%s', (_, event, deed) => {
    expect(readDeed(event)).toEqual(deed);
  });

  test('a press brings back what its button said', () => {
    for (const press of [{ button: 'danger' }, { button: 'choice', value: 'place:14203' }] as const)
      expect(readPress(pressData(press))).toEqual(press);
  });

  test.each<[string, webhook.Event, string | undefined]>([
    ['brings', official(textEvent('x', { id: '7' })), '7'],
    ['takes back', official(lineEvent('unsend', { unsend: { messageId: '8' } })), '8'],
    ['concerns none', official(lineEvent('follow')), undefined],
  ])('the message that an event %s', (_, event, id) => {
    expect(messageOf(event)).toBe(id);
  });
});

const now = new Date('2026-11-25T12:00:00Z');
test.each([
  ['of this second', 0, true],
  ['told again after a day', 24, true],
  ['kept for six days', 6 * 24, true],
  ['kept for a week', 7 * 24, false],
  ['of the next minutes: clocks differ', -0.1, true],
  ['of the next hour', -1, false],
])('an event %s', (_, hours, timely) => {
  expect(isTimely({ happenedAt: now.getTime() - hours * 3_600_000, now })).toBe(timely);
});
