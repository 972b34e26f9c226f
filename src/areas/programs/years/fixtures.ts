import { randomUUID } from 'node:crypto';
import { system } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { insertOrganisation } from '#platform/people/organisations.ts';
import type { Result } from '#platform/result.ts';
import { saveTerms, type TermInput } from '../terms/actions.ts';
import type { Scheme } from '../terms/rules.ts';
import { openYear } from './actions.ts';

const it = system('test');

/** A refused fixture is a broken test. */
export function granted<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`);
  return result.value;
}

/** A bureau of an invented prefecture. */
export async function makeBureau(db: Database, nameJa = '試験局', nameEn = 'Test bureau'): Promise<string> {
  const bureau = { kind: 'bureau', code: `bureau-${randomUUID()}`, nameJa, nameEn } as const;
  return inTransaction(db, it, (tx) => insertOrganisation(tx, bureau));
}

type Words = Readonly<Partial<Record<Scheme, readonly (TermInput & { code: string })[]>>>;

/** Words of no prefecture that exists. */
export const inventedWords = {
  category: [
    { code: 'home', nameJa: '住まいを支える', nameEn: 'Homes', details: { mainContent: '部屋をさがす' } },
    { code: 'work', nameJa: '仕事を支える', nameEn: 'Work' },
  ],
  pillar: [
    { code: 'p1', nameJa: '気づく', nameEn: 'Notice' },
    { code: 'p2', nameJa: 'つなぐ', nameEn: 'Connect' },
  ],
  line: [{ code: 'L1', nameJa: '計画の一', nameEn: 'Line one' }],
  domain: [
    { code: 'housing', nameJa: '住まい', nameEn: 'Housing' },
    { code: 'food', nameJa: '食べもの', nameEn: 'Food' },
  ],
  rating: [
    { code: 'good', nameJa: '順調', nameEn: 'On track', details: { level: 1 } },
    { code: 'late', nameJa: '遅れ', nameEn: 'Late', details: { level: 2 } },
  ],
  unit: [
    { code: 'cases', nameJa: '件', nameEn: 'cases' },
    { code: 'persons', nameJa: '人', nameEn: 'persons' },
    { code: 'percent', nameJa: '％', nameEn: '%' },
  ],
} as const satisfies Words;

/** Opens a fiscal year with invented words and these bureaus (one is made when none is given). */
export async function makeYear(
  db: Database,
  { year = 2024, bureaus, words = {} }: { year?: number; bureaus?: readonly string[]; words?: Words } = {},
): Promise<{ year: number; bureaus: readonly [string, ...string[]] }> {
  granted(await openYear(db, it, { year }));
  const [first = await makeBureau(db), ...others] = bureaus ?? [];
  const all = [first, ...others] as const;
  const bureau = all.map((organisationId, index) => ({
    code: `bureau-${index + 1}`,
    nameJa: `${year}年度の局${index + 1}`,
    nameEn: `Bureau ${index + 1} of ${year}`,
    organisationId,
  }));
  for (const [scheme, terms] of Object.entries({ ...inventedWords, bureau, ...words } as Words))
    granted(await saveTerms(db, it, { year, scheme: scheme as Scheme, terms: terms ?? [] }));
  return { year, bureaus: all };
}
