import { record } from '#platform/audit/ledger.ts';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { isLang } from '#platform/i18n.ts';
import { enqueue, type Job } from '#platform/jobs.ts';
import { announce } from '#platform/live/announce.ts';
import { post } from '#platform/mail/outbox.ts';
import { listHolders, listPeopleMail } from '#platform/people/organisations.ts';
import { deskSupervisor } from '../access.ts';
import { findDesk } from '../desks/store.ts';
import { deskTopic } from '../messages/keys.ts';
import { deskPaths } from '../paths.ts';
import { listPresent } from '../presences/store.ts';
import { mailWords } from './mail-words.ts';
import { mostReminders, nextSupervisor } from './rules.ts';
import { type Escalation, lockEscalation, updateEscalation } from './store.ts';

/** What a call enqueues for the moment at which its clock runs out; carried out by `callJob`. */
export const remindOfCall = { name: 'risk.remind' } as Job<{ escalationId: string }>;

/** Nobody acknowledged in time: a mail to the next supervisor, which says nothing of anybody, and the clock begins anew. */
export function callJob({ publicUrl }: { publicUrl: string }): Job<{ escalationId: string }> {
  return {
    name: remindOfCall.name,
    run: ({ db, who, now }, { escalationId }) =>
      inTransaction(db, who, async (tx) => {
        const call = await lockEscalation(tx, escalationId);
        // Run twice, or before its time: there is nothing to remind of.
        if (!call || call.acknowledgedAt || call.resolvedAt || call.dueAt > now) return;
        if (call.reminders < mostReminders) await remind(tx, call, { publicUrl, now });
      }),
  };
}

async function remind(
  tx: Tx,
  call: Escalation,
  { publicUrl, now }: { publicUrl: string; now: Date },
): Promise<void> {
  const { deskId, contactId } = call;
  const { settings } = await findDesk(tx, deskId);
  const staff = await listHolders(tx, { organisationIds: [deskId], roles: [deskSupervisor.name] });
  const here = new Set((await listPresent(tx, { deskId, now })).map(({ personId }) => personId));
  const turn = staff.map(({ personId }) => ({ personId, present: here.has(personId) }));
  const toPersonId = nextSupervisor({ supervisors: turn, before: call.toPersonId }) ?? null;
  const dueAt = new Date(now.getTime() + settings.escalationMinutes * 60_000);
  const reminders = call.reminders + 1;
  await updateEscalation(tx, call.id, { toPersonId, reminders, dueAt });
  const [to] = await listPeopleMail(tx, toPersonId ? [toPersonId] : []);
  if (to) {
    const text = mailWords[isLang(to.lang) ? to.lang : 'ja'];
    const link = `${publicUrl}${deskPaths.desk.to({ deskId })}`;
    await post(tx, { to: to.email, subject: text.subject, body: text.body(link) });
  }
  await enqueue(tx, remindOfCall, { escalationId: call.id }, { at: dueAt });
  const facts = { escalationId: call.id, reminders, toPersonId };
  await record(tx, { event: 'risk.remind', subject: { kind: 'contact', id: contactId }, facts }, now);
  await announce(tx, deskTopic(deskId));
}
