import { randomUUID } from 'node:crypto';
import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import { can, isSecretariat, mustWriteProgram } from '../access.ts';
import { listTerms } from '../terms/store.ts';
import { findYear } from '../years/store.ts';
import {
  type Continuity,
  decideChange,
  decideProgram,
  type EntryRefusal,
  type ProgramRefusal,
  slugFor,
} from './rules.ts';
import {
  insertProgram,
  listEntryStatuses,
  listPartners,
  listPillars,
  listSlugs,
  lockPrograms,
  nextPosition,
  type Program,
  replacePartners,
  replacePillars,
  updateProgram,
} from './store.ts';
import type { LogicModel } from './tables.ts';

export interface ProgramFields {
  readonly nameJa: string;
  readonly nameEn: string;
  readonly continuity: Continuity;
  /** Codes of the year's vocabularies. */
  readonly category: string | null;
  readonly line: string | null;
  readonly pillars: readonly string[];
  /** The bureau that answers for it, and those that work with it: organisations of the year's bureaus. */
  readonly organisationId: string;
  readonly partners: readonly string[];
  readonly division: string;
  readonly targetPeople: string;
  readonly purpose: string;
  readonly logic: LogicModel;
  /** Whole yen. */
  readonly budgetInitial: number | null;
  readonly budgetRevised: number | null;
  readonly budgetSettled: number | null;
  readonly illustrative: boolean;
  /** Made from the English name when left out. */
  readonly slug: string;
}
export type NewProgram = Pick<ProgramFields, 'nameJa' | 'continuity' | 'organisationId'> &
  Partial<ProgramFields> & { readonly year: number; readonly predecessorId?: string | null };

const blank: Omit<ProgramFields, 'nameJa' | 'continuity' | 'organisationId' | 'slug'> = {
  nameEn: '',
  category: null,
  line: null,
  pillars: [],
  partners: [],
  division: '',
  targetPeople: '',
  purpose: '',
  logic: { inputs: '', activities: '', outputs: '', outcomes: '' },
  budgetInitial: null,
  budgetRevised: null,
  budgetSettled: null,
  illustrative: false,
};

export async function addProgram(
  db: Db,
  who: Who,
  { year, predecessorId = null, ...given }: NewProgram,
  now = new Date(),
): Promise<Result<{ programId: string; slug: string }, ProgramRefusal>> {
  mustWriteProgram(who, given);
  return inTransaction(db, who, async (tx) => {
    await findYear(tx, year);
    const slugsTaken = await listSlugs(tx, year);
    const programId = randomUUID();
    const slug = given.slug || slugFor({ nameEn: given.nameEn ?? '', id: programId }, slugsTaken);
    const program: ProgramFields = { ...blank, ...given, slug };
    const decision = await decideFields(tx, { year, program, slugsTaken });
    if (!decision.ok) return decision;
    const { pillars, partners, ...row } = program;
    const position = await nextPosition(tx, year);
    await insertProgram(tx, { id: programId, fiscalYear: year, predecessorId, position, ...row });
    await replacePillars(tx, programId, pillars);
    await replacePartners(tx, programId, partners);
    await record(
      tx,
      { event: 'program.add', subject: { kind: 'program', id: programId }, facts: { year, slug } },
      now,
    );
    return ok({ programId, slug });
  });
}

/** Changes the fields that are given. The address, the bureau and 例示 are the secretariat's to change. */
export async function changeProgram(
  db: Db,
  who: Who,
  { programId, ...given }: Partial<ProgramFields> & { programId: string },
  now = new Date(),
): Promise<Result<{ programId: string }, ProgramRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const open = await openProgram(tx, who, programId);
    if (!open.ok) return open;
    const stored = open.value;
    refuseForeignFields(who, stored, given);
    const year = stored.fiscalYear;
    const program: ProgramFields = {
      ...stored,
      continuity: stored.continuity as Continuity,
      pillars: await listPillars(tx, programId),
      partners: await listPartners(tx, programId),
      ...given,
      slug: given.slug || stored.slug,
    };
    const slugsTaken = await listSlugs(tx, year, programId);
    const decision = await decideFields(tx, { year, program, slugsTaken });
    if (!decision.ok) return decision;
    const { pillars, partners, ...fields } = given;
    await updateProgram(tx, programId, { ...fields, slug: program.slug });
    if (pillars) await replacePillars(tx, programId, pillars);
    if (partners) await replacePartners(tx, programId, partners);
    await record(
      tx,
      {
        event: 'program.change',
        subject: { kind: 'program', id: programId },
        facts: { fields: Object.keys(given) },
      },
      now,
    );
    return ok({ programId });
  });
}

/** The program, locked, for somebody who may write it now. Everything that belongs to a program is changed through here. */
export async function openProgram(
  tx: Tx,
  who: Who,
  programId: string,
): Promise<Result<Program, EntryRefusal>> {
  const open = await openPrograms(tx, who, [programId]);
  return open.ok ? ok(open.value.get(programId) as Program) : open;
}

/** The same for many, by id: all of them may be changed, or none. */
export async function openPrograms(
  tx: Tx,
  who: Who,
  programIds: readonly string[],
): Promise<Result<ReadonlyMap<string, Program>, EntryRefusal>> {
  const locked = await lockPrograms(tx, programIds);
  const statuses = await listEntryStatuses(tx, programIds);
  for (const program of locked.values()) {
    mustWriteProgram(who, program);
    const entryStatus = statuses.get(program.id) ?? null;
    const decision = decideChange({ isSecretariat: isSecretariat(who), entryStatus });
    if (!decision.ok) return decision;
  }
  return ok(locked);
}

function refuseForeignFields(who: Who, stored: Program, given: Partial<ProgramFields>): void {
  if (isSecretariat(who)) return;
  const kept = ['slug', 'organisationId', 'illustrative'] as const;
  if (kept.some((name) => given[name] !== undefined && given[name] !== stored[name]))
    throw new Forbidden(can.runYear.name);
}

async function decideFields(
  tx: Tx,
  { year, program, slugsTaken }: { year: number; program: ProgramFields; slugsTaken: readonly string[] },
): Promise<Result<'save', ProgramRefusal>> {
  const terms = await listTerms(tx, year);
  const codes = (scheme: string) => terms.filter((term) => term.scheme === scheme).map((term) => term.code);
  const bureaus = terms.flatMap((term) =>
    term.scheme === 'bureau' && term.organisationId ? [term.organisationId] : [],
  );
  return decideProgram({
    ...program,
    budgets: [program.budgetInitial, program.budgetRevised, program.budgetSettled],
    vocabulary: { categories: codes('category'), lines: codes('line'), pillars: codes('pillar'), bureaus },
    slugsTaken,
  });
}
