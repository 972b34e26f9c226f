import { inTransaction } from '#platform/database/database.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, mayWriteService } from '../../access.ts';
import type { Part } from '../../descriptions/parts.ts';
import { formAgain, readTypedPart } from '../../edits/gather.ts';
import { flatForm, pressed, rowButton, textOf } from '#platform/web/typed.ts';
import { listMunicipalities } from '../../municipalities/store.ts';
import { staffDirectoryPaths } from '../../paths.ts';
import { findService } from '../../services/store.ts';
import { proposeEdit } from '../actions.ts';
import { proposalRefusals, staffWords } from '../words.ts';
import { ProposePage } from './pages/propose.tsx';

type ProposeVisit = Visit<{ id: string; part: Part }>;

export const proposeRoutes = new Routes()
  .get(staffDirectoryPaths.propose, can.readEntries, (visit) => proposePage(asPart(visit), emptyForm))
  .post(staffDirectoryPaths.propose, can.readEntries, (visit) => propose(asPart(visit))).list;

/** The pattern of the path lets only parts through. */
function asPart(visit: Visit<{ id: string; part: string }>): ProposeVisit {
  return visit as ProposeVisit;
}

async function propose(visit: ProposeVisit): Promise<Response> {
  const { db, who, lang, params, now } = visit;
  const form = await visit.form(flatForm);
  if (!form.ok) return proposePage(visit, form.state);
  const { typed } = form;
  const button = rowButton(typed);
  if (button) return proposePage(visit, formAgain(pressed(typed, button)), 200);
  const read = await inTransaction(db, who, async (tx) =>
    readTypedPart(tx, { service: await findService(tx, params.id), part: params.part, typed, lang }),
  );
  if (read.problems.length > 0) return proposePage(visit, formAgain(typed, read.problems));
  const { content, version } = read;
  const source = textOf(typed, 'why').slice(0, 500);
  const input = { serviceId: params.id, version, content, part: params.part, source };
  const proposed = await proposeEdit(db, who, input, now);
  if (proposed.ok)
    return visit.go(
      staffDirectoryPaths.proposal.to({ id: proposed.value.proposalId }),
      staffWords[lang].done.proposed,
    );
  return proposePage(visit, refusedForm({ words: proposalRefusals, lang, refused: proposed, typed }));
}

/** Whoever may write the entry changes it at once instead. */
async function proposePage(
  visit: ProposeVisit,
  state: FormState,
  status: 200 | 422 = state.problems.length > 0 ? 422 : 200,
): Promise<Response> {
  const { db, who, view, params } = visit;
  const { service, municipalities } = await inTransaction(db, who, async (tx) => ({
    service: await findService(tx, params.id),
    municipalities: await listMunicipalities(tx),
  }));
  if (mayWriteService(who, service)) return visit.go(staffDirectoryPaths.part.to(params));
  const page = (
    <ProposePage
      view={view}
      state={state}
      part={params.part}
      service={service}
      municipalities={municipalities}
    />
  );
  return visit.page(page, status);
}
