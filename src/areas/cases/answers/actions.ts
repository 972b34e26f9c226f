import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { can } from '../access.ts';
import { caseKey, standingOf } from '../case-files/read.ts';
import { type CaseFile, lockCaseFile, updateCaseFile } from '../case-files/store.ts';
import type { FormCode } from '../forms/form.ts';
import { formSetFor } from '../forms/read.ts';
import { formOf } from '../forms/rules.ts';
import { type FieldClass, fieldClasses, mayDo } from '../relations/rules.ts';
import {
  type Answers,
  type AnswersByClass,
  type Difference,
  mergeAnswers,
  partOf,
  type Piece,
  piecesOf,
  sameAnswers,
} from './rules.ts';
import { listAnswers, writeAnswer } from './store.ts';

interface Stored {
  readonly answers: AnswersByClass;
  readonly versions: ReadonlyMap<FieldClass, number>;
  readonly last: { readonly at: Date; readonly by: string | null } | undefined;
}

/** What stands on forms, opened, as far as row-level security gives it to the reader. */
export async function readAnswers(
  tx: Tx,
  vault: Vault,
  { caseFile, forms }: { caseFile: CaseFile; forms: readonly FormCode[] },
): Promise<ReadonlyMap<FormCode, Stored>> {
  const rows = caseFile.sealedKey ? await listAnswers(tx, { caseId: caseFile.id, forms }) : [];
  return new Map(
    forms.map((form): [FormCode, Stored] => {
      const own = rows.filter((row) => row.form === form);
      const last = own.toSorted((one, other) => other.updatedAt.getTime() - one.updatedAt.getTime())[0];
      return [
        form,
        {
          answers: new Map(
            own.map((row) => {
              const owner = ownerOf({ caseId: caseFile.id, form, class: row.class });
              const text = unseal(caseKey(vault, caseFile), { sealed: row.sealed, owner });
              return [row.class as FieldClass, JSON.parse(text) as Answers];
            }),
          ),
          versions: new Map(own.map((row) => [row.class as FieldClass, row.version])),
          last: last && { at: last.updatedAt, by: last.writer },
        },
      ];
    }),
  );
}

const ownerOf = ({ caseId, form, class: fieldClass }: { caseId: string; form: string; class: string }) =>
  `case:${caseId}:answers:${form}:${fieldClass}`;

export type AnswerRefusal = 'case-closed';

export interface AnswersInput {
  readonly vault: Vault;
  readonly caseId: string;
  readonly form: FormCode;
  readonly mine: Answers;
  /** What the writer saw before they wrote. */
  readonly base: Answers;
  /** Fields about which the writer was asked and has not chosen yet. */
  readonly ask?: readonly string[];
}

/**
 * Saves a form as far as it is filled, each class sealed by itself. Where somebody else changed the same field meanwhile nothing
 * is saved, and the writer gets both. Classes that the writer may not write are neither read nor touched.
 */
export async function saveAnswers(
  db: Db,
  who: Who,
  input: AnswersInput,
  now = new Date(),
): Promise<Result<{ differences: readonly Difference[] }, AnswerRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, input.caseId);
    if (caseFile.closedOn) return refuse('case-closed');
    const set = await formSetFor(tx, caseFile.receivedOn);
    const form = formOf(set, input.form);
    if (!form) throw new NotFound('form');
    const pieces = piecesOf(set, form);
    const classes = await writable(tx, who, { caseFile, pieces, now });
    const stored = (await readAnswers(tx, input.vault, { caseFile, forms: [input.form] })).get(input.form);
    const parts = classes.map((fieldClass) => {
      const before = stored?.answers.get(fieldClass) ?? {};
      const [mine, base] = [input.mine, input.base].map((all) => partOf(pieces, fieldClass, all));
      const version = stored?.versions.get(fieldClass) ?? 0;
      const merge = { class: fieldClass, base: base ?? {}, mine: mine ?? {}, theirs: before };
      return { fieldClass, before, version, ...mergeAnswers({ ...merge, ask: input.ask ?? [] }) };
    });
    const differences = parts.flatMap((part) => part.differences);
    if (differences.length > 0) return ok({ differences });
    const changed = parts.filter(({ before, merged }) => !sameAnswers(before, merged));
    await write(tx, { caseFile, ...input }, changed, now);
    return ok({ differences: [] });
  });
}

async function write(
  tx: Tx,
  { caseFile, vault, form }: { caseFile: CaseFile; vault: Vault; form: FormCode },
  changed: readonly { fieldClass: FieldClass; merged: Answers; version: number }[],
  now: Date,
): Promise<void> {
  const { who } = tx;
  for (const { fieldClass, merged, version } of changed) {
    const owner = ownerOf({ caseId: caseFile.id, form, class: fieldClass });
    await writeAnswer(tx, {
      caseId: caseFile.id,
      form,
      class: fieldClass,
      sealed: seal(caseKey(vault, caseFile), { text: JSON.stringify(merged), owner }),
      version: version + 1,
      updatedAt: now,
      updatedBy: who.kind === 'person' ? who.personId : null,
    });
  }
  if (changed.length === 0) return;
  await updateCaseFile(tx, caseFile.id, { touchedAt: now });
  const facts = { form, classes: changed.map(({ fieldClass }) => fieldClass) };
  await record(tx, { event: 'case.write', subject: { kind: 'case', id: caseFile.id }, facts }, now);
}

async function writable(
  tx: Tx,
  who: Who,
  { caseFile, pieces, now }: { caseFile: CaseFile; pieces: readonly Piece[]; now: Date },
): Promise<readonly FieldClass[]> {
  const asked = fieldClasses.filter((each) => pieces.some((piece) => piece.class === each));
  if (who.kind === 'system') return asked;
  if (who.kind !== 'person') throw new Forbidden(can.writeCase.name);
  const standing = await standingOf(tx, { who, caseFile, now });
  const classes = asked.filter((each) => mayDo(standing, 'write', each));
  if (classes.length === 0) throw new Forbidden(can.writeCase.name);
  return classes;
}
