import type { PersonWho } from '#platform/access.ts';
import type { Database } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { makeAssessedCase } from '../case-files/fixtures.ts';
import { savePlan } from './actions.ts';
import { emptyRow } from './write.ts';

/** A case whose plan of half a year has a row for a program; gives its id. */
export async function makePlannedCase(
  { db, vault }: { db: Database; vault: Vault },
  { who, organisationId, program }: { who: PersonWho; organisationId: string; program: string },
): Promise<string> {
  const { id: caseId } = await makeAssessedCase({ db, vault }, { organisationId, assignedTo: who.personId });
  const today = tokyoDay(new Date());
  const saved = await savePlan(db, who, {
    vault,
    caseId,
    version: 0,
    issues: '人と会っていない',
    longGoal: '',
    goal: '働き始める',
    remark: '',
    careful: {},
    isEmploymentTarget: true,
    startsOn: today,
    endsOn: addDays(today, 180),
    monitorOn: addDays(today, 90),
    rows: [
      { ...emptyRow, what: '朝起きる', bearer: 'person' },
      { ...emptyRow, what: '働く練習', bearer: 'related', related: 'training-place', program },
    ],
  });
  if (!saved.ok) throw new Error(saved.refusal);
  return caseId;
}
