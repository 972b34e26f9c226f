import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { can, worksAt } from '../access.ts';
import { findContactByNumber } from '../contacts/store.ts';
import { deskPaths } from '../paths.ts';
import { readNumber } from '../talks/passphrase.ts';
import { readFilter } from './filter.ts';
import { SearchPage } from './pages/search.tsx';
import { countRecords, listFollowUps, listRecords, mostCounted } from './store.ts';
import { words } from './words.ts';

type DeskVisit = Visit<{ deskId: string }>;

const pageSize = 50;
/** Of those to be contacted today, shown on top. */
const mostDue = 20;

export const searchRoutes = new Routes()
  .get(deskPaths.search, can.readDesk, (visit) => searchPage(visit, emptyForm))
  .post(deskPaths.search, can.readDesk, async (visit) => {
    const form = await visit.form(z.object({ number: field.optionalText(40) }));
    if (!form.ok) return searchPage(visit, form.state);
    const { deskId } = visit.params;
    const typed = form.values.number;
    const number = /^S[0-9a-f]{15}$/.test(typed) ? typed : readNumber(typed);
    const found = await inTransaction(visit.db, visit.who, (tx) => findContactByNumber(tx, number));
    if (found?.deskId === deskId) return visit.go(deskPaths.desk.to({ deskId }, { contact: found.id }));
    const message = words[visit.lang].numberUnknown;
    return searchPage(visit, { values: form.typed, problems: [{ field: 'number', message }] });
  }).list;

async function searchPage(visit: DeskVisit, state: FormState): Promise<Response> {
  const { deskId } = visit.params;
  if (!worksAt(visit.who, deskId)) throw new NotFound('desk');
  const filter = readFilter(visit.query);
  const today = tokyoDay(visit.now);
  const last = Math.ceil(mostCounted / pageSize);
  const page = Math.min(last, Math.max(1, Math.floor(Number(visit.query('page'))) || 1));
  const shown = await inTransaction(visit.db, visit.who, async (tx) => ({
    found: await listRecords(tx, deskId, { filter, limit: pageSize, offset: (page - 1) * pageSize }),
    count: await countRecords(tx, deskId, filter),
    due: await listFollowUps(tx, { deskId, until: today, limit: mostDue + 1 }),
    municipalities: await listMunicipalities(tx),
  }));
  return visit.page(
    <SearchPage
      view={visit.view}
      deskId={deskId}
      today={today}
      filter={filter}
      found={shown.found}
      count={shown.count}
      most={mostCounted}
      page={page}
      pageSize={pageSize}
      due={shown.due.slice(0, mostDue)}
      dueMore={shown.due.length > mostDue}
      municipalities={shown.municipalities.filter(({ parentCode }) => parentCode !== null)}
      state={state}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}
