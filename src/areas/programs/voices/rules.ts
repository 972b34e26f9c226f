import { ok, type Result, refuse } from '#platform/result.ts';
import type { EntryRefusal } from '../programs/rules.ts';

export type VoiceRefusal =
  | EntryRefusal
  | 'consent-missing'
  | 'consent-in-the-future'
  | 'speaker-missing'
  | 'words-missing';

/** A voice is told by its role, in its words, and only with consent whose day and way are written down. */
export function decideVoice(facts: {
  speaker: string;
  words: string;
  consentOn: string;
  consentHow: string;
  today: string;
}): Result<'save', VoiceRefusal> {
  if (!facts.speaker.trim()) return refuse('speaker-missing');
  if (!facts.words.trim()) return refuse('words-missing');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(facts.consentOn) || !facts.consentHow.trim())
    return refuse('consent-missing');
  return facts.consentOn > facts.today ? refuse('consent-in-the-future') : ok('save');
}
