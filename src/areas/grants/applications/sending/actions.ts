import { createHash } from 'node:crypto';
import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal } from '#platform/vault/seal.ts';
import { blindIndex, type Vault } from '#platform/vault/vault.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { mustWorkAt } from '../../access.ts';
import { noteMarks } from '../../assessments/marks.ts';
import { identityOf, knowApplicant, recogniseApplicant, renewApplicant } from '../../applicants/actions.ts';
import { isOpen } from '../actions.ts';
import type { Letter } from '../editors/actions.ts';
import { tellEditors } from '../editors/jobs.ts';
import {
  type DeadLink,
  type Entrance,
  enter,
  mayWrite,
  type Opened,
  openRow,
  readWritten,
  type Written,
} from '../open.ts';
import { scanCode } from '../papers/rules.ts';
import { listPaperRows } from '../papers/store.ts';
import {
  type ApplicationMove,
  askedYen,
  costsOf,
  decideMove,
  type ApplicationState,
  type MoveRefusal,
} from '../rules.ts';
import {
  type Application,
  deleteApplication,
  findOfUnit,
  holdApplicant,
  insertStep,
  lockApplication,
  nextNumber,
  updateApplication,
} from '../store.ts';
import {
  decideSubmit,
  type Gap,
  gapsOf,
  numberText,
  receiptText,
  type SubmitRefusal,
  unitOf,
} from './rules.ts';

/** Sends an application, or sends it again after it came back. Sent twice it is one: the second press finds the receipt. */
export async function submitApplication(
  db: Db,
  entrance: Entrance,
  { declared, vault }: { declared: boolean; vault: Vault },
  now = new Date(),
): Promise<Result<{ number: string }, SubmitRefusal | DeadLink>> {
  return enter(db, { entrance, vault, lock: true }, async (tx, opened) => {
    const { application, call } = opened;
    if (application.state === 'submitted' && application.number) return ok({ number: application.number });
    const written = await readWritten(tx, opened);
    const { applicant, account } = written;
    const papers = await listPaperRows(tx, application.id);
    const gaps = await listGaps(tx, opened, written);
    if (gaps.length > 0 || !applicant || !account) return refuse('incomplete', { gaps: gaps.length });
    await holdApplicant(tx, identityOf(vault, applicant));
    const unit = unitOf(opened.terms, written.answers);
    const known = await recogniseApplicant(tx, vault, applicant);
    const unitKey = known && unitKeyOf(vault, known, unit);
    const taken = unitKey ? await findOfUnit(tx, { callId: call.id, unitKey }) : undefined;
    const decision = decideSubmit({
      writable: mayWrite(opened, entrance),
      state: application.state,
      open: await isOpen(tx, call, application.receivedOn ?? tokyoDay(now)),
      gaps: 0,
      declared,
      scanMissing: application.door === 'paper' && !papers.some(({ code }) => code === scanCode),
      takenBy: taken && taken.id !== application.id ? (taken.number ?? '') : undefined,
    });
    if (!decision.ok) return decision;
    const applicantId = await knowApplicant(tx, vault, { facts: applicant, account }, now);
    const number = application.number ?? numberText(call.fiscalYear, await nextNumber(tx, call.fiscalYear));
    await updateApplication(tx, application.id, {
      state: 'submitted',
      number,
      applicantId,
      unitKey: unitKeyOf(vault, applicantId, unit),
      askedYen: askedYen(opened.terms, written.answers),
      receiptHash: receiptHash({ number, applicant, account, answers: written.answers, papers }),
      submittedAt: application.submittedAt ?? now,
    });
    const costs = [...written.answers.values()].flatMap(costsOf);
    await noteMarks(tx, vault, { application, applicantId, applicant, account, costs });
    await takeStep(tx, opened, { move: decision.value }, now);
    await tellEditors(tx, { applicationId: application.id, letter: 'received' });
    return ok({ number });
  });
}

export async function listGaps(
  tx: Tx,
  { application, terms }: Pick<Opened, 'application' | 'terms'>,
  written: Written,
): Promise<readonly Gap[]> {
  const papers = (await listPaperRows(tx, application.id)).map(({ code }) => code);
  const places = (await listMunicipalities(tx)).map(({ code }) => code);
  return gapsOf({ terms, ...written, papers, places });
}

