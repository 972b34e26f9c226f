import { z } from 'zod';
import { field } from '#platform/web/form.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { refuse } from '#platform/result.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { readCode } from '#areas/directory/index.ts';
import { referralLinkPaths } from '../../paths.ts';
import { CodePage } from './page.tsx';
import { refusals } from './words.ts';

const codeForm = z.object({ code: field.text(100) });

/** For whoever was handed a printed request: the code on it leads where a mailed link leads. */
export const paperRoutes = new Routes()
  .anonymousPage(referralLinkPaths.code, (visit) => codePage(visit, emptyForm))
  .anonymousPost(referralLinkPaths.code, async (visit) => {
    const form = await visit.form(codeForm);
    if (!form.ok) return codePage(visit, form.state);
    const token = readCode(form.values.code);
    if (token !== undefined) return visit.go(referralLinkPaths.answer.to({ token }));
    const fields = { 'no-code': 'code' };
    const { typed } = form;
    return codePage(
      visit,
      refusedForm({ words: refusals, lang: visit.lang, refused: refuse('no-code'), typed, fields }),
    );
  }).list;

async function codePage(visit: Visit, state: FormState): Promise<Response> {
  return visit.page(<CodePage view={visit.view} state={state} />, state.problems.length > 0 ? 422 : 200);
}
