import { ok, type Result, refuse } from '#platform/result.ts';

export const photoKinds = ['image/jpeg', 'image/png', 'image/webp'] as const;
export const largestPhoto = 8 * 1_048_576;
export const mostPhotos = 12;

/** Who can be recognised in it. */
export const shownPeople = ['nobody', 'adults', 'children'] as const;
export type ShownPeople = (typeof shownPeople)[number];
export const consents = ['paper', 'word'] as const;
export type Consent = (typeof consents)[number] | '';

export type PhotoRefusal =
  | 'consent-missing'
  | 'consent-day-missing'
  | 'children-need-paper'
  | 'too-many-photos'
  | 'infected'
  | 'scanner-silent';

/** Who can be recognised has agreed, on a day that is not to come; for a child a parent has signed. */
export function decidePhoto(facts: {
  shows: ShownPeople;
  consent: Consent;
  consentedOn: string;
  today: string;
  count: number;
  scan: 'clean' | 'infected' | 'unscanned' | 'unreachable';
}): Result<'show', PhotoRefusal> {
  const { shows, consent, consentedOn, today } = facts;
  if (shows !== 'nobody') {
    if (!consent) return refuse('consent-missing');
    if (shows === 'children' && consent !== 'paper') return refuse('children-need-paper');
    if (!consentedOn || consentedOn > today) return refuse('consent-day-missing');
  }
  if (facts.count >= mostPhotos) return refuse('too-many-photos', { most: mostPhotos });
  if (facts.scan === 'infected') return refuse('infected');
  return facts.scan === 'unreachable' ? refuse('scanner-silent') : ok('show');
}

/** Days until a picture that was taken off is gone from the disk too, at the latest. */
export const keptDays = 30;
