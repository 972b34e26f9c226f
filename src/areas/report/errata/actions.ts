import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { refuse, type Result } from '#platform/result.ts';
import { can, mustHold } from '../access.ts';
import { readKept, readUntellable } from '../disclosure/apply.ts';
import type { ProgramContent } from '../editions/content.ts';
import {
  type Edition,
  findEdition,
  findEditionProgram,
  insertStep,
  listEditionPrograms,
} from '../editions/store.ts';
import { untoldIn } from '../manuscripts/open-numbers.ts';
import {
  type Correction,
  decideErratum,
  decideErratumApproval,
  type DecideErratumRefusal,
  type ProposeErratumRefusal,
  shownAt,
  type Target,
  withCorrections,
} from './rules.ts';
import {
  correctFigure,
  insertErratum,
  listCorrections,
  listOpenTargets,
  lockErratum,
  updateErratum,
} from './store.ts';

/** Writes down what a published edition should have said, and why; it waits for a second person. */
export async function proposeErratum(
  db: Db,
  who: Who,
  input: { editionId: string; slug: string; target: Target | null; newValue: string; reason: string },
  now = new Date(),
): Promise<Result<string, ProposeErratumRefusal>> {
  const person = mustHold(who, can.proposeErratum);
  return inTransaction(db, who, async (tx) => {
    const { editionId, slug, target, reason } = input;
    const edition = await findEdition(tx, editionId);
    const program = await findEditionProgram(tx, { editionId, slug });
    const corrections = await listCorrections(tx, { editionId, slug });
    const shown = target && shownAt(program, corrections, target);
    const decision = decideErratum({
      editionStatus: edition.status,
      target,
      shown,
      newValue: input.newValue,
      open: await listOpenTargets(tx, { editionId, slug }),
      untellable: await readUntellable(tx, { editionId, program, corrections }, target),
      numbers: await untoldBy(tx, { edition, program, corrections, ...input }),
    });
    if (!decision.ok) return decision;
    if (!target) return refuse('target-unknown');
    const id = await insertErratum(tx, {
      editionId,
      slug,
      programId: program.id,
      target,
      oldValue: shown ?? '',
      newValue: decision.value,
      reason,
      proposedBy: person.personId,
      now,
    });
    await insertStep(tx, {
      editionId,
      at: now,
      kind: 'erratum-propose',
      personName: person.name,
      words: program.name.ja,
    });
    const facts = { editionId, slug, ...target };
    await record(tx, { event: 'erratum.propose', subject: { kind: 'erratum', id }, facts }, now);
    return { ok: true, value: id };
  });
}

/** The manuscript's own check, of the one text that would be printed instead. */
async function untoldBy(
  tx: Tx,
  {
    edition,
    program,
    corrections,
    target,
    newValue,
  }: {
    edition: Edition;
    program: ProgramContent;
    corrections: readonly Correction[];
    target: Target | null;
    newValue: string;
  },
) {
  if (target?.kind !== 'text') return { open: [], unknown: [], withheld: [] };
  const content = { head: edition.content, programs: await listEditionPrograms(tx, edition.id) };
  const kept = await readKept(tx, edition.id);
  const now = withCorrections(program, corrections);
  return untoldIn(content, kept, { program: now, field: target.field, text: newValue });
}

/** A second person lets it stand in public, or refuses it. */
export async function decideOnErratum(
  db: Db,
  who: Who,
  { id, verdict }: { id: string; verdict: 'publish' | 'refuse' },
  now = new Date(),
): Promise<Result<'decide', DecideErratumRefusal>> {
  const person = mustHold(who, can.approveErratum);
  return inTransaction(db, who, async (tx) => {
    const erratum = await lockErratum(tx, id);
    const { editionId, slug, target, newValue } = erratum;
    const program = await findEditionProgram(tx, { editionId, slug });
    const corrections = await listCorrections(tx, { editionId, slug });
    const untellable = await readUntellable(tx, { editionId, program, corrections }, target);
    const decision = decideErratumApproval({
      ...erratum,
      person: person.personId,
      untellable: verdict === 'publish' ? untellable(Number(newValue)) : undefined,
    });
    if (!decision.ok) return decision;
    if (verdict === 'publish' && target.kind === 'figure')
      await correctFigure(tx, { editionId, ...target, value: Number(newValue) });
    await updateErratum(tx, id, {
      status: verdict === 'publish' ? 'published' : 'refused',
      decidedBy: person.personId,
      publishedAt: verdict === 'publish' ? now : null,
    });
    await insertStep(tx, {
      editionId,
      at: now,
      kind: `erratum-${verdict}`,
      personName: person.name,
      words: program.name.ja,
    });
    await record(
      tx,
      {
        event: verdict === 'publish' ? 'erratum.approve' : 'erratum.refuse',
        subject: { kind: 'erratum', id },
        facts: { editionId, ...target, proposedBy: erratum.proposedBy, decidedBy: person.personId },
      },
      now,
    );
    if (verdict === 'publish') await publicPagesChanged(tx);
    return decision;
  });
}
