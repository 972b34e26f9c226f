import { system } from '#platform/access.ts';
import type { Database } from '#platform/database/database.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { makeSyntheticCases } from './actions.ts';

/** People of a desk in a fiscal year, each consulted once; three of four were asked twice how things stand. */
export async function makeCasesOfYear(
  db: Database,
  vault: Vault,
  desk: { organisationId: string; workerId: string; people: number; fiscalYear: number },
): Promise<void> {
  const { organisationId, workerId, people, fiscalYear } = desk;
  await makeSyntheticCases(db, system('test'), {
    vault,
    fiscalYear,
    organisationId,
    seed: `of ${people}`,
    people,
    consultations: people,
    accompaniments: 0,
    protection: 0,
    independence: 0,
    sexes: ['female'],
    worries: ['housing'],
    municipalities: ['14201'],
    workers: [workerId],
    names: [['見本 一', 'みほん いち']],
    words: {},
  });
}
