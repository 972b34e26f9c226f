import { z } from 'zod';
import { organisationsWith } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { contentIn } from '#platform/i18n.ts';
import { findOrganisation, listOrganisations } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, directoryEditor, isKeeper } from '../access.ts';
import { staffDirectoryPaths } from '../paths.ts';
import { serviceKinds } from '../services/content.ts';
import { knownCodes } from '../taxonomy/terms.ts';
import { applyImport, dropImport, exportEntries, type FileRefusal, receiveImport } from './actions.ts';
import { type LayoutCode, layoutCodes } from './layouts.ts';
import { words } from './page-words.ts';
import { ImportsPage } from './pages/imports.tsx';
import { RunPage, type RowState } from './pages/run.tsx';
import { type ApplyRefusal, maxImportBytes } from './rules.ts';
import { findRun, type ImportRun, listRuns } from './store.ts';
import { applyRefusals, fileRefusals } from './words.ts';

type RunVisit = Visit<{ id: string }>;

const uploadForm = z.object({
  organisationId: z.uuid(),
  kind: field.choice(serviceKinds),
  topics: field.choices(),
  keepBlank: field.checkbox(),
  file: field.upload(),
});
const applyForm = z.object({ publish: field.checkbox(), verify: field.checkbox() });

export const importRoutes = new Routes()
  .get(staffDirectoryPaths.imports, can.importEntries, (visit) => importsPage(visit, emptyForm))
  .post(staffDirectoryPaths.imports, can.importEntries, receive, { maxBody: maxImportBytes + 1_048_576 })
  .get(staffDirectoryPaths.export, can.importEntries, download)
  .get(staffDirectoryPaths.importRun, can.importEntries, (visit) => runPage(visit, emptyForm))
  .post(staffDirectoryPaths.applyImport, can.importEntries, async (visit) => {
    const form = await visit.form(applyForm);
    if (!form.ok) return runPage(visit, form.state);
    const { db, who, params, now, lang } = visit;
    const applied = await applyImport(db, who, { runId: params.id, ...form.values }, now);
    if (!applied.ok) return runPage(visit, refused(visit, applied, form.typed));
    const { created, changed } = applied.value;
    return visit.go(staffDirectoryPaths.importRun.to(params), words[lang].done.applied(created, changed));
  })
  .post(staffDirectoryPaths.dropImport, can.importEntries, async (visit) => {
    const { db, who, params, now, lang } = visit;
    const dropped = await dropImport(db, who, { runId: params.id }, now);
    if (dropped.ok) return visit.go(staffDirectoryPaths.imports.to({}), words[lang].done.dropped);
    return runPage(visit, refused(visit, dropped, {}));
  }).list;

/** A file that cannot be read at all is said at the field; everything else has a page of its own. */
async function receive(visit: Visit): Promise<Response> {
  const form = await visit.form(uploadForm);
  if (!form.ok) return importsPage(visit, form.state);
  const { db, person, now, lang } = visit;
  const { file, topics, ...input } = form.values;
  const wrong = (answer: RefusedWith<FileRefusal | 'no-file'>) =>
    importsPage(
      visit,
      atFile(refusedForm({ words: fileRefusals, lang, refused: answer, typed: form.typed })),
    );
  if (!file) return wrong({ refusal: 'no-file' });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const known = topics.filter((topic) => knownCodes.topics.has(topic));
  const received = await receiveImport(
    db,
    person,
    { ...input, topics: known, fileName: file.name, bytes },
    now,
  );
  if (!received.ok) return wrong(received);
  return visit.go(staffDirectoryPaths.importRun.to({ id: received.value.runId }));
}

function atFile({ values, problems }: FormState): FormState {
  return { values, problems: problems.map((problem) => ({ ...problem, field: 'file' })) };
}

function refused({ lang }: Visit, answer: RefusedWith<ApplyRefusal>, typed: Typed): FormState {
  return refusedForm({ words: applyRefusals, lang, refused: answer, typed });
}

async function importsPage(visit: Visit, state: FormState): Promise<Response> {
  const { db, who, lang, view } = visit;
  const own = isKeeper(who) ? undefined : organisationsWith(who, directoryEditor);
  const page = await inTransaction(db, who, async (tx) => {
    const organisations = (await listOrganisations(tx)).filter(
      ({ id, closedAt }) => closedAt === null && (own?.includes(id) ?? true),
    );
    const owners = organisations.map(({ id, nameJa, nameEn }) => ({
      value: id,
      label: contentIn(lang, { ja: nameJa, en: nameEn }),
    }));
    return (
      <ImportsPage
        isKeeper={isKeeper(visit.who)}
        view={view}
        state={state}
        owners={owners}
        runs={await listRuns(tx, own)}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function runPage(visit: RunVisit, state: FormState): Promise<Response> {
  const { db, who, lang, view, params } = visit;
  const page = await inTransaction(db, who, async (tx) => {
    const run = await findRun(tx, params.id);
    const owner = await findOrganisation(tx, run.organisationId);
    return (
      <RunPage
        view={view}
        state={state}
        run={run}
        owner={contentIn(lang, { ja: owner.nameJa, en: owner.nameEn })}
        shown={shownState(visit, run)}
        page={Math.max(1, Math.trunc(Number(visit.query('page'))) || 1)}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

/** What was asked for; otherwise what matters most. */
function shownState(visit: Visit, { wrong, changed, created }: ImportRun): RowState {
  const states = ['wrong', 'new', 'changed', 'unchanged'] as const;
  const asked = states.find((state) => state === visit.query('state'));
  if (asked) return asked;
  if (wrong > 0) return 'wrong';
  return changed > 0 ? 'changed' : created > 0 ? 'new' : 'unchanged';
}

async function download(visit: Visit): Promise<Response> {
  const organisationId = z.uuid().safeParse(visit.query('organisation'));
  if (!organisationId.success) throw new NotFound('organisation');
  const layout: LayoutCode = layoutCodes.find((code) => code === visit.query('layout')) ?? 'facility';
  const { csv, owner } = await exportEntries(visit.db, visit.who, {
    organisationId: organisationId.data,
    layout,
  });
  const name = `${owner.nameJa.replace(/[/\\:*?"<>|\p{Cc}]/gu, '_')}_${layout}_${tokyoDay(visit.now)}.csv`;
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="directory.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}
