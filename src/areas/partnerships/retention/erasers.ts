import type { Tx } from '#platform/database/database.ts';
import { trainingErasers } from '#areas/training/index.ts';
import { keptDays as wordDays } from '../matches/rules.ts';
import { keptDays as meetingDays } from '../meetings/rules.ts';
import { applicantKeptDays } from '../members/rules.ts';
import { keptDays as paperDays } from '../places/papers/rules.ts';
import { keptDays as photoDays } from '../places/photos/rules.ts';
import { keptDays as answerDays } from '../places/wishes/rules.ts';
import { keptDays as bookingDays } from '../watch/lawyer-days/rules.ts';
import { keptDays as noticeDays } from '../watch/notices/rules.ts';
import type { Bounds } from './rules.ts';
import {
  eraseAnswers,
  eraseApplicants,
  eraseBookings,
  eraseEntrants,
  eraseMatchWords,
  eraseNotices,
  erasePapers,
  erasePhotos,
} from './store.ts';

interface Eraser extends Bounds {
  /** Takes what ended before a moment, and says how many it was. */
  readonly erase: (tx: Tx, before: Date) => Promise<number>;
}

/** Everything that people left here and in the trainings, and how it goes. The least is what the work itself still needs. */
export const erasers = {
  'match-words': { least: 30, most: wordDays, erase: eraseMatchWords },
  // Two notices of one place are looked at together for fourteen days.
  notice: { least: 14, most: noticeDays, erase: eraseNotices },
  booking: { least: 7, most: bookingDays, erase: eraseBookings },
  'wish-answer': { least: 7, most: answerDays, erase: eraseAnswers },
  'meeting-entrant': { least: 7, most: meetingDays, erase: eraseEntrants },
  applicant: { least: 7, most: applicantKeptDays, erase: eraseApplicants },
  'place-photo': { least: 1, most: photoDays, erase: erasePhotos },
  'place-paper': { least: 30, most: paperDays, erase: erasePapers },
  ...trainingErasers,
} as const satisfies Readonly<Record<string, Eraser>>;

export type ErasedKind = keyof typeof erasers;
export const erasedKinds = Object.keys(erasers) as readonly ErasedKind[];
