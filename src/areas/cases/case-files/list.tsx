import { z } from 'zod';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { emptyForm } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, organisationsOf } from '../access.ts';
import { readUrgencies } from '../bases/actions.ts';
import { ToldUrgencies } from '../bases/pages/urgency.tsx';
import { readPersons, searchKeys } from '../persons/actions.ts';
import { listCasesByKeys } from '../persons/store.ts';
import { readWaitingOpenings } from '../protections/openings.ts';
import { WaitingOpenings } from '../protections/pages/openings.tsx';
import { type CaseLine, CasesPage } from './pages/list.tsx';
import { filterOf, rangeOf } from './ranges.ts';
import { listName } from './shown.ts';
import { type CaseFile, listCaseFiles } from './store.ts';

/** Cases of the reader's organisations, what is promised next first. */
export async function listPage(visit: Visit): Promise<Response> {
  const range = rangeOf(visit.query('range'));
  const page = Math.min(1000, Math.max(1, Math.trunc(Number(visit.query('page'))) || 1));
  const { personId } = visit.person;
  const filter = filterOf(range, { organisationIds: organisationsOf(visit.who), personId });
  const { lines, more } = await inTransaction(visit.db, visit.who, async (tx) => {
    const found = await listCaseFiles(tx, filter, page);
    return { lines: await linesOf(tx, visit, found.rows), more: found.more };
  });
  const told = await readUrgencies(visit.db, visit.person, visit.tools.vault);
  const waiting = can.agreeToOpen.allows(visit.who)
    ? (await readWaitingOpenings(visit.db, visit.person, visit.tools.vault, visit.now)).length
    : 0;
  const nextPage = more ? page + 1 : undefined;
  return visit.page(
    <CasesPage
      view={visit.view}
      lines={lines}
      range={range}
      nextPage={nextPage}
      state={emptyForm}
      told={
        <>
          <ToldUrgencies view={visit.view} urgencies={told} />
          <WaitingOpenings view={visit.view} count={waiting} />
        </>
      }
    />,
  );
}

/** Exact matches of a name, a reading or a telephone, however written. */
export async function searchPage(visit: Visit): Promise<Response> {
  const form = await visit.form(z.object({ q: field.text(200) }));
  const { view, who, db, tools } = visit;
  if (!form.ok)
    return visit.page(
      <CasesPage view={view} lines={[]} range={undefined} nextPage={undefined} state={form.state} />,
      422,
    );
  const blinds = searchKeys(tools.vault, form.values.q);
  const lines = await inTransaction(db, who, async (tx) => {
    const found = await listCasesByKeys(tx, { organisationIds: organisationsOf(who), blinds });
    return linesOf(
      tx,
      visit,
      found.map((file) => ({ ...file, workerName: null })).filter(({ isProtected }) => !isProtected),
    );
  });
  const state = { values: form.typed, problems: [] };
  return visit.page(
    <CasesPage view={view} lines={lines} range={undefined} nextPage={undefined} state={state} />,
  );
}

async function linesOf(
  tx: Tx,
  { lang, tools, now }: Visit,
  rows: readonly (CaseFile & { workerName: string | null })[],
): Promise<readonly CaseLine[]> {
  const known = await readPersons(
    tx,
    tools.vault,
    rows.flatMap(({ personId }) => personId ?? []),
  );
  return rows.map((row) => ({
    ...row,
    name: listName(lang, row, known.get(row.personId ?? '')),
    overdue: !row.closedOn && row.nextOn !== null && row.nextOn < tokyoDay(now),
  }));
}
