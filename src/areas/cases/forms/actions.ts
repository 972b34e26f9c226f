import { system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { can } from '../access.ts';
import type { FormCode, FormSet } from './form.ts';
import { changesBetween } from './changes.ts';
import {
  decideFields,
  decideList,
  type FieldLine,
  formOf,
  type FormRefusal,
  listOf,
  type NewField,
  type OptionLine,
} from './rules.ts';
import { standingOf } from './standing.ts';
import { standardSet, withStandardLists } from './standard/set.ts';
import {
  type CaseForms,
  countForms,
  deleteForms,
  findPublishedForms,
  insertForms,
  lastVersion,
  listContents,
  lockAllForms,
  lockForms,
  updateForms,
} from './store.ts';

/** A step of each start: an installation without forms gets the standard ones, for the fiscal year in which it begins. */
export async function ensureForms(db: Db, now = new Date()): Promise<boolean> {
  return inTransaction(db, system('start'), async (tx) => {
    await lockAllForms(tx);
    if ((await countForms(tx)) > 0) return false;
    const fiscalYear = fiscalYearOf(tokyoDay(now));
    const state = { version: 1, state: 'published', createdAt: now, updatedAt: now, publishedAt: now };
    await insertForms(tx, { fiscalYear, ...state, content: standardSet });
    await record(
      tx,
      {
        event: 'case.forms',
        subject: { kind: 'forms', id: String(fiscalYear) },
        facts: { version: 1, standard: true },
      },
      now,
    );
    return true;
  });
}

function mustEdit(who: Who): void {
  if (who.kind !== 'system' && !can.editForms.allows(who)) throw new Forbidden(can.editForms.name);
}

const writer = (who: Who) => (who.kind === 'person' ? who.personId : null);

async function said(
  tx: Tx,
  { fiscalYear, version }: { fiscalYear: number; version: number },
  what: string,
  now: Date,
): Promise<void> {
  const subject = { kind: 'forms', id: String(fiscalYear) };
  await record(tx, { event: 'case.forms', subject, facts: { version, what } }, now);
}

/** Begins to change the forms of a fiscal year: from what is used in it now, which for a new year is the year before. */
export async function beginForms(
  db: Db,
  who: Who,
  { fiscalYear }: { fiscalYear: number },
  now = new Date(),
): Promise<Result<{ version: number }, FormRefusal>> {
  mustEdit(who);
  return inTransaction(db, who, async (tx) => {
    await lockAllForms(tx);
    if (await lockForms(tx, { fiscalYear, state: 'draft' })) return refuse('draft-stands');
    const published = await findPublishedForms(tx, fiscalYear);
    const content = published ? withStandardLists(published.content) : standardSet;
    const version = (await lastVersion(tx, fiscalYear)) + 1;
    const dates = { createdAt: now, updatedAt: now, updatedBy: writer(who) };
    await insertForms(tx, { fiscalYear, version, state: 'draft', content, ...dates });
    await said(tx, { fiscalYear, version }, 'begin', now);
    return ok({ version });
  });
}

interface Editing {
  readonly fiscalYear: number;
  /** The revision from which the page was made. */
  readonly revision: number;
}

/** One change of a draft; two who edit at once are told, and neither overwrites the other. */
async function edit(
  db: Db,
  who: Who,
  { fiscalYear, revision }: Editing,
  decide: (draft: CaseForms, used: readonly FormSet[]) => Result<FormSet, FormRefusal>,
  now: Date,
): Promise<Result<{ revision: number }, FormRefusal>> {
  mustEdit(who);
  return inTransaction(db, who, async (tx) => {
    const draft = await lockForms(tx, { fiscalYear, state: 'draft' });
    if (!draft) return refuse('no-draft');
    if (draft.revision !== revision) return refuse('changed-meanwhile');
    const decision = decide(draft, await listContents(tx));
    if (!decision.ok) return decision;
    const change = {
      content: decision.value,
      revision: revision + 1,
      updatedAt: now,
      updatedBy: writer(who),
    };
    await updateForms(tx, draft.id, change);
    await said(tx, draft, 'change', now);
    return ok({ revision: revision + 1 });
  });
}

export async function saveList(
  db: Db,
  who: Who,
  { list: code, lines, ...editing }: Editing & { list: string; lines: readonly OptionLine[] },
  now = new Date(),
): Promise<Result<{ revision: number }, FormRefusal>> {
  return edit(
    db,
    who,
    editing,
    ({ content }, published) => {
      const used = published.flatMap((set) => listOf(set, code).options.map((option) => option.code));
      const decision = decideList(listOf(content, code), lines, used, standingOf(code));
      if (!decision.ok) return decision;
      return ok({
        ...content,
        lists: content.lists.map((each) => (each.code === code ? decision.value : each)),
      });
    },
    now,
  );
}

export async function saveFields(
  db: Db,
  who: Who,
  {
    form: code,
    lines,
    added,
    ...editing
  }: Editing & { form: FormCode; lines: readonly FieldLine[]; added?: NewField },
  now = new Date(),
): Promise<Result<{ revision: number }, FormRefusal>> {
  return edit(
    db,
    who,
    editing,
    ({ content }) => {
      const form = formOf(content, code);
      if (!form) throw new NotFound('form');
      const decision = decideFields(form, lines, added);
      if (!decision.ok) return decision;
      return ok({
        ...content,
        forms: content.forms.map((each) => (each.code === code ? decision.value : each)),
      });
    },
    now,
  );
}

/** From now on the cases of this fiscal year are asked by it; what was used before stays as history. */
export async function publishForms(
  db: Db,
  who: Who,
  { fiscalYear }: { fiscalYear: number },
  now = new Date(),
): Promise<Result<{ version: number }, FormRefusal>> {
  mustEdit(who);
  return inTransaction(db, who, async (tx) => {
    await lockAllForms(tx);
    const draft = await lockForms(tx, { fiscalYear, state: 'draft' });
    if (!draft) return refuse('no-draft');
    const before = await lockForms(tx, { fiscalYear, state: 'published' });
    if (before && changesBetween(before.content, draft.content).length === 0)
      return refuse('nothing-changed');
    if (before) await updateForms(tx, before.id, { state: 'replaced' });
    await updateForms(tx, draft.id, { state: 'published', publishedAt: now, updatedBy: writer(who) });
    await said(tx, draft, 'publish', now);
    return ok({ version: draft.version });
  });
}

export async function discardForms(
  db: Db,
  who: Who,
  { fiscalYear }: { fiscalYear: number },
  now = new Date(),
): Promise<Result<{ version: number }, FormRefusal>> {
  mustEdit(who);
  return inTransaction(db, who, async (tx) => {
    const draft = await lockForms(tx, { fiscalYear, state: 'draft' });
    if (!draft) return refuse('no-draft');
    await deleteForms(tx, draft.id);
    await said(tx, draft, 'discard', now);
    return ok({ version: draft.version });
  });
}
