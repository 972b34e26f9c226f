import { z } from 'zod';
import { organisationsWith } from '#platform/access.ts';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { contentIn } from '#platform/i18n.ts';
import { listOrganisations, type Organisation } from '#platform/people/organisations.ts';
import { foldForSearch, likePattern, searchWords } from '#platform/search-text.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, directoryEditor, isKeeper, mayWriteService } from '../../access.ts';
import { differences } from '../../descriptions/compare.ts';
import { describe, type Said } from '../../descriptions/describe.ts';
import { cellsOf } from '../../imports/cells/all.ts';
import { listMunicipalities, type Municipality } from '../../municipalities/store.ts';
import { placeName } from '../../municipalities/names.ts';
import { staffDirectoryPaths } from '../../paths.ts';
import { type ServiceContent, serviceKinds, serviceStatuses } from '../../services/content.ts';
import { listServices, listServicesByIds, type Service } from '../../services/store.ts';
import { refusals as serviceRefusals } from '../../services/words.ts';
import {
  type AcceptRefusal,
  acceptProposal,
  acceptSuggestion,
  declineProposal,
  proposedContent,
} from '../actions.ts';
import { firstCells, isWritable } from '../apply.ts';
import { draftOf } from '../draft.ts';
import { type CorrectableField, correctableFields, type ProposedItem } from '../items.ts';
import { findProposal, listProposals, type Proposal } from '../store.ts';
import { proposalRefusals, staffWords } from '../words.ts';
import { ProposalsPage } from './pages/list.tsx';
import { ProposalPage } from './pages/proposal.tsx';

type ProposalVisit = Visit<{ id: string }>;

const cell = field.optionalText(5000);
const acceptForm = z.discriminatedUnion('take', [
  z.object({ take: z.literal('done') }),
  z.object({ take: z.literal('content'), version: field.whole() }),
  z
    .object({
      take: z.literal('cells'),
      field: field.choice(correctableFields),
      version: field.whole(),
      status: field.choice(serviceStatuses).default('active'),
    })
    .catchall(cell),
]);
const declineForm = z.object({ reason: z.string().max(500).default('') });
const draftForm = z.object({
  organisationId: z.uuid(),
  kind: field.choice(serviceKinds),
  name: field.text(120),
  description: cell,
  address: field.optionalText(200),
  phone: field.optionalText(40),
  website: field.optionalText(500),
});

export const decisionRoutes = new Routes()
  .get(staffDirectoryPaths.proposals, can.readEntries, listPage)
  .get(staffDirectoryPaths.proposal, can.readEntries, (visit) => proposalPage(visit, emptyForm))
  .post(staffDirectoryPaths.acceptProposal, can.decideProposal, accept)
  .post(staffDirectoryPaths.acceptSuggestion, can.decideProposal, draft)
  .post(staffDirectoryPaths.declineProposal, can.decideProposal, async (visit) => {
    const form = await visit.form(declineForm);
    if (!form.ok) return proposalPage(visit, form.state);
    const { db, who, params, now, lang } = visit;
    const declined = await declineProposal(db, who, { proposalId: params.id, ...form.values }, now);
    if (declined.ok) return visit.go(staffDirectoryPaths.proposals.to({}), staffWords[lang].done.declined);
    return proposalPage(visit, refused(visit, declined, form.typed));
  }).list;

async function accept(visit: ProposalVisit): Promise<Response> {
  const form = await visit.form(acceptForm);
  if (!form.ok) return proposalPage(visit, form.state);
  const { db, who, params, now, lang } = visit;
  const { values } = form;
  const decision = values.take === 'cells' ? { ...values, cells: textsOf(values) } : values;
  const accepted = await acceptProposal(db, who, { proposalId: params.id, decision }, now);
  if (accepted.ok) return visit.go(staffDirectoryPaths.proposals.to({}), staffWords[lang].done.accepted);
  return proposalPage(visit, refused(visit, accepted, form.typed));
}

