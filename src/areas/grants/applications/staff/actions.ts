import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { seal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { mustWorkAt } from '../../access.ts';
import { readApplicant } from '../../applicants/actions.ts';
import type { Account } from '../../applicants/rules.ts';
import { applicationKey, type Opened, type Written } from '../open.ts';
import { listAlarms, updateAlarm } from '../papers/store.ts';
import { findApplication } from '../store.ts';

/** Somebody has looked into an alarm, and says what it was. */
export async function noteAlarm(
  db: Db,
  who: Who,
  input: { applicationId: string; alarmId: string; note: string; vault: Vault },
  now = new Date(),
): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    const application = await findApplication(tx, input.applicationId);
    mustWorkAt(who, application.bureauId);
    const alarm = (await listAlarms(tx, application.id)).find(({ id }) => id === input.alarmId);
    if (!alarm) throw new NotFound('alarm');
    const owner = alarmOwner(application.id);
    await updateAlarm(tx, alarm.id, {
      seenAt: now,
      seenBy: who.kind === 'person' ? who.personId : null,
      sealedNote: seal(applicationKey(input.vault, application), { text: input.note, owner }),
    });
    const subject = { kind: 'grant-application', id: application.id };
    await record(tx, { event: 'grant-paper.look-into', subject, facts: { alarm: alarm.id } }, now);
  });
}

export const alarmOwner = (applicationId: string) => `grant-application:${applicationId}:alarm`;

/** The account that the office last looked at, where the application names another: the one place where money could be led away. */
export async function otherAccount(
  tx: Tx,
  vault: Vault,
  { application, account }: Pick<Opened, 'application'> & Pick<Written, 'account'>,
): Promise<Account | undefined> {
  if (!application.applicantId || !account) return undefined;
  const known = (await readApplicant(tx, vault, application.applicantId)).account;
  if (!known) return undefined;
  const same = (['bank', 'branch', 'kind', 'number', 'holder'] as const).every(
    (part) => known[part] === account[part],
  );
  return same ? undefined : known;
}
