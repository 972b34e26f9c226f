import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { collectionPaths } from '../paths.ts';
import { nameIn } from '../trail.ts';
import {
  acceptEntry,
  actorOf,
  type EntryResult,
  readEntry,
  remarkOnEntry,
  reopenEntry,
  returnEntry,
  saveEntry,
  submitEntry,
} from './actions.ts';
import { type EntryContent, readContents, readYearWords } from './contents.ts';
import { EntryPage } from './pages/entry.tsx';
import {
  askedPeriods,
  changesOf,
  type EntryInput,
  type FieldChange,
  missingFields,
  possibleActs,
  valueField,
} from './rules.ts';
import { findEntry, listChanges, listNotes } from './store.ts';
import { refusals, words } from './words.ts';

type EntryVisit = Visit<{ entryId: string }>;
const decisionForm = z.object({ stamp: z.string().max(60), words: field.optionalText(2000) });

export const entryRoutes = new Routes()
  .get(collectionPaths.entry, can.readRound, (visit) => entryPage(visit, emptyForm))
  .post(collectionPaths.entry, can.returnEntry, saveForm)
  .post(collectionPaths.acceptEntry, can.decideEntry, (visit) => decide(visit, acceptEntry, 'accepted'))
  .post(collectionPaths.returnEntry, can.decideEntry, (visit) => decide(visit, returnEntry, 'returned'))
  .post(collectionPaths.reopenEntry, can.decideEntry, (visit) => decide(visit, reopenEntry, 'reopened'))
  .post(collectionPaths.remarkOnEntry, can.returnEntry, async (visit) => {
    const { lang, params } = visit;
    const form = await visit.form(z.object({ remark: field.text(2000) }));
    if (!form.ok) return entryPage(visit, form.state);
    const noted = await remarkOnEntry(
      visit.db,
      visit.who,
      { ...params, words: form.values.remark },
      visit.now,
    );
    if (noted.ok) return visit.go(collectionPaths.entry.to(params), words[lang].noted);
    const fields = { 'words-missing': 'remark' };
    return entryPage(
      visit,
      refusedForm({ words: refusals, lang, refused: noted, typed: form.typed, fields }),
    );
  }).list;

/** Saves, and submits when asked to; what is missing for that is named at its field, with the draft saved. */
async function saveForm(visit: EntryVisit): Promise<Response> {
  const { db, who, lang, params, now } = visit;
  const content = await readEntry(db, who, params.entryId);
  const { ratings } = await inTransaction(db, who, (tx) => readYearWords(tx, content.fiscalYear));
  const form = await visit.form(
    formOf(
      content,
      ratings.map(({ code }) => code),
    ),
  );
  if (!form.ok) return entryPage(visit, form.state);
  const { stamp, do: act, ...typed } = form.values;
  const input = inputOf(content, typed);
  const saved = await saveEntry(db, who, { ...params, stamp, ...input }, now);
  if (!saved.ok)
    return saved.refusal === 'changed-meanwhile'
      ? conflictPage(visit, { input, typed: form.typed })
      : entryPage(visit, refusedForm({ words: refusals, lang, refused: saved, typed: form.typed }));
  const here = collectionPaths.entry.to(params);
  if (act !== 'submit') return visit.go(here, words[lang].saved(saved.value.changes));
  const submitted = await submitEntry(db, who, { ...params, stamp: saved.value.stamp }, now);
  if (submitted.ok) return visit.go(here, words[lang].submitted);
  if (submitted.refusal !== 'incomplete')
    return entryPage(visit, refusedForm({ words: refusals, lang, refused: submitted, typed: {} }));
  const missing = missingFields(await readEntry(db, who, params.entryId));
  const t = words[lang];
  const problems = [
    { field: '', message: t.savedButIncomplete(missing.length) },
    ...missing.map((name) => ({ field: name, message: t.required })),
  ];
  return entryPage(visit, { values: {}, problems });
}

