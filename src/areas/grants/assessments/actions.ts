import { type PersonWho, system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Database, type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { isLang } from '#platform/i18n.ts';
import { post } from '#platform/mail/outbox.ts';
import { postToHolders } from '#platform/mail/letters.ts';
import { listMailRecipients } from '#platform/people/organisations.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { can, grantOfficer, grantReviewer, worksAt } from '../access.ts';
import { reviewPaths } from '../paths.ts';
import { mailWords } from './mail-words.ts';
import {
  type AssessmentRefusal,
  type Conflict,
  decideDeclare,
  isInReview,
  spreadReviewers,
} from './rules.ts';
import {
  countLoads,
  findAssignment,
  insertAssignments,
  listAsked,
  listSubjects,
  lockAssignment,
  updateAssignment,
} from './store.ts';

const it = system('grant-review');

export interface KnownReviewer {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly lang: string;
}

/** Everybody who may be asked to read: reviewers sit at many organisations, which an officer does not belong to. */
export async function listReviewers(db: Database): Promise<readonly KnownReviewer[]> {
  const held = await inTransaction(db, it, (tx) => listMailRecipients(tx, { role: grantReviewer.name }));
  return held.toSorted((one, other) => one.name.localeCompare(other.name, 'ja'));
}

export interface Asking {
  readonly publicUrl: string;
  readonly applicationIds: readonly string[];
  readonly reviewerIds: readonly string[];
  /** Reviewers for each application. */
  readonly each: number;
  readonly dueOn: string | null;
}

/** Asks reviewers, evenly, who were not asked for it before; each gets one mail, which names no group. */
export async function askReviewers(
  db: Database,
  who: Who,
  { publicUrl, applicationIds, reviewerIds, each, dueOn }: Asking,
  now = new Date(),
): Promise<Result<{ asked: number }, AssessmentRefusal>> {
  const known = await listReviewers(db);
  const reviewers = known.filter(({ personId }) => reviewerIds.includes(personId));
  if (reviewers.length < new Set(reviewerIds).size) return refuse('reviewer-unknown');
  if (reviewers.length === 0) return refuse('nobody-chosen');
  if (applicationIds.length === 0) return refuse('nothing-chosen');
  return inTransaction(db, who, async (tx) => {
    const already = await listAsked(tx, applicationIds);
    const rows = await subjectsOf(tx, who, applicationIds);
    if (rows.some(({ state }) => !isInReview(state))) return refuse('not-in-review');
    const loads = await countLoads(tx, rows[0]?.callId ?? '');
    const spread = spreadReviewers({
      applications: rows.map(({ applicationId: id }) => ({ id, asked: already.get(id) ?? [] })),
      reviewers: reviewers.map(({ personId: id }) => ({ id, load: loads.get(id) ?? 0 })),
      each,
    });
    if (spread.length === 0) return refuse('nobody-left');
    await ask(tx, { rows, spread, dueOn }, now);
    for (const reviewer of reviewers) {
      const count = spread.filter(({ reviewerId }) => reviewerId === reviewer.personId).length;
      if (count > 0) await tell(tx, reviewer, { count, publicUrl });
    }
    return ok({ asked: spread.length });
  });
}

interface Subject {
  readonly applicationId: string;
  readonly bureauId: string;
  readonly callId: string;
  readonly number: string;
  readonly subject: string;
  readonly state: string;
}

/** In one statement, however many; every one of them is of an office where this person checks. */
async function subjectsOf(tx: Tx, who: Who, ids: readonly string[]): Promise<readonly Subject[]> {
  if (!can.checkApplication.allows(who) && who.kind !== 'system')
    throw new Forbidden(can.checkApplication.name);
  const rows = await listSubjects(tx, ids);
  if (rows.length < new Set(ids).size) throw new NotFound('grant application');
  if (rows.some(({ bureauId }) => !worksAt(who, bureauId))) throw new Forbidden(can.checkApplication.name);
  return rows.map(({ number, name, ...row }) => ({ ...row, number: number ?? '', subject: name ?? '' }));
}

async function ask(
  tx: Tx,
  {
    rows,
    spread,
    dueOn,
  }: {
    rows: readonly Subject[];
    spread: readonly { applicationId: string; reviewerId: string }[];
    dueOn: string | null;
  },
  now: Date,
): Promise<void> {
  const of = new Map(rows.map((row) => [row.applicationId, row]));
  const assignedBy = tx.who.kind === 'person' ? tx.who.personId : null;
  await insertAssignments(
    tx,
    spread.flatMap(({ applicationId, reviewerId }) => {
      const row = of.get(applicationId);
      if (!row) return [];
      const { bureauId, callId, number, subject } = row;
      return [
        {
          applicationId,
          bureauId,
          callId,
          number,
          subject,
          reviewerId,
          dueOn,
          assignedBy,
          assignedAt: now,
        },
      ];
    }),
  );
  for (const applicationId of new Set(spread.map((pair) => pair.applicationId))) {
    const subject = { kind: 'grant-application', id: applicationId };
    const reviewers = spread.filter((pair) => pair.applicationId === applicationId);
    await record(
      tx,
      {
        event: 'grant-review.ask',
        subject,
        facts: { reviewers: reviewers.map(({ reviewerId }) => reviewerId) },
      },
      now,
    );
  }
}

async function tell(
  tx: Tx,
  { email, lang }: Pick<KnownReviewer, 'email' | 'lang'>,
  { count, publicUrl }: { count: number; publicUrl: string },
): Promise<void> {
  const { subject, body } = mailWords[isLang(lang) ? lang : 'ja'].asked;
  await post(tx, { to: email, subject, body: body(count, publicUrl + reviewPaths.own.to({})) });
}

/** The office takes an assignment back: who was asked reads it no longer. */
export async function endAssignment(
  db: Db,
  who: Who,
  { assignmentId }: { assignmentId: string },
  now = new Date(),
): Promise<Result<{ applicationId: string }, AssessmentRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { bureauId, applicationId, endedAt, reviewerId } = await lockAssignment(tx, assignmentId);
    if (!can.checkApplication.allows(who) || !worksAt(who, bureauId))
      throw new Forbidden(can.checkApplication.name);
    if (endedAt) return refuse('ended');
    await updateAssignment(tx, assignmentId, { endedAt: now });
    const subject = { kind: 'grant-application', id: applicationId };
    await record(tx, { event: 'grant-review.end', subject, facts: { reviewer: reviewerId } }, now);
    return ok({ applicationId });
  });
}

