import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { ok, type Result } from '#platform/result.ts';
import { can, mustBeSecretariat } from '../access.ts';
import { copyTerms, listTerms } from '../terms/store.ts';
import { decideOpenYear, decideSummary, type OpenYearRefusal, type SummaryRefusal } from './rules.ts';
import { findYear, insertYear, updateYear, yearExists } from './store.ts';

/** Opens a fiscal year, with the vocabularies of another year when asked. */
export async function openYear(
  db: Db,
  who: Who,
  { year, copyVocabulariesFrom }: { year: number; copyVocabulariesFrom?: number | null },
  now = new Date(),
): Promise<Result<{ year: number }, OpenYearRefusal>> {
  mustBeSecretariat(who, can.runYear);
  return inTransaction(db, who, async (tx) => {
    const from = copyVocabulariesFrom ?? null;
    const decision = decideOpenYear({
      year,
      exists: await yearExists(tx, year),
      copyFrom: from === null ? null : { exists: await yearExists(tx, from) },
    });
    if (!decision.ok) return decision;
    await insertYear(tx, year);
    if (from !== null) await copyTerms(tx, { from, to: year });
    await record(
      tx,
      { event: 'year.open', subject: { kind: 'year', id: String(year) }, facts: { copiedFrom: from } },
      now,
    );
    return ok({ year });
  });
}

/** The overall sentence and rating of a year's report. */
export async function saveYearSummary(
  db: Db,
  who: Who,
  input: { year: number; summaryJa: string; summaryEn?: string; overallRating?: string | null },
  now = new Date(),
): Promise<Result<{ year: number }, SummaryRefusal>> {
  mustBeSecretariat(who, can.runYear);
  return inTransaction(db, who, async (tx) => {
    await findYear(tx, input.year);
    const overallRating = input.overallRating || null;
    const ratings = (await listTerms(tx, input.year, 'rating')).map((term) => term.code);
    const decision = decideSummary({ rating: overallRating, ratings });
    if (!decision.ok) return decision;
    await updateYear(tx, input.year, {
      summaryJa: input.summaryJa,
      summaryEn: input.summaryEn ?? '',
      overallRating,
    });
    await record(
      tx,
      {
        event: 'year.summarise',
        subject: { kind: 'year', id: String(input.year) },
        facts: { overallRating },
      },
      now,
    );
    return ok({ year: input.year });
  });
}
