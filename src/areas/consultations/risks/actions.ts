import type { PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { enqueue } from '#platform/jobs.ts';
import { announce } from '#platform/live/announce.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { can, supervises, worksAt } from '../access.ts';
import { type Contact, lockContact, updateContact } from '../contacts/store.ts';
import { findDesk } from '../desks/store.ts';
import { contactTopic, deskTopic, keyOf } from '../messages/keys.ts';
import {
  type EmergencyStepKind,
  type EscalationOutcome,
  isRiskCode,
  type ListField,
  listFields,
  outcomes,
  type SingleField,
  singleFields,
  type StepResult,
} from './codes.ts';
import { remindOfCall } from './jobs.ts';
import {
  decideAcknowledge,
  decideAssessment,
  decideGoOn,
  decideResolve,
  decideShare,
  type RiskRefusal,
} from './rules.ts';
import {
  countSteps,
  type Escalation,
  findOpenEscalation,
  insertAssessment,
  insertEscalation,
  insertStep,
  lockEscalation,
  updateEscalation,
} from './store.ts';

export interface Assessed {
  readonly level: number | null;
  readonly codes: Readonly<Record<SingleField, string>>;
  readonly lists: Readonly<Record<ListField, readonly string[]>>;
  /** In the counsellor's own words: sealed. */
  readonly note: string;
}

/** Keeps what somebody found; from high danger on a supervisor is called in the same step. */
export async function assessRisk(
  db: Db,
  who: PersonWho,
  { vault, contactId, ...found }: { vault: Vault; contactId: string } & Assessed,
  now = new Date(),
): Promise<Result<{ called: boolean }, RiskRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const contact = await lockContact(tx, contactId);
    if (!worksAt(who, contact.deskId)) throw new Forbidden(can.assess.name);
    const decision = decideAssessment({
      level: found.level,
      known: isKnown(found),
      erased: contact.sealedKey === null,
      callOpen: (await findOpenEscalation(tx, contactId)) !== undefined,
    });
    if (!decision.ok) return decision;
    const level = found.level ?? 0;
    await keepAssessment(tx, contact, { vault, found, level, personId: who.personId }, now);
    const called = decision.value === 'keep-and-call' && contact.state !== 'ended';
    const facts = { from: contact.risk, to: level };
    await record(tx, { event: 'risk.assess', subject: { kind: 'contact', id: contactId }, facts }, now);
    if (called) await raise(tx, contact, { cause: 'risk', level }, now);
    await tell(tx, contact);
    return ok({ called });
  });
}

function isKnown({ codes, lists }: Assessed): boolean {
  return (
    singleFields.every((field) => !codes[field] || isRiskCode(field, codes[field])) &&
    listFields.every((field) => lists[field].every((code) => isRiskCode(field, code)))
  );
}

async function keepAssessment(
  tx: Tx,
  contact: Contact,
  { vault, found, level, personId }: { vault: Vault; found: Assessed; level: number; personId: string },
  now: Date,
): Promise<void> {
  const id = crypto.randomUUID();
  const single = Object.fromEntries(singleFields.map((field) => [field, found.codes[field] || null]));
  const note = found.note.trim();
  await insertAssessment(tx, {
    id,
    contactId: contact.id,
    deskId: contact.deskId,
    personId,
    at: now,
    ...single,
    dangers: [...found.lists.dangers],
    protects: [...found.lists.protects],
    level,
    sealed: note ? seal(keyOf(vault, contact), { text: note, owner: noteOwner(id) }) : null,
  });
  await updateContact(tx, contact.id, { risk: level });
}

export const noteOwner = (assessmentId: string) => `risk:${assessmentId}`;

/** A press calls the supervisor, whatever the level. */
export async function callSupervisor(
  db: Db,
  who: PersonWho,
  { contactId }: { contactId: string },
  now = new Date(),
): Promise<Result<'called', RiskRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const contact = await lockContact(tx, contactId);
    if (!worksAt(who, contact.deskId)) throw new Forbidden(can.assess.name);
    if (await findOpenEscalation(tx, contactId)) return refuse('call-open-already');
    if (contact.state === 'ended') return refuse('call-over');
    await raise(tx, contact, { cause: 'press', level: contact.risk }, now);
    await tell(tx, contact);
    return ok('called');
  });
}

/** The clock of a call is the desk's; when it runs out, a job goes on to the next supervisor. */
export async function raise(
  tx: Tx,
  contact: Pick<Contact, 'id' | 'deskId'>,
  { cause, level }: { cause: 'risk' | 'press' | 'transfer'; level: number | null },
  now: Date,
): Promise<void> {
  const { settings } = await findDesk(tx, contact.deskId);
  const id = crypto.randomUUID();
  const dueAt = new Date(now.getTime() + settings.escalationMinutes * 60_000);
  const raisedBy = tx.who.kind === 'person' ? tx.who.personId : null;
  const { deskId, id: contactId } = contact;
  await insertEscalation(tx, { id, contactId, deskId, cause, level, raisedBy, raisedAt: now, dueAt });
  await enqueue(tx, remindOfCall, { escalationId: id }, { at: dueAt });
  const facts = { cause, level, escalationId: id };
  await record(tx, { event: 'risk.call', subject: { kind: 'contact', id: contactId }, facts }, now);
}

