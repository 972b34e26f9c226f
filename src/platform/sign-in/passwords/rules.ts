import { ok, refuse, type Result } from '../../result.ts';

export const shortestPassword = 12;
export const longestPassword = 200;

export type PasswordRefusal = 'password-short' | 'password-long' | 'password-common' | 'password-personal';

/** Words that long passwords of the worst lists are made of; what is left besides them has to be long enough by itself. */
const worstWords = [
  'administrator',
  'admin',
  'password',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'pass',
  'welcome',
  'letmein',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'asdf',
  'zxcvbnm',
  '1q2w3e4r5t6y',
  '1q2w3e4r',
  'qazwsx',
  'iloveyou',
  'abcdefghijklmnopqrstuvwxyz',
  'abc',
  '0123456789',
  '123456789',
  '9876543210',
  '12345678',
  '123456',
  '1234',
  'monkey',
  'dragon',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'pokemon',
  'doraemon',
  'nintendo',
  'sakura',
  'himitsu',
  'secret',
  'changeme',
  'default',
  'test',
  'guest',
  'tsunagi',
  'tokyo',
  'japan',
];
const leastOwnPart = 6;

/** Long instead of complicated (NIST SP 800-63B): no classes of characters are asked for, known and personal words do not count. */
export function decidePassword(
  password: string,
  { email, name }: { email: string; name: string },
): Result<'accept', PasswordRefusal> {
  const text = normalizePassword(password);
  const length = lengthOf(text);
  if (length < shortestPassword) return refuse('password-short', { least: shortestPassword });
  if (length > longestPassword) return refuse('password-long', { most: longestPassword });
  const plain = text.toLowerCase();
  if (new Set(plain).size < 5 || ownPart(plain, worstWords) < leastOwnPart) return refuse('password-common');
  const personal = [...email.toLowerCase().split(/[@._+-]/), ...name.toLowerCase().split(/\s+/)];
  const long = personal.filter((part) => lengthOf(part) >= 3);
  if (ownPart(plain, [...long, ...worstWords]) < leastOwnPart) return refuse('password-personal');
  return ok('accept');
}

/** The same password typed with another keyboard is the same; blanks around it are not part of it. */
export function normalizePassword(password: string): string {
  return password.normalize('NFKC').trim();
}

/** Characters outside the basic plane count once. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** How many characters are left, repetitions counted once, when the given words are taken out, the longest first. */
function ownPart(text: string, without: readonly string[]): number {
  let rest = text;
  for (const word of [...without].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, ' ');
  return new Set(rest.replace(/[\s\d\p{P}\p{S}]+$/u, '').replace(/\s/g, '')).size;
}
