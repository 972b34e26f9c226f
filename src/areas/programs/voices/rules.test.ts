import { expect, test } from 'vitest';
import { decideVoice } from './rules.ts';

const voice = {
  speaker: '対象者',
  words: '来てよかった',
  consentOn: '2025-05-01',
  consentHow: '書面',
  today: '2025-05-01',
};

test.each([
  ['with consent, its day and its way', {}, 'save'],
  ['without a role', { speaker: ' ' }, 'speaker-missing'],
  ['without words', { words: '\n' }, 'words-missing'],
  ['without the day of consent', { consentOn: '' }, 'consent-missing'],
  ['with a day that is no day', { consentOn: '5月' }, 'consent-missing'],
  ['without the way of consent', { consentHow: '' }, 'consent-missing'],
  ['with consent of tomorrow', { consentOn: '2025-05-02' }, 'consent-in-the-future'],
])('a voice %s', (_, given, expected) => {
  const decision = decideVoice({ ...voice, ...given });
  expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
});
