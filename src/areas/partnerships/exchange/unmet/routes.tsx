import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { can } from '../../access.ts';
import { exchangeStaffPaths } from '../../paths.ts';
import { kinds } from '../fields.ts';
import { placeNames } from '../said.ts';
import { draftOfUnmet, listDraftable } from './actions.ts';
import { UnmetPage } from './pages/unmet.tsx';
import { words } from './words.ts';

const draftForm = z.object({ key: field.text(100), kind: field.choice(kinds) });

export const unmetExchangeRoutes = new Routes()
  .get(exchangeStaffPaths.unmet, can.watchExchange, (visit) => unmetPage(visit, emptyForm))
  .post(exchangeStaffPaths.unmet, can.watchExchange, async (visit) => {
    const form = await visit.form(draftForm);
    if (!form.ok) return unmetPage(visit, form.state);
    const drafted = await draftOfUnmet(visit.db, visit.who, form.values, visit.now);
    const t = words[visit.lang];
    if (drafted.ok) return visit.go(exchangeStaffPaths.edit.to(drafted.value), t.drafted);
    return unmetPage(visit, { values: {}, problems: [{ field: '', message: t.again }] });
  }).list;

async function unmetPage(visit: Visit, state: FormState): Promise<Response> {
  const lacks = await listDraftable(visit.db, visit.who, visit.now);
  const names = await inTransaction(visit.db, visit.who, async (tx) =>
    placeNames(visit.lang, await listMunicipalities(tx)),
  );
  const page = <UnmetPage view={visit.view} state={state} lacks={lacks} names={names} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
