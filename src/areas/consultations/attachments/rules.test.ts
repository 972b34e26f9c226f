import { expect, test } from 'vitest';
import { decideAttachment, maxBytes, maxFiles } from './rules.ts';

const fits = { taken: true, state: 'open', count: 0, size: 1000, kind: 'image/jpeg' };

test.each([
  ['a photograph to somebody who listens', {}, 'image/jpeg'],
  ['a paper while one waits', { state: 'waiting', kind: 'application/pdf' }, 'application/pdf'],
  ['the desk takes no files', { taken: false }, 'attachments-off'],
  ['the guide listens, not a person', { state: 'bot' }, 'attachments-off'],
  ['the conversation has ended', { state: 'ended' }, 'attachments-off'],
  ['one more than there may be', { count: maxFiles }, 'attachments-too-many'],
  ['nothing in it', { size: 0 }, 'file-empty'],
  ['as large as may be', { size: maxBytes }, 'image/jpeg'],
  ['larger', { size: maxBytes + 1 }, 'file-too-large'],
  ['a program', { kind: 'application/zip' }, 'file-kind-not-taken'],
  ['what nobody knows', { kind: null }, 'file-kind-not-taken'],
])('%s', (_, change, expected) => {
  const decision = decideAttachment({ ...fits, ...change });
  expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
});
