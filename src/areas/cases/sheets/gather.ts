import type { Tx } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import type { PersonWho } from '#platform/access.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { can } from '../access.ts';
import { readAnswers } from '../answers/actions.ts';
import { type Answers, type AnswersByClass, piecesOf, together } from '../answers/rules.ts';
import { lookAtCase, type OpenedCase } from '../case-files/read.ts';
import { type FormCode, formCodes, type FormSet } from '../forms/form.ts';
import { formSetFor } from '../forms/read.ts';
import { openPlan, type OpenPlan } from '../plans/read.ts';

import { findPersonName, listPlans } from '../plans/store.ts';
import { isStopped } from '../protections/stop.ts';
import { recordTexts } from '../records/actions.ts';
import { listRecords } from '../records/store.ts';
import { type FieldClass, fieldClasses, mayDo } from '../relations/rules.ts';
import { reviewTexts } from '../reviews/actions.ts';
import { findReviewOfPlan } from '../reviews/store.ts';

export const sheetNames = ['reception', 'assessment', 'records', 'plan', 'review'] as const;
export type SheetName = (typeof sheetNames)[number];

/** More records than anybody prints of one case. */
const mostRecords = 2000;

export interface Gathered extends OpenedCase {
  readonly set: FormSet;
  /** Classes that this reader may take out of the case on paper. */
  readonly classes: readonly FieldClass[];
  readonly organisation: { readonly ja: string; readonly en: string | null };
  readonly worker: string;
  readonly municipalities: Awaited<ReturnType<typeof listMunicipalities>>;
}

/** A case as it may go on paper: the look is recorded, and a protected person's waits for a second person. */
export async function gather(
  tx: Tx,
  { who, vault, caseId, sheet }: { who: PersonWho; vault: Vault; caseId: string; sheet: SheetName },
  now: Date,
): Promise<Gathered & { readonly stopped: boolean }> {
  const opened = await lookAtCase(tx, { who, vault, caseId, what: `sheet-${sheet}` }, now);
  const { caseFile, standing } = opened;
  const classes = fieldClasses.filter((each) => mayDo(standing, 'export', each));
  if (!classes.includes('basic')) throw new Forbidden(can.readCases.name);
  const organisations = await listOrganisations(tx);
  const found = organisations.find(({ id }) => id === caseFile.organisationId);
  return {
    ...opened,
    set: await formSetFor(tx, caseFile.receivedOn),
    classes,
    organisation: { ja: found?.nameJa ?? '', en: found?.nameEn ?? null },
    worker: await findPersonName(tx, caseFile.assignedTo),
    municipalities: await listMunicipalities(tx),
    stopped: await isStopped(tx, { who, caseFile, what: 'print' }, now),
  };
}

/** What stands on the forms, of the classes that may go on paper. */
export async function gatherAnswers(
  tx: Tx,
  vault: Vault,
  { caseFile, set, classes }: Gathered,
): Promise<ReadonlyMap<FormCode, Answers>> {
  const stored = await readAnswers(tx, vault, { caseFile, forms: formCodes });
  const mine = (all: AnswersByClass | undefined) =>
    new Map([...(all ?? [])].filter(([fieldClass]) => classes.includes(fieldClass)));
  return new Map(
    set.forms.map((form) => [form.code, together(piecesOf(set, form), mine(stored.get(form.code)?.answers))]),
  );
}

/** The records that count, in the order of what happened. */
export async function gatherRecords(tx: Tx, vault: Vault, { caseFile, classes }: Gathered) {
  const rows = await listRecords(tx, { caseId: caseFile.id, limit: mostRecords });
  return rows
    .filter((row) => classes.includes(row.class as FieldClass))
    .map((row) => ({ ...row, ...recordTexts(vault, caseFile, row) }))
    .toReversed();
}

/** A round's plan and its review; the last round unless another is asked for. */
export async function gatherPlan(
  tx: Tx,
  { vault, round }: { vault: Vault; round: number },
  { caseFile, classes }: Gathered,
) {
  const plans = await listPlans(tx, caseFile.id);
  const plan = plans.find((each) => each.round === round) ?? plans.at(-1);
  const rounds = plans.map((each) => each.round);
  if (!plan) return { rounds, open: undefined, maker: '', review: undefined };
  const open = await openPlan(tx, { vault, caseFile, plan });
  const review = await findReviewOfPlan(tx, plan.id);
  return {
    rounds,
    open: mayGo(open, classes),
    maker: await findPersonName(tx, plan.madeBy),
    review: review && {
      ...review,
      ...reviewTexts(vault, caseFile, review),
      writer: await findPersonName(tx, review.writtenBy),
    },
  };
}

/** What the reader may see, but not take out, stays where it is. */
function mayGo(open: OpenPlan, classes: readonly FieldClass[]): OpenPlan {
  return {
    ...open,
    items: open.items.filter((item) => classes.includes(item.class as FieldClass)),
    careful: Object.fromEntries(
      Object.entries(open.careful).filter(([fieldClass]) => classes.includes(fieldClass as FieldClass)),
    ),
  };
}

export type GatheredRecords = Awaited<ReturnType<typeof gatherRecords>>;
export type GatheredPlan = Awaited<ReturnType<typeof gatherPlan>>;
