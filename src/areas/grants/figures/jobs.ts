import { inTransaction, type Tx } from '#platform/database/database.ts';
import { enqueue, type Job } from '#platform/jobs.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { offerValues } from '#areas/programs/index.ts';
import { openRow, readWritten } from '../applications/open.ts';
import { findApplication } from '../applications/store.ts';
import { findAward } from '../awards/store.ts';
import { readReport } from '../settlements/report.ts';
import { figureCsv } from './file.ts';
import { questionOf, type Sum, sumsOf, valueOf } from './rules.ts';
import { findProgramOf, insertFigures, listCounted, listUncounted } from './store.ts';

interface Counting {
  readonly programId: string;
}
const name = 'grant-figures.count';

/** Answers of a call's groups are counted again soon; many accounts that are fixed together are counted once. */
export async function countFiguresSoon(tx: Tx, callId: string): Promise<void> {
  const programId = await findProgramOf(tx, callId);
  if (programId) await enqueue(tx, { name } as Job<Counting>, { programId }, { key: `${name}:${programId}` });
}

/** Takes the numbers out of reports and applications whose account is fixed, and offers their sums to the measures of the program. */
export function figureJob({ vault }: { vault: Vault }): Job<Counting> {
  return {
    name,
    run: async ({ db, who, now }, { programId }) => {
      const awards = await inTransaction(db, who, (tx) => listUncounted(tx, programId));
      for (const awardId of awards)
        await inTransaction(db, who, (tx) => takeNumbers(tx, vault, { awardId, now }));
      await inTransaction(db, who, async (tx) => {
        const offers = sumsOf(await listCounted(tx, programId)).map(offerOf);
        await offerValues(tx, { programId, offers }, now);
      });
    },
  };
}

async function takeNumbers(
  tx: Tx,
  vault: Vault,
  { awardId, now }: { awardId: string; now: Date },
): Promise<void> {
  const award = await findAward(tx, awardId);
  const row = await openRow(tx, vault, await findApplication(tx, award.applicationId));
  const opened = { ...row, award, by: name };
  const { answers } = await readWritten(tx, opened);
  const numbers = (await readReport(tx, opened))?.said.numbers ?? {};
  const figures = (opened.terms.figures ?? []).map((figure) => ({
    awardId,
    callId: award.callId,
    bureauId: award.bureauId,
    figure: figure.code,
    measureId: figure.measureId,
    how: figure.how,
    question: questionOf(opened.terms, figure) ?? '',
    value: valueOf(figure.from === 'report' ? numbers[figure.question] : answers.get(figure.question)),
    countedAt: now,
  }));
  await insertFigures(tx, figures);
}

function offerOf({ measureId, value, sources, rows }: Sum) {
  const [ja, en] = (['ja', 'en'] as const).map((lang) => [
    ...new Set(rows.map(({ call }) => call[lang] || call.ja)),
  ]) as [string[], string[]];
  return {
    measureId,
    value,
    sources,
    label: { ja: ja.join('・'), en: en.join(', ') },
    file: figureCsv(rows),
  };
}
