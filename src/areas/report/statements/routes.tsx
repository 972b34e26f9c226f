import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { findOwnMeasure } from '../live-measures/actions.ts';
import { staffReportPaths as paths } from '../paths.ts';
import { fileResponse } from '../publication/pictures.ts';
import { readDocument, stateSource } from './actions.ts';
import { StatementPage } from './pages/statement.tsx';
import { largestDocument } from './rules.ts';
import { findStatement } from './store.ts';
import { refusals, words } from './words.ts';

const statementForm = z.object({
  title: field.text(300),
  issuer: field.text(200),
  place: field.optionalText(100),
  file: field.upload(),
  isRemoved: field.checkbox(),
  isPublic: field.checkbox(),
});
/** A little more than the largest document, so that a larger one is answered in words and not cut off. */
const maxBody = largestDocument + 2 * 1_048_576;
const fields = {
  infected: 'file',
  'scanner-silent': 'file',
  'file-empty': 'file',
  'file-too-large': 'file',
  'file-kind-not-taken': 'file',
} as const;

type StatementVisit = Visit<{ year: string; measureId: string }>;

/** The document behind a number. */
export const routes = new Routes()
  .get(paths.statement, can.bindMeasure, (visit) => statementPage(visit, emptyForm))
  .post(paths.statement, can.bindMeasure, state, { maxBody })
  .get(paths.statementDocument, can.readEditions, async (visit) => {
    const { files } = visit.tools;
    const document = await readDocument(visit.db, visit.who, { files, ...of(visit) });
    return fileResponse(document, { cacheControl: 'private, no-store' });
  }).list;

function of({ params }: StatementVisit) {
  return { fiscalYear: Number(params.year), measureId: params.measureId };
}

async function state(visit: StatementVisit): Promise<Response> {
  const form = await visit.form(statementForm);
  if (!form.ok) return statementPage(visit, form.state);
  const { file, ...said } = form.values;
  const { files, config } = visit.tools;
  const upload = file && { content: Buffer.from(await file.arrayBuffer()), name: file.name };
  const tray = { files, scanner: config.CLAMAV_SOCKET };
  const stated = { ...of(visit), ...said, upload, tray };
  const done = await stateSource(visit.db, visit.who, stated, visit.now);
  const { lang } = visit;
  if (done.ok) return visit.go(paths.liveMeasure.to(visit.params), words[lang].saved);
  const refused = { words: refusals, lang, refused: done, typed: form.typed, fields };
  return statementPage(visit, refusedForm(refused));
}

async function statementPage(visit: StatementVisit, state: FormState): Promise<Response> {
  const shown = await inTransaction(visit.db, visit.who, async (tx) => {
    const { measure } = await findOwnMeasure(tx, visit.who, of(visit));
    return { label: measure.label, statement: await findStatement(tx, measure.id) };
  });
  return visit.page(
    <StatementPage view={visit.view} state={state} {...of(visit)} {...shown} />,
    state.problems.length > 0 ? 422 : 200,
  );
}
