import { randomUUID } from 'node:crypto';
import { hasRole, type PersonWho } from '#platform/access.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { type Mail, postAll } from '#platform/mail/outbox.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { actsFor, can, concierge, watchKeeper } from '../../access.ts';
import { watchPaths } from '../../paths.ts';
import { mustKeep, noted, openMember, watching } from '../actions.ts';
import {
  findMemberByToken,
  findNetwork,
  listWatchMembers,
  type Network,
  type WatchMember,
} from '../store.ts';
import { decideWarning, type WarningRefusal, type WarningStep } from './rules.ts';
import {
  findWarning,
  insertReceipts,
  insertWarning,
  listReceipts,
  lockWarning,
  markRead,
  type NewReceipt,
  updateWarning,
  type Warning,
} from './store.ts';
import { mailWords } from './words.ts';

export interface WarningText {
  readonly title: string;
  readonly body: string;
  readonly advice: string;
}
interface Named {
  readonly organisationId: string;
  readonly warningId: string;
}
interface Outside {
  readonly vault: Vault;
  readonly publicUrl: string;
}

/** A keeper writes a warning; it waits for a second person. */
export async function writeWarning(
  db: Db,
  who: PersonWho,
  { organisationId, ...text }: WarningText & { organisationId: string },
  now = new Date(),
): Promise<{ warningId: string }> {
  mustKeep(who, organisationId);
  const warningId = randomUUID();
  await inTransaction(db, who, async (tx) => {
    await findNetwork(tx, organisationId);
    const written = { state: 'proposed', writtenBy: who.personId, writtenAt: now };
    await insertWarning(tx, { id: warningId, organisationId, ...text, ...written });
    await noted(tx, { event: 'watch.write-warning', organisationId, facts: { warning: warningId } }, now);
  });
  return { warningId };
}

/** Whoever changed the words wrote them: another one checks. */
export async function editWarning(
  db: Db,
  who: PersonWho,
  { organisationId, warningId, ...text }: WarningText & Named,
  now = new Date(),
): Promise<Result<'edited', WarningRefusal>> {
  mustKeep(who, organisationId);
  return inTransaction(db, who, async (tx) => {
    const warning = await lockWarning(tx, { organisationId, warningId });
    const decision = decideWarning('edit', { ...factsOf(who, warning), remark: '', fresh: true });
    if (!decision.ok) return decision;
    const written = { state: decision.value, writtenBy: who.personId, writtenAt: now, remark: '' };
    await updateWarning(tx, warningId, { ...text, ...written });
    await noted(tx, { event: 'watch.write-warning', organisationId, facts: { warning: warningId } }, now);
    return ok('edited');
  });
}

function factsOf(who: PersonWho, { state, writtenBy, organisationId }: Warning) {
  return { state, writtenBy, personId: who.personId, keeper: actsFor(who, watchKeeper, organisationId) };
}

/** Whoever may read a warning before it is sent: its keepers, and the platform's office. */
export function mustCheck(who: PersonWho, organisationId: string): void {
  if (!actsFor(who, watchKeeper, organisationId) && !hasRole(who, concierge))
    throw new Forbidden(can.checkWarning.name);
}

/**
 * Sent, given back or withdrawn. `seen`: when the words that this person read were written. The product carries it out for whoever
 * decided: the second person may be of the office, and sees no member.
 */
export async function stepWarning(
  db: Db,
  who: PersonWho,
  {
    step,
    remark,
    seen,
    vault,
    publicUrl,
    ...named
  }: Named & Outside & { step: Exclude<WarningStep, 'edit'>; remark: string; seen: string },
  now = new Date(),
): Promise<Result<'done', WarningRefusal>> {
  const { organisationId, warningId } = named;
  mustCheck(who, organisationId);
  return inTransaction(db, watching, async (tx) => {
    const warning = await lockWarning(tx, named);
    const fresh = seen === warning.writtenAt.toISOString();
    const decision = decideWarning(step, { ...factsOf(who, warning), remark, fresh });
    if (!decision.ok) return decision;
    const told = step === 'send' ? await tellMembers(tx, { vault, publicUrl, warning }) : warning.toldTo;
    await updateWarning(tx, warningId, {
      state: decision.value,
      remark: remark.trim(),
      toldTo: told,
      ...(step !== 'withdraw' && { checkedBy: who.personId }),
      ...(step === 'send' && { sentAt: now }),
      ...(step === 'withdraw' && { withdrawnAt: now }),
    });
    if (step === 'withdraw') await tellWithdrawn(tx, { vault, warning });
    const facts = { warning: warningId, by: who.personId, told };
    await noted(tx, { event: `watch.${step}-warning`, organisationId, facts }, now);
    await publicPagesChanged(tx);
    return ok('done');
  });
}

/** Each member once: by mail where there is an address, on paper where there is none. Gives how many. */
async function tellMembers(
  tx: Tx,
  { vault, publicUrl, warning }: Outside & { warning: Warning },
): Promise<number> {
  const { organisationId, id: warningId, title } = warning;
  const { nameJa } = await findNetwork(tx, organisationId);
  const members = await listWatchMembers(tx, organisationId);
  const receipts: NewReceipt[] = [];
  const mails: Mail[] = [];
  for (const member of members) {
    const { mail, lang, token } = openMember(vault, member);
    receipts.push({ organisationId, warningId, memberId: member.id, way: mail ? 'mail' : 'paper' });
    if (!mail) continue;
    const url = publicUrl + watchPaths.memberWarning.to({ token, warningId });
    const letter = mailWords[lang];
    mails.push({ to: mail, subject: letter.subject, body: letter.body({ title, url, network: nameJa }) });
  }
  await postAll(tx, mails);
  await insertReceipts(tx, receipts);
  return members.length;
}

async function tellWithdrawn(tx: Tx, { vault, warning }: { vault: Vault; warning: Warning }): Promise<void> {
  const told = new Set((await listReceipts(tx, warning.id)).map(({ memberId }) => memberId));
  const members = await listWatchMembers(tx, warning.organisationId);
  const mails = members.flatMap((member) => {
    const { mail, lang } = openMember(vault, member);
    if (!mail || !told.has(member.id)) return [];
    const { withdrawn, withdrawnBody } = mailWords[lang];
    return [{ to: mail, subject: withdrawn, body: withdrawnBody(warning.title) }];
  });
  await postAll(tx, mails);
}

/** A warning as a member reads it by their link; one that was not sent, or was withdrawn, is not there. */
export async function openWarning(
  db: Db,
  { token, warningId }: { token: string; warningId: string },
): Promise<{ member: WatchMember; network: Network; warning: Warning; readAt: Date | null }> {
  return inTransaction(db, watching, async (tx) => {
    const member = await findMemberByToken(tx, token);
    const { organisationId } = member;
    const warning = await findWarning(tx, { organisationId, warningId });
    if (warning.state !== 'sent') throw new NotFound('warning');
    const receipt = (await listReceipts(tx, warningId)).find(({ memberId }) => memberId === member.id);
    return {
      member,
      warning,
      network: await findNetwork(tx, organisationId),
      readAt: receipt?.readAt ?? null,
    };
  });
}

/** 「読みました」: pressed by a person, since machines open mailed links as well. Who joined later is counted from now on. */
export async function readWarning(
  db: Db,
  { token, warningId }: { token: string; warningId: string },
  now = new Date(),
): Promise<void> {
  const { member } = await openWarning(db, { token, warningId });
  const { id: memberId, organisationId } = member;
  await inTransaction(db, watching, (tx) => markRead(tx, { organisationId, warningId, memberId, at: now }));
}
