import { inTransaction } from '#platform/database/database.ts';
import { field } from '#platform/web/form.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { z } from 'zod';
import { can } from '../access.ts';
import { findEditionProgram } from '../editions/store.ts';
import { staffReportPaths as paths } from '../paths.ts';
import { erratumLine } from '../publication/shown.ts';
import { decideOnErratum, proposeErratum } from './actions.ts';
import { ErrataPage } from './pages/errata.tsx';
import { NewErratumPage } from './pages/new-erratum.tsx';
import { targetFromText } from './rules.ts';
import { listCorrections, listErrata } from './store.ts';
import { refusals, words } from './words.ts';
import { sayRefusal } from '#platform/web/refusals.ts';

const erratumForm = z.object({
  target: field.text(100),
  newValue: field.optionalText(4000),
  reason: field.text(500),
});

export const routes = new Routes()
  .get(paths.errata, can.readEditions, (visit) => errataPage(visit))
  .get(paths.newErratum, can.proposeErratum, (visit) => newErratumPage(visit, emptyForm))
  .post(paths.newErratum, can.proposeErratum, async (visit) => {
    const form = await visit.form(erratumForm);
    if (!form.ok) return newErratumPage(visit, form.state);
    const { id: editionId, slug } = visit.params;
    const target = targetFromText(form.values.target);
    const done = await proposeErratum(visit.db, visit.who, { editionId, slug, ...form.values, target });
    if (done.ok) return visit.go(paths.errata.to({}), words[visit.lang].proposed);
    const name =
      done.refusal === 'not-a-number' || done.refusal === 'nothing-changes' ? 'newValue' : 'target';
    const problem = { field: name, message: sayRefusal(refusals, visit.lang, done) };
    return newErratumPage(visit, { values: form.typed, problems: [problem] });
  })
  .post(paths.publishErratum, can.approveErratum, (visit) => decide(visit, 'publish'))
  .post(paths.refuseErratum, can.approveErratum, (visit) => decide(visit, 'refuse')).list;

async function decide(visit: Visit<{ id: string }>, verdict: 'publish' | 'refuse'): Promise<Response> {
  const done = await decideOnErratum(visit.db, visit.who, { id: visit.params.id, verdict });
  if (!done.ok)
    return errataPage(visit, {
      values: {},
      problems: [{ field: '', message: sayRefusal(refusals, visit.lang, done) }],
    });
  const text = words[visit.lang];
  return visit.go(paths.errata.to({}), verdict === 'publish' ? text.published : text.refused);
}

async function errataPage(visit: Visit, state: FormState = emptyForm): Promise<Response> {
  const { who, view, lang } = visit;
  const errata = (await inTransaction(visit.db, who, listErrata)).map(({ program, ...erratum }) => ({
    ...erratum,
    what: erratumLine(lang, program, { ...erratum, on: '' }).what,
  }));
  return visit.page(
    <ErrataPage
      view={view}
      errata={errata}
      problems={state.problems}
      deciderId={can.approveErratum.allows(who) && who.kind === 'person' ? who.personId : null}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function newErratumPage(
  visit: Visit<{ id: string; slug: string }>,
  state: FormState,
): Promise<Response> {
  const { id: editionId, slug } = visit.params;
  const shown = await inTransaction(visit.db, visit.who, async (tx) => ({
    program: await findEditionProgram(tx, { editionId, slug }),
    corrections: await listCorrections(tx, { editionId, slug }),
  }));
  return visit.page(
    <NewErratumPage view={visit.view} editionId={editionId} state={state} {...shown} />,
    state.problems.length > 0 ? 422 : 200,
  );
}
