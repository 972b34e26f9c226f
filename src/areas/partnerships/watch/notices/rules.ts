import { ok, refuse, type Result } from '#platform/result.ts';

/** Whom a notice concerns, the one that cannot wait first: a notice goes to the desk of the first that it names. */
export const subjects = ['violence', 'child', 'consumer', 'elder', 'life'] as const;
export type Subject = (typeof subjects)[number];

/** What can be noticed from outside, and whom it concerns. */
export const signs = {
  'not-seen': 'elder',
  'post-piles': 'elder',
  lights: 'elder',
  lost: 'elder',
  unwell: 'life',
  hungry: 'life',
  money: 'life',
  shouting: 'violence',
  bruises: 'violence',
  'child-alone': 'child',
  seller: 'consumer',
  transfer: 'consumer',
  other: 'life',
} as const satisfies Record<string, Subject>;
export type Sign = keyof typeof signs;

export function isSign(code: string): code is Sign {
  return Object.hasOwn(signs, code);
}

export type NoticeRefusal =
  | 'nothing-noticed'
  | 'other-needs-words'
  | 'network-members-only'
  | 'desk-gone'
  | 'join-itself'
  | 'joined-before'
  | 'desk-has-it';

/** A notice says what was noticed: by choosing, or in words. */
export function decideNotice({
  signs: chosen,
  words,
  open,
  member,
}: {
  signs: readonly string[];
  words: string;
  open: boolean;
  member: boolean;
}): Result<readonly Sign[], NoticeRefusal> {
  if (!open && !member) return refuse('network-members-only');
  const known = chosen.filter(isSign);
  if (known.length === 0 && !words.trim()) return refuse('nothing-noticed');
  if (known.every((sign) => sign === 'other') && !words.trim()) return refuse('other-needs-words');
  return ok(known.length > 0 ? known : ['other']);
}

/** The desk for what was noticed: of what concerns most, if the network names one for it. */
export function deskFor(
  {
    deskId,
    routes,
  }: { readonly deskId: string; readonly routes: Readonly<Partial<Record<Subject, string>>> },
  noticed: readonly Sign[],
): string {
  const named = subjects.find(
    (subject) => routes[subject] !== undefined && noticed.some((sign) => signs[sign] === subject),
  );
  return (named && routes[named]) ?? deskId;
}

const digits = '〇一二三四五六七八九';

/** A place as people write it, made alike: 「見本町３丁目 4-5付近」 and 「見本町三丁目」 are the same. */
export function plainPlace(place: string): string {
  const text = place
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/[一二三四五六七八九](?=丁目)/g, (digit) => String(digits.indexOf(digit)));
  const block = /^.*?丁目/.exec(text)?.[0];
  return block ?? text.replace(/(の)?(付近|周辺|近く|あたり|辺り|のあたり)+$/g, '');
}

interface Arrived {
  readonly id: string;
  readonly at: Date;
  readonly placeMark: string;
  readonly memberId: string | null;
  readonly signs: readonly string[];
  readonly joinedTo: string | null;
}

const dayMs = 86_400_000;
/** Days in which two notices of one place may be of one person; of one member, whatever the place, fewer. */
const samePlaceDays = 14;
const sameMemberDays = 3;

/** Notices that may be of the same person, the nearest in time first: a person decides, the rule only points. */
export function likelySame<Notice extends Arrived>(
  of: Arrived,
  others: readonly Notice[],
): readonly Notice[] {
  const apart = (other: Arrived) => Math.abs(of.at.getTime() - other.at.getTime());
  return others
    .filter((other) => other.id !== of.id && other.joinedTo === null)
    .filter((other) => {
      if (other.placeMark === of.placeMark) return apart(other) <= samePlaceDays * dayMs;
      const shared = other.signs.some((sign) => sign !== 'other' && of.signs.includes(sign));
      const member = of.memberId !== null && other.memberId === of.memberId;
      return member && shared && apart(other) <= sameMemberDays * dayMs;
    })
    .toSorted((a, b) => apart(a) - apart(b));
}

/** One of two goes on with the other, and neither with itself or in a circle. */
export function decideJoin(from: Arrived, into: Arrived): Result<'join', NoticeRefusal> {
  if (from.id === into.id) return refuse('join-itself');
  return from.joinedTo || into.joinedTo ? refuse('joined-before') : ok('join');
}

/** Days after which the words of a notice are gone here, at the latest; those of the contact go by the promise of its desk. */
export const keptDays = 90;
