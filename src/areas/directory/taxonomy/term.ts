import type { Text } from '#platform/i18n.ts';

/** One word of a taxonomy: what entries are filed under. */
export interface Term {
  readonly code: string;
  readonly name: Text;
  readonly description: Text;
  /** The same need in the SDOH categories of the Gravity Project. */
  readonly gravity?: readonly string[];
  /** The same need in Open Eligibility, by the path of its names. */
  readonly openEligibility?: readonly string[];
  /** お困りごと of GIF 491-1 under which a worry belongs. */
  readonly need?: string;
}

/** A term whose description says no more than its name. */
export function plain(code: string, ja: string, en: string): Term {
  return { code, name: { ja, en }, description: { ja, en } };
}
