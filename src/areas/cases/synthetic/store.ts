import type { Tx } from '#platform/database/database.ts';
import { caseFiles, caseNumbers } from '../case-files/tables.ts';
import { personDetails, personKeys, persons } from '../persons/tables.ts';
import { caseRecords } from '../records/tables.ts';
import { caseScales, caseScaleStages } from '../scales/tables.ts';

/** Everything of a made-up year, table by table. */
export interface SyntheticRows {
  readonly persons: (typeof persons.$inferInsert)[];
  readonly details: (typeof personDetails.$inferInsert)[];
  readonly keys: (typeof personKeys.$inferInsert)[];
  readonly files: (typeof caseFiles.$inferInsert)[];
  readonly records: (typeof caseRecords.$inferInsert)[];
  readonly scales: (typeof caseScales.$inferInsert)[];
  readonly stages: (typeof caseScaleStages.$inferInsert)[];
  readonly numbers: typeof caseNumbers.$inferInsert;
}

export async function insertSynthetic(tx: Tx, rows: SyntheticRows): Promise<void> {
  await tx.insert(persons).values(rows.persons);
  await tx.insert(caseFiles).values(rows.files);
  await tx.insert(caseNumbers).values(rows.numbers);
  await tx.insert(personDetails).values(rows.details);
  await tx.insert(personKeys).values(rows.keys);
  await tx.insert(caseRecords).values(rows.records);
  await tx.insert(caseScales).values(rows.scales);
  await tx.insert(caseScaleStages).values(rows.stages);
}