export function receiptHash(receipt: Parameters<typeof receiptText>[0]): string {
  return createHash('sha256').update(receiptText(receipt)).digest('hex');
}

/** The group itself, or the group and a key of the place: no words of anybody. */
function unitKeyOf(vault: Vault, applicantId: string, unit: string): string {
  if (unit === '') return applicantId;
  return `${applicantId}:${blindIndex(vault, { purpose: 'grant-unit', value: unit }).slice(0, 32)}`;
}

/** The group takes it back, until it is decided. What was never sent is not withdrawn, it is thrown away. */
export async function withdrawApplication(
  db: Db,
  entrance: Entrance,
  { vault, reason }: { vault: Vault; reason: string },
  now = new Date(),
): Promise<Result<'withdrawn' | 'thrown-away', MoveRefusal | DeadLink>> {
  return enter(db, { entrance, vault, lock: true }, async (tx, opened) => {
    const { application } = opened;
    if (application.state === 'draft') {
      await deleteApplication(tx, application.id);
      const subject = { kind: 'grant-application', id: application.id };
      await record(tx, { event: 'grant-application.discard', subject }, now);
      return ok('thrown-away');
    }
    const moved = await move(tx, opened, { move: 'withdraw', reason }, now);
    return moved.ok ? ok('withdrawn') : moved;
  });
}

export interface Moving {
  readonly vault: Vault;
  readonly applicationId: string;
  readonly move: Exclude<ApplicationMove, 'submit' | 'resubmit' | 'withdraw'>;
  readonly reason?: string;
}

/**
 * What the office does with an application, in the caller's transaction if there is one: give it back with what is to be mended,
 * check it (then what it says of its applicant and account is what is known of them), decide or refuse it. The group is told.
 */
export async function moveApplication(
  db: Db,
  who: Who,
  { applicationId, ...moving }: Moving,
  now = new Date(),
): Promise<Result<ApplicationState, MoveRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const application = await lockApplication(tx, applicationId);
    mustWorkAt(who, application.bureauId);
    const opened = {
      ...(await openRow(tx, moving.vault, application)),
      by: who.kind === 'person' ? who.personId : '',
    };
    const moved = await move(tx, opened, moving, now);
    if (!moved.ok) return moved;
    if (moving.move === 'check') await learn(tx, opened, moving.vault);
    const letter = letters[moving.move];
    if (letter) await tellEditors(tx, { applicationId, letter });
    return moved;
  });
}

const letters: Partial<Record<ApplicationMove, Letter>> = {
  return: 'returned',
  decide: 'decided',
  refuse: 'decided',
};

async function move(
  tx: Tx,
  opened: Opened,
  moving: { move: ApplicationMove; reason?: string },
  now: Date,
): Promise<Result<ApplicationState, MoveRefusal>> {
  const { application } = opened;
  const decision = decideMove(application.state as ApplicationState, moving);
  if (!decision.ok) return decision;
  const decided = moving.move === 'decide' || moving.move === 'refuse';
  await updateApplication(tx, application.id, {
    state: decision.value,
    ...(decided && { decidedAt: now }),
  });
  await takeStep(tx, opened, moving, now);
  return decision;
}

async function takeStep(
  tx: Tx,
  { application, key }: Opened,
  { move: name, reason = '' }: { move: ApplicationMove; reason?: string },
  now: Date,
): Promise<void> {
  const owner = stepOwner(application);
  await insertStep(tx, {
    applicationId: application.id,
    bureauId: application.bureauId,
    move: name,
    personId: tx.who.kind === 'person' ? tx.who.personId : null,
    sealedReason: reason ? seal(key, { text: reason, owner }) : null,
    at: now,
  });
  const subject = { kind: 'grant-application', id: application.id };
  await record(tx, { event: `grant-application.${name}`, subject, facts: { call: application.callId } }, now);
}

export const stepOwner = ({ id }: Pick<Application, 'id'>) => `grant-application:${id}:step`;

/** From now on the group is known by what the office has looked at. */
async function learn(tx: Tx, opened: Opened, vault: Vault): Promise<void> {
  const { applicantId } = opened.application;
  const { applicant, account } = await readWritten(tx, opened);
  if (applicantId && applicant)
    await renewApplicant(tx, vault, { id: applicantId, facts: applicant, account });
}