function textsOf(values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

async function draft(visit: ProposalVisit): Promise<Response> {
  const form = await visit.form(draftForm);
  if (!form.ok) return proposalPage(visit, form.state);
  const { db, who, params, now, lang } = visit;
  const { organisationId, ...said } = form.values;
  const places = await inTransaction(db, who, listMunicipalities);
  const content = draftOf(said, places);
  const input = { proposalId: params.id, organisationId, content };
  const made = await acceptSuggestion(db, who, input, now);
  if (made.ok)
    return visit.go(
      staffDirectoryPaths.service.to({ id: made.value.serviceId }),
      staffWords[lang].done.drafted,
    );
  return proposalPage(visit, refused(visit, made, form.typed));
}

const allRefusals = {
  ja: { ...serviceRefusals.ja, ...proposalRefusals.ja },
  en: { ...serviceRefusals.en, ...proposalRefusals.en },
};

function refused({ lang }: Visit, answer: RefusedWith<AcceptRefusal>, typed: Typed): FormState {
  const fields = { 'reason-missing': 'reason', 'owner-unknown': 'organisationId' };
  return refusedForm<AcceptRefusal>({ words: allRefusals, lang, refused: answer, typed, fields });
}

async function listPage(visit: Visit): Promise<Response> {
  const { db, who, lang, person } = visit;
  const status = visit.query('status') === 'decided' ? 'decided' : 'open';
  const q = visit.query('q').slice(0, 100);
  const page = await inTransaction(db, who, async (tx) => {
    const proposals = await listProposals(tx, { status });
    const ids = proposals.flatMap(({ serviceId }) => serviceId ?? []);
    const services = await listServicesByIds(tx, [...new Set(ids)]);
    return (
      <ProposalsPage
        view={visit.view}
        isKeeper={isKeeper(visit.who)}
        proposals={proposals}
        services={new Map(services.map((service) => [service.id, service]))}
        status={status}
        personId={person.personId}
        organisationName={namer(lang, await listOrganisations(tx))}
        q={q}
        found={await foreignEntries(tx, visit, q)}
      />
    );
  });
  return visit.page(page);
}

/** Entries that everybody sees and this person may not write, by name. */
async function foreignEntries(tx: Tx, { who }: Visit, q: string): Promise<readonly Service[]> {
  const words = searchWords(foldForSearch(q));
  if (words.length === 0) return [];
  const filter = { named: words.map(likePattern), published: true, sealed: false };
  const found = await listServices(tx, filter, { limit: 20 });
  return found.filter((service) => !mayWriteService(who, service));
}

function namer(lang: Visit['lang'], organisations: readonly Organisation[]) {
  const names = new Map(
    organisations.map(({ id, nameJa, nameEn }) => [id, contentIn(lang, { ja: nameJa, en: nameEn })]),
  );
  return (id: string) => names.get(id) ?? '';
}

async function proposalPage(visit: ProposalVisit, state: FormState): Promise<Response> {
  const { db, who, lang, person } = visit;
  const page = await inTransaction(db, who, async (tx) => {
    const proposal = await findProposal(tx, visit.params.id);
    const [service] = await listServicesByIds(tx, proposal.serviceId ? [proposal.serviceId] : []);
    const places = await listMunicipalities(tx);
    const organisations = await listOrganisations(tx);
    const about = asked(visit, proposal);
    return (
      <ProposalPage
        view={visit.view}
        state={state}
        proposal={proposal}
        service={service}
        mayDecide={service ? mayWriteService(who, service) : proposal.serviceId === null && isKeeper(who)}
        personId={person.personId}
        organisationName={namer(lang, organisations)}
        {...(await besideOf(tx, visit, { proposal, service, places, about }))}
        field={about}
        cells={service ? cellsIn(service, { proposal, places, about }) : {}}
        writable={service ? isWritable(about, service.content) : false}
        owners={ownersFor(visit, organisations)}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

/** The field that whoever decides wants to write; at first the one that was named. */
function asked(visit: Visit, { items }: Proposal): CorrectableField {
  const named = visit.query('field') || items[0]?.field || 'other';
  return correctableFields.find((each) => each === named) ?? 'other';
}

function cellsIn(
  { code, content }: Service,
  {
    proposal,
    places,
    about,
  }: { proposal: Proposal; places: readonly Municipality[]; about: CorrectableField },
) {
  const cells = cellsOf({ code, content }, { places, newId: () => '' });
  const first = about === proposal.items[0]?.field ? proposal.items : [];
  return firstCells(about, { content, items: first }, (each) => cells[each]);
}

const fieldsOf: Readonly<Partial<Record<ProposedItem['field'], readonly (keyof ServiceContent)[]>>> = {
  hours: ['hours', 'channels'],
  phone: ['channels'],
  address: ['locations'],
  name: ['name'],
  website: ['website'],
  summary: ['summary'],
  description: ['description'],
  eligibility: ['eligibility', 'beneficiaries'],
  costs: ['costs'],
  application: ['application'],
  closed: ['status'],
};

/** What stands beside the proposal: the entry as it is now, of the things that were named. */
async function besideOf(
  tx: Tx,
  { lang }: Visit,
  given: {
    proposal: Proposal;
    service: Service | undefined;
    places: readonly Municipality[];
    about: CorrectableField;
  },
): Promise<{ stands: readonly Said[]; differences: ReturnType<typeof differences> }> {
  const { proposal, service, places, about } = given;
  if (!service) return { stands: [], differences: [] };
  const naming = { lang, placeName: (code: string) => placeName(lang, code, places) };
  const now = describe(service.content, naming);
  const shown = fieldsOf[about];
  const stands = now.filter((said) => (shown ? shown.includes(said.field) : said.text !== ''));
  if (!proposal.content) return { stands, differences: [] };
  const would = describe(await proposedContent(tx, { proposal, service }), naming);
  return { stands, differences: differences(now, would) };
}

function ownersFor({ who, lang }: Visit, organisations: readonly Organisation[]) {
  const own = organisationsWith(who, directoryEditor);
  return organisations
    .filter(({ id, closedAt }) => closedAt === null && (isKeeper(who) || own.includes(id)))
    .map(({ id, nameJa, nameEn }) => ({ value: id, label: contentIn(lang, { ja: nameJa, en: nameEn }) }));
}
