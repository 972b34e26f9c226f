import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { can, mayKeepTargets, supervises } from '../access.ts';
import type { TargetFigure } from './rules.ts';
import { deleteTarget, writeArea, writeTarget } from './store.ts';

/** 目安値 of a fiscal year: those with a source count as verified; an emptied one gives way to the standard's. */
export async function saveTargets(
  db: Db,
  who: Who,
  {
    fiscalYear,
    values,
    source,
  }: { fiscalYear: number; values: Readonly<Record<TargetFigure, number | null>>; source: string },
  now = new Date(),
): Promise<void> {
  if (!mayKeepTargets(who)) throw new Forbidden(can.keepTargets.name);
  await inTransaction(db, who, async (tx) => {
    const rows = Object.entries(values);
    for (const [figure, value] of rows) {
      if (value === null) {
        await deleteTarget(tx, { fiscalYear, figure });
        continue;
      }
      await writeTarget(tx, {
        fiscalYear,
        figure,
        value,
        source,
        verified: source !== '',
        updatedAt: now,
        updatedBy: who.kind === 'person' ? who.personId : null,
      });
    }
    const facts = { fiscalYear, figures: rows.filter(([, value]) => value !== null).length };
    await record(
      tx,
      { event: 'case.targets', subject: { kind: 'fiscal-year', id: String(fiscalYear) }, facts },
      now,
    );
  });
}

/** For whose people an organisation answers: its supervisor says so, or the headquarters. */
export async function saveArea(
  db: Db,
  who: Who,
  { organisationId, municipalities }: { organisationId: string; municipalities: readonly string[] },
  now = new Date(),
): Promise<void> {
  if (!supervises(who, organisationId) && !mayKeepTargets(who)) throw new Forbidden(can.keepArea.name);
  await inTransaction(db, who, async (tx) => {
    await writeArea(tx, {
      organisationId,
      municipalities: [...municipalities],
      updatedAt: now,
      updatedBy: who.kind === 'person' ? who.personId : null,
    });
    const facts = { municipalities: municipalities.length };
    await record(
      tx,
      { event: 'case.area', subject: { kind: 'organisation', id: organisationId }, facts },
      now,
    );
  });
}