/** A field for everything that is asked: names as in the history of changes. */
function formOf(content: EntryContent, ratings: readonly string[]) {
  const values = Object.fromEntries(
    content.measures.flatMap((measure) =>
      askedPeriods(measure, content.fiscalYear).map((period) => [
        valueField(measure.id, period),
        measure.kind === 'rate' ? field.numberOrNull() : field.wholeOrNull({ max: 999_999_999_999_999 }),
      ]),
    ),
  );
  return z.object({
    ...values,
    stamp: z.string().max(60),
    do: z.enum(['save', 'submit']).default('save'),
    summary: field.optionalText(4000),
    evaluation: field.optionalText(4000),
    rating: z.enum(['', ...ratings]).default(''),
    nextStep: field.optionalText(4000),
  });
}

function inputOf(content: EntryContent, typed: Record<string, unknown>): EntryInput {
  const values = content.measures.flatMap((measure) =>
    askedPeriods(measure, content.fiscalYear).map((period) => {
      const value = typed[valueField(measure.id, period)];
      return { measureId: measure.id, period, value: typeof value === 'number' ? value : null };
    }),
  );
  const text = (name: string) => {
    const value = typed[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    values,
    words: {
      summary: text('summary'),
      evaluation: text('evaluation'),
      rating: text('rating') || null,
      nextStep: text('nextStep'),
    },
  };
}

/** What was typed is kept beside what somebody else saved; saving again is a decision. */
async function conflictPage(
  visit: EntryVisit,
  { input, typed }: { input: EntryInput; typed: Typed },
): Promise<Response> {
  const stored = await readEntry(visit.db, visit.who, visit.params.entryId);
  const { stamp: _, do: __, ...values } = typed;
  const message = words[visit.lang].conflictTitle;
  const conflict = changesOf(stored, input);
  return entryPage(visit, { values, problems: [{ field: '', message }] }, { status: 409, conflict });
}

async function decide(
  visit: EntryVisit,
  act: typeof acceptEntry | typeof returnEntry,
  done: 'accepted' | 'returned' | 'reopened',
): Promise<Response> {
  const { db, who, lang, params, now } = visit;
  const form = await visit.form(decisionForm);
  if (!form.ok) return entryPage(visit, form.state);
  const result: EntryResult = await act(db, who, { ...params, ...form.values }, now);
  if (result.ok) return visit.go(collectionPaths.entry.to(params), words[lang][done]);
  const fields = { 'words-missing': 'words' };
  const state = refusedForm({ words: refusals, lang, refused: result, typed: form.typed, fields });
  return entryPage(visit, state, { status: result.refusal === 'changed-meanwhile' ? 409 : 422 });
}

async function entryPage(
  visit: EntryVisit,
  state: FormState,
  {
    status = state.problems.length > 0 ? 422 : 200,
    conflict,
  }: { status?: 200 | 409 | 422; conflict?: readonly FieldChange[] } = {},
): Promise<Response> {
  const { db, who, view, lang, params, now } = visit;
  const props = await inTransaction(db, who, async (tx) => {
    const found = await findEntry(tx, params.entryId);
    const [content] = await readContents(tx, [found]);
    if (!content) throw new Error('an entry without content');
    const actor = actorOf(who, content.organisationId);
    return {
      content,
      round: found.round,
      bureau: nameIn(lang, { nameJa: found.bureauJa, nameEn: found.bureauEn }),
      yearWords: await readYearWords(tx, content.fiscalYear),
      acts: possibleActs({ status: content.status, roundOpen: found.round.status === 'open', actor }),
      notes: await listNotes(tx, params.entryId),
      changes: await listChanges(tx, params.entryId),
      mayRemark: actor.secretariat || actor.reporter,
    };
  });
  const shown = { ...props, view, state, today: tokyoDay(now), ...(conflict ? { conflict } : {}) };
  return visit.page(<EntryPage {...shown} />, status);
}