async function tell(tx: Tx, contact: Pick<Contact, 'id' | 'deskId'>): Promise<void> {
  await announce(tx, contactTopic(contact.id), deskTopic(contact.deskId));
}

interface Step {
  readonly decide: (
    call: Escalation | undefined,
    contact: Contact,
    tx: Tx,
  ) => Promise<Result<string, RiskRefusal>> | Result<string, RiskRefusal>;
  readonly change: Partial<Escalation>;
  readonly event: `risk.${string}`;
  readonly facts?: Record<string, unknown>;
}

/** One step of the open call of a contact: decided, written, in the ledger, told. */
async function step(
  db: Db,
  who: PersonWho,
  contactId: string,
  { decide, change, event, facts = {} }: Step,
  now: Date,
): Promise<Result<'done', RiskRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const contact = await lockContact(tx, contactId);
    const open = await findOpenEscalation(tx, contactId);
    const call = open && (await lockEscalation(tx, open.id));
    const decision = await decide(call, contact, tx);
    if (!decision.ok) return decision;
    if (!call) return refuse('call-not-there');
    await updateEscalation(tx, call.id, change);
    const said = { escalationId: call.id, ...facts };
    await record(tx, { event, subject: { kind: 'contact', id: contactId }, facts: said }, now);
    await tell(tx, contact);
    return ok('done');
  });
}

type OfContact = { readonly contactId: string };

/** A supervisor has seen it: the clock stops. */
export async function acknowledgeCall(db: Db, who: PersonWho, { contactId }: OfContact, now = new Date()) {
  const decide: Step['decide'] = (call, { deskId }) =>
    decideAcknowledge({ call, supervisor: supervises(who, deskId) });
  const change = { acknowledgedBy: who.personId, acknowledgedAt: now };
  return step(db, who, contactId, { decide, change, event: 'risk.acknowledge' }, now);
}

/** A supervisor is in the conversation, unseen by the person. Whoever joins has acknowledged. */
export async function joinCall(db: Db, who: PersonWho, { contactId }: OfContact, now = new Date()) {
  return inTransaction(db, who, async (tx) => {
    const open = await findOpenEscalation(tx, contactId);
    const seen = open?.acknowledgedAt ? {} : { acknowledgedBy: who.personId, acknowledgedAt: now };
    const decide: Step['decide'] = (call, { deskId }) =>
      decideGoOn({ call, supervisor: supervises(who, deskId) });
    const change = { ...seen, joinedBy: who.personId, joinedAt: now };
    return step(tx, who, contactId, { decide, change, event: 'risk.join' }, now);
  });
}

/** Who goes on talking and who reports. */
export async function shareOut(
  db: Db,
  who: PersonWho,
  { contactId, talks, reports }: OfContact & { talks: string; reports: string },
  now = new Date(),
) {
  const decide: Step['decide'] = (call) => decideShare({ call, talks, reports });
  const change = { talksId: talks || null, reportsId: reports || null };
  return step(db, who, contactId, { decide, change, event: 'risk.share', facts: change }, now);
}

/** Police, ambulance, child guidance, prefecture: who called, and what came of it. */
export async function takeStep(
  db: Db,
  who: PersonWho,
  { contactId, kind, result }: OfContact & { kind: EmergencyStepKind; result: StepResult },
  now = new Date(),
): Promise<Result<'done', RiskRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const contact = await lockContact(tx, contactId);
    const { deskId } = contact;
    if (!worksAt(who, deskId)) throw new Forbidden(can.assess.name);
    const call = await findOpenEscalation(tx, contactId);
    if (!call) return refuse('call-not-there');
    const { personId } = who;
    await insertStep(tx, { escalationId: call.id, contactId, deskId, step: kind, result, personId, at: now });
    const facts = { escalationId: call.id, step: kind, result };
    await record(tx, { event: 'risk.step', subject: { kind: 'contact', id: contactId }, facts }, now);
    await tell(tx, contact);
    return ok('done');
  });
}

export async function resolveCall(
  db: Db,
  who: PersonWho,
  { contactId, outcome }: OfContact & { outcome: EscalationOutcome | '' },
  now = new Date(),
) {
  const decide: Step['decide'] = async (call, contact, tx) =>
    decideResolve({
      call,
      supervisor: supervises(who, contact.deskId),
      outcome: Object.hasOwn(outcomes, outcome) ? outcome : '',
      risk: contact.risk,
      steps: call ? await countSteps(tx, call.id) : 0,
    });
  const change = { resolvedBy: who.personId, resolvedAt: now, outcome };
  return step(db, who, contactId, { decide, change, event: 'risk.resolve', facts: { outcome } }, now);
}
