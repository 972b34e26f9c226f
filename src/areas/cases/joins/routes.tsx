import { z } from 'zod';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { contentIn } from '#platform/i18n.ts';
import { listHolders, listOrganisations } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { type RefusedBy, refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { can, caseSupervisor, caseWorker } from '../access.ts';
import { lookAtCase } from '../case-files/read.ts';
import { listName, municipalityName } from '../case-files/shown.ts';
import { personPaths } from '../paths.ts';
import { carriesAll, joinPersons, tellApart, undoJoin } from './actions.ts';
import { ComparePage } from './pages/compare.tsx';
import { JoinsPage, type ProposalLine } from './pages/joins.tsx';
import { type ProposedPerson, readJoins, readProposals } from './read.ts';
import { refusals, words } from './words.ts';

const joinForm = z.object({
  keep: field.choice(['this', 'other']),
  reason: field.optionalText(2000),
});
const reasonForm = z.object({ reason: field.optionalText(2000) });

type CaseVisit = Visit<{ caseId: string }>;
type CompareVisit = Visit<{ caseId: string; otherId: string }>;
type Refused = RefusedBy<typeof refusals>;

export const joinRoutes = new Routes()
  .get(personPaths.joins, can.writeCase, (visit) => joinsPage(visit, emptyForm))
  .get(personPaths.compare, can.writeCase, (visit) => comparePage(visit, emptyForm))
  .post(personPaths.compare, can.writeCase, async (visit) => {
    const form = await visit.form(joinForm);
    if (!form.ok) return comparePage(visit, form.state);
    const { vault } = visit.tools;
    const input = { vault, ...visit.params, ...form.values, evidence: await evidenceOf(visit) };
    const joined = await joinPersons(visit.db, visit.person, input, visit.now);
    if (!joined.ok) return comparePage(visit, refused(visit, joined, form.typed));
    return visit.go(listOf(visit), words[visit.lang].joined(joined.value.cases));
  })
  .post(personPaths.tellApart, can.writeCase, async (visit) => {
    const form = await visit.form(reasonForm);
    if (!form.ok) return comparePage(visit, form.state);
    const input = {
      vault: visit.tools.vault,
      ...visit.params,
      ...form.values,
      evidence: await evidenceOf(visit),
    };
    const told = await tellApart(visit.db, visit.person, input, visit.now);
    if (!told.ok) return comparePage(visit, refused(visit, told, form.typed));
    return visit.go(listOf(visit), words[visit.lang].told);
  })
  .post(personPaths.undoJoin, can.writeCase, async (visit) => {
    const form = await visit.form(reasonForm);
    if (!form.ok) return joinsPage(visit, form.state);
    const { joinId } = visit.params;
    const input = { vault: visit.tools.vault, joinId, ...form.values };
    const undone = await undoJoin(visit.db, visit.person, input, visit.now);
    if (!undone.ok) return joinsPage(visit, refused(visit, undone, { ...form.typed, joinId }));
    return visit.go(listOf(visit), words[visit.lang].undone);
  }).list;

function listOf({ params: { caseId } }: CaseVisit): string {
  return personPaths.joins.to({ caseId });
}

function refused(visit: Visit, answer: Refused, typed: Typed): FormState {
  const fields = { 'reason-missing': 'reason' } as const;
  return refusedForm({ words: refusals, lang: visit.lang, refused: answer, typed, fields });
}

async function evidenceOf(visit: CompareVisit): Promise<readonly string[]> {
  const { proposals } = await look(visit);
  return proposals.find(({ personId }) => personId === visit.params.otherId)?.evidence ?? [];
}

/** The case from which somebody looks, and who is proposed for its person. */
function look({ db, who, person, tools: { vault }, params: { caseId }, now }: CaseVisit) {
  return inTransaction(db, who, async (tx) => {
    const opened = await lookAtCase(tx, { who: person, vault, caseId, what: 'joins' }, now);
    const { caseFile } = opened;
    const proposals = await readProposals(tx, { who, vault, caseFile });
    const decided = caseFile.personId ? await readJoins(tx, vault, caseFile.personId) : [];
    return { ...opened, proposals, decided };
  });
}

async function joinsPage(visit: CaseVisit, state: FormState): Promise<Response> {
  const { caseFile, proposals, decided } = await look(visit);
  const lines = await inTransaction(visit.db, visit.who, (tx) => linesOf(tx, visit, proposals));
  return visit.page(
    <JoinsPage view={visit.view} state={state} caseFile={caseFile} lines={lines} decided={decided} />,
    state.problems.length > 0 ? 422 : 200,
  );
}

/** What tells apart who has the same name: age band, municipality, number, organisation, worker. */
async function linesOf(
  tx: Tx,
  { lang }: Visit,
  proposals: readonly ProposedPerson[],
): Promise<readonly ProposalLine[]> {
  const organisations = await listOrganisations(tx);
  const municipalities = await listMunicipalities(tx);
  const organisationIds = [
    ...new Set(proposals.flatMap(({ cases }) => cases.map((each) => each.organisationId))),
  ];
  const roles = [caseWorker.name, caseSupervisor.name];
  const workers = organisationIds.length > 0 ? await listHolders(tx, { organisationIds, roles }) : [];
  return proposals.flatMap(({ cases, known, ...proposal }) => {
    const [newest] = cases;
    if (!newest) return [];
    const at = organisations.find(({ id }) => id === newest.organisationId);
    return [
      {
        ...proposal,
        name: listName(lang, newest, known),
        ageBand: newest.ageBand,
        municipality: municipalityName(lang, municipalities, newest.municipality),
        numbers: cases.map(({ number }) => number),
        organisation: at ? contentIn(lang, { ja: at.nameJa, en: at.nameEn }) : '',
        worker: workers.find(({ personId }) => personId === newest.assignedTo)?.name ?? '',
      },
    ];
  });
}

async function comparePage(visit: CompareVisit, state: FormState): Promise<Response> {
  const { view, db, who, person: reader, tools, params, now } = visit;
  const { caseFile, person, proposals } = await look(visit);
  const proposed = proposals.find(({ personId }) => personId === params.otherId);
  const [newest] = proposed?.cases ?? [];
  if (!proposed || !newest) throw new NotFound('person');
  const { vault } = tools;
  const shown = await inTransaction(db, who, async (tx) => {
    const other = await lookAtCase(tx, { who: reader, vault, caseId: newest.id, what: 'joins' }, now);
    const [line] = await linesOf(tx, visit, [proposed]);
    const ids = [caseFile.personId ?? '', params.otherId];
    return { other, line, mayJoin: await carriesAll(tx, reader, ids, now) };
  });
  if (!shown.line) throw new NotFound('person');
  return visit.page(
    <ComparePage
      view={view}
      state={state}
      caseFile={caseFile}
      person={person}
      other={shown.other}
      line={shown.line}
      mayJoin={shown.mayJoin}
      elsewhere={newest.organisationId !== caseFile.organisationId}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}