/** A reviewer says whether something speaks against their reading it. With a conflict they read nothing, and another is asked. */
export async function declareInterest(
  db: Database,
  who: PersonWho,
  {
    assignmentId,
    conflict,
    publicUrl,
  }: { assignmentId: string; conflict: Conflict | null; publicUrl: string },
  now = new Date(),
): Promise<Result<{ state: string }, AssessmentRefusal>> {
  const declared = await inTransaction(db, who, async (tx) => {
    const { reviewerId, state, endedAt, applicationId } = await lockAssignment(tx, assignmentId);
    if (reviewerId !== who.personId) throw new Forbidden(can.review.name);
    const decision = decideDeclare({ state, ended: endedAt !== null }, conflict);
    if (!decision.ok) return decision;
    await updateAssignment(tx, assignmentId, { state: decision.value, conflict, answeredAt: now });
    const subject = { kind: 'grant-application', id: applicationId };
    await record(tx, { event: 'grant-review.declare', subject, facts: { state: decision.value } }, now);
    return ok({ state: decision.value });
  });
  if (declared.ok && declared.value.state === 'conflicted')
    await replaceReviewer(db, { assignmentId, publicUrl }, now);
  return declared;
}

/** Another of those who read for this call is asked; when nobody is left, the office is told. */
async function replaceReviewer(
  db: Database,
  { assignmentId, publicUrl }: { assignmentId: string; publicUrl: string },
  now: Date,
): Promise<void> {
  const known = await listReviewers(db);
  await inTransaction(db, it, async (tx) => {
    const { applicationId, callId, bureauId, dueOn, number, subject } = await findAssignment(
      tx,
      assignmentId,
    );
    const loads = await countLoads(tx, callId);
    const asked = (await listAsked(tx, [applicationId])).get(applicationId) ?? [];
    const pool = known.filter(({ personId }) => loads.has(personId));
    const spread = spreadReviewers({
      applications: [{ id: applicationId, asked }],
      reviewers: pool.map(({ personId: id }) => ({ id, load: loads.get(id) ?? 0 })),
      each: 1,
    });
    const rows = [{ applicationId, callId, bureauId, number, subject, state: 'submitted' }];
    await ask(tx, { rows, spread, dueOn }, now);
    const next = pool.find(({ personId }) => personId === spread[0]?.reviewerId);
    if (next) return tell(tx, next, { count: 1, publicUrl });
    const url = publicUrl + reviewPaths.application.to({ applicationId });
    return postToHolders(tx, { organisationId: bureauId, role: grantOfficer.name }, (lang) => {
      const { subject, body } = mailWords[lang].nobody;
      return { subject, body: body(url) };
    });
  });
}
