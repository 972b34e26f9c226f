import { inTransaction, type Tx } from '#platform/database/database.ts';
import { organisationsWith } from '#platform/access.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { Visit } from '#platform/web/visit.ts';
import { caseSupervisor, caseWorker, organisationsOf } from '../access.ts';
import { filterOf, rangeOf } from '../case-files/ranges.ts';
import { listName } from '../case-files/shown.ts';
import { type CaseFile, listCaseFiles } from '../case-files/store.ts';
import { readPersons } from '../persons/actions.ts';
import { mayDo } from '../relations/rules.ts';
import { insertViews } from '../views/store.ts';
import { CaseListSheet } from './pages/case-list.tsx';

/** As many cases as one printing holds. */
const most = 500;

/** 様式4: the cases of a list that this reader may take out on paper, each on record as a look. Of somebody protected only the number. */
export async function caseListPage(visit: Visit): Promise<Response> {
  const { db, who, person, tools, view, lang, now } = visit;
  const range = rangeOf(visit.query('range'));
  const asked = filterOf(range, { organisationIds: organisationsOf(who), personId: person.personId });
  const shown = await inTransaction(db, who, async (tx) => {
    const found = await listCaseFiles(tx, asked, 1, most);
    const rows = found.rows.filter((row) => mayTakeOut(visit, row));
    await recordLooks(tx, visit, rows);
    const ids = rows.flatMap(({ personId, isProtected }) => (personId && !isProtected ? [personId] : []));
    const known = await readPersons(tx, tools.vault, ids);
    const lines = rows.map((row) => ({ ...row, name: listName(lang, row, known.get(row.personId ?? '')) }));
    return { lines, left: found.rows.length - rows.length, more: found.more };
  });
  return visit.page(<CaseListSheet view={view} range={range} today={tokyoDay(now)} {...shown} />);
}

/** By the access table; whatever is given by a row of a case (a meeting, an emergency) takes nothing out on paper. */
function mayTakeOut({ person, now }: Visit, caseFile: CaseFile): boolean {
  const worksAt = organisationsWith(person, caseWorker);
  const supervisesAt = organisationsWith(person, caseSupervisor);
  const standing = { personId: person.personId, worksAt, supervisesAt, caseFile, rows: [], now };
  return mayDo(standing, 'export', 'identity');
}

async function recordLooks(tx: Tx, { person, now }: Visit, rows: readonly CaseFile[]): Promise<void> {
  const { personId } = person;
  const views = rows.map(({ id: caseId, organisationId, assignedTo }) => {
    const as = assignedTo === personId ? 'assigned' : 'supervisor';
    return { caseId, organisationId, personId, at: now, what: 'sheet-list', as };
  });
  await insertViews(tx, views);
}
