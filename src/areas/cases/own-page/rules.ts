import { ok, type Result, refuse } from '#platform/result.ts';

export type OwnPageRefusal =
  | 'page-unknown'
  | 'page-rests'
  | 'words-missing'
  | 'words-too-long'
  | 'too-many-open'
  | 'answer-missing'
  | 'answered-before';

/** How long the page stays open on a device (hours), and how long a device that the person keeps lets them in (days). */
export const openHours = 1;
export const keptDays = 30;
/** Days in which a correction is answered, and a withdrawal is looked at. Source of the upper bound: 個人情報保護法, 30 days. */
export const answerDays = { correction: 14, withdrawal: 3 } as const;
/** Letters of a request, and how many may wait at once. */
export const requestLength = 2000;
const mostOpen = 5;

/** Number and passphrase let in; which of the two was wrong is not told, nor whether there is such a page, or was. */
export function decideEnter(facts: {
  matches: boolean;
  /** The page stands: not revoked, its case neither erased nor long over. */
  stands: boolean;
  restsUntil: Date | null;
  restMinutes: number;
  now: Date;
}): Result<'enter', OwnPageRefusal> {
  const { matches, stands, restsUntil, restMinutes, now } = facts;
  if (restsUntil && restsUntil > now) return refuse('page-rests', { minutes: restMinutes });
  return matches && stands ? ok('enter') : refuse('page-unknown');
}

export function pageStands(
  facts: { revokedAt: Date | null; sealedKey: string | null; fadesAt: Date | null },
  now: Date,
): boolean {
  return !facts.revokedAt && facts.sealedKey !== null && (!facts.fadesAt || facts.fadesAt > now);
}

export function decideRequest(words: string, open: number): Result<'ask', OwnPageRefusal> {
  if (!words.trim()) return refuse('words-missing');
  if (words.length > requestLength) return refuse('words-too-long', { most: requestLength });
  return open < mostOpen ? ok('ask') : refuse('too-many-open');
}

export const answers = ['done', 'partly', 'refused', 'seen'] as const;
export type Answer = (typeof answers)[number];

/** Whoever refuses says why: the person reads it. */
export function decideAnswer({
  answered,
  answer,
  words,
}: {
  answered: boolean;
  answer: string;
  words: string;
}): Result<'answer', OwnPageRefusal> {
  if (answered) return refuse('answered-before');
  if (!answers.includes(answer as Answer)) return refuse('answer-missing');
  const needsWords = answer === 'refused' || answer === 'partly';
  return needsWords && !words.trim() ? refuse('words-missing') : ok('answer');
}

/** Looks that are told to the person: who carries the case, who opened it in an emergency, and who read what was told to them. What the law keeps in a meeting stays there. */
export const toldLooks = ['supervisor', 'assigned', 'worker', 'urgent', 'received', 'link'] as const;
export type ToldLook = (typeof toldLooks)[number];

export interface Look {
  readonly day: string;
  readonly organisationId: string;
  readonly as: string;
}

/** One line a day for each organisation and role, newest first: enough to know, and nobody's name. */
export function looksTold(looks: readonly Look[]): readonly (Look & { readonly as: ToldLook })[] {
  const told = looks.filter((look): look is Look & { as: ToldLook } =>
    toldLooks.includes(look.as as ToldLook),
  );
  const lines = new Map(told.map((look) => [`${look.day} ${look.organisationId} ${look.as}`, look]));
  return [...lines.values()].toSorted((one, other) => other.day.localeCompare(one.day));
}

/** Classes of a plan's rows that are shown on the person's page: a screen is read by others too. */
export const shownClasses: readonly string[] = ['basic'];
