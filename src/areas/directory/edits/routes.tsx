import { z } from 'zod';
import type { Who } from '#platform/access.ts';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { contentIn } from '#platform/i18n.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import type { Typed } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Option } from '#ui/choices.tsx';
import { can, mayWriteService } from '../access.ts';
import { differences } from '../descriptions/compare.ts';
import { describe } from '../descriptions/describe.ts';
import { fieldsOfPart, type Part } from '../descriptions/parts.ts';
import { placeName } from '../municipalities/names.ts';
import { staffDirectoryPaths } from '../paths.ts';
import { editService } from '../services/actions.ts';
import { createService } from '../services/creating/actions.ts';
import type { ServiceContent, ServiceKind } from '../services/content.ts';
import { emptyContent } from '../services/empty.ts';
import { refusals } from '../services/words.ts';
import {
  type Editing,
  problemsOfNew,
  readEditing,
  readTypedPart,
  formAgain,
  type TypedPart,
} from './gather.ts';
import { EditPage } from './pages/edit.tsx';
import { NewServicePage } from './pages/new.tsx';
import { flatForm, listOf, pressed, rowButton, textOf } from '#platform/web/typed.ts';
import { readTranslated } from './values.ts';
import { words } from './words.ts';

interface PartParams {
  readonly id: string;
  readonly part: Part;
  readonly channel?: string;
}
type PartVisit = Visit<PartParams>;

export const editRoutes = new Routes()
  .get(staffDirectoryPaths.newService, can.writeEntry, (visit) => newPage(visit, emptyForm))
  .post(staffDirectoryPaths.newService, can.writeEntry, create)
  .get(staffDirectoryPaths.part, can.writeEntry, (visit) => partPage(asPart(visit), emptyForm))
  .post(staffDirectoryPaths.part, can.writeEntry, (visit) => save(asPart(visit)))
  .get(staffDirectoryPaths.channelHours, can.writeEntry, (visit) => partPage(asHours(visit), emptyForm))
  .post(staffDirectoryPaths.channelHours, can.writeEntry, (visit) => save(asHours(visit))).list;

/** The pattern of the path lets only parts through. */
function asPart(visit: Visit<{ id: string; part: string }>): PartVisit {
  return visit as PartVisit;
}

function asHours(visit: Visit<{ id: string; channel: string }>): PartVisit {
  return { ...visit, person: visit.person, params: { ...visit.params, part: 'hours' } };
}

async function save(visit: PartVisit): Promise<Response> {
  const form = await visit.form(flatForm);
  if (!form.ok) return partPage(visit, form.state);
  const { typed } = form;
  const button = rowButton(typed);
  if (button) return partPage(visit, formAgain(pressed(typed, button)), { status: 200 });
  const { id, part } = visit.params;
  const read = await inTransaction(visit.db, visit.who, async (tx) => {
    const { service } = await readEditing(tx, id);
    return readTypedPart(tx, { service, part, typed, lang: visit.lang });
  });
  if (read.problems.length > 0) return partPage(visit, formAgain(typed, read.problems));
  const back = staffDirectoryPaths.service.to({ id });
  const t = words[visit.lang];
  if (!read.changed) return visit.go(back, t.unchanged);
  const { content, version } = read;
  const input = { serviceId: id, version, content, note: textOf(typed, 'note') };
  const saved = await editService(visit.db, visit.who, input, visit.now);
  if (saved.ok) return visit.go(back, saved.value.version > version + 1 ? t.merged : t.saved);
  if (saved.refusal === 'changed-meanwhile')
    return partPage(visit, formAgain(typed), { status: 409, typed: { ...read, fields: fieldsIn(saved) } });
  const state = refusedForm({ words: refusals, lang: visit.lang, refused: saved, typed });
  return partPage(visit, state);
}

/** Fields that both changed; empty when that is not known. */
function fieldsIn({ facts }: { facts?: Readonly<Record<string, string | number>> }): readonly string[] {
  return String(facts?.['fields'] ?? '')
    .split(' ')
    .filter(Boolean);
}

async function partPage(
  visit: PartVisit,
  state: FormState,
  {
    status = state.problems.length > 0 ? 422 : 200,
    typed,
  }: { status?: 200 | 409 | 422; typed?: TypedPart & { fields: readonly string[] } } = {},
): Promise<Response> {
  const { id, part, channel: channelId } = visit.params;
  const editing = await inTransaction(visit.db, visit.who, (tx) => readEditing(tx, id));
  const { service } = editing;
  const channel = service.content.channels.find((each) => each.id === channelId);
  if (channelId && !channel) throw new NotFound('channel');
  const conflict = typed && {
    version: service.version,
    differences: conflicting(visit, editing, { ...typed, part }),
  };
  const page = (
    <EditPage
      {...editing}
      view={visit.view}
      state={state}
      part={part}
      channel={channel}
      conflict={conflict}
    />
  );
  return visit.page(page, status);
}

/** What is stored now beside what was typed, of the fields that both changed. */
function conflicting(
  visit: PartVisit,
  { service, municipalities }: Editing,
  { content, fields, part }: { content: ServiceContent; fields: readonly string[]; part: Part },
) {
  const naming = {
    lang: visit.lang,
    placeName: (code: string) => placeName(visit.lang, code, municipalities),
  };
  const shown = fields.length > 0 ? fields : (fieldsOfPart[part] as readonly string[]);
  return differences(describe(service.content, naming), describe(content, naming)).filter(({ field }) =>
    shown.includes(field),
  );
}

type NewVisit = Visit<{ kind: string }>;

async function create(visit: NewVisit): Promise<Response> {
  const form = await visit.form(flatForm);
  if (!form.ok) return newPage(visit, form.state);
  const { typed } = form;
  const organisationId = textOf(typed, 'organisationId');
  const content = newContent(visit.params.kind as ServiceKind, typed);
  const problems = [
    ...(mayChoose(visit.who, organisationId)
      ? []
      : [{ field: 'organisationId', message: words[visit.lang].chooseOwner }]),
    ...problemsOfNew(visit.lang, content),
  ];
  if (problems.length > 0) return newPage(visit, formAgain(typed, problems));
  const made = await createService(visit.db, visit.who, { organisationId, content }, visit.now);
  if (made.ok)
    return visit.go(staffDirectoryPaths.service.to({ id: made.value.serviceId }), words[visit.lang].created);
  const fields = { 'owner-unknown': 'organisationId' };
  return newPage(visit, refusedForm({ words: refusals, lang: visit.lang, refused: made, typed, fields }));
}

/** An organisation that is written as one, and in whose name this person may write; whether it is there and open, the action looks. */
function mayChoose(who: Who, organisationId: string): boolean {
  return anId.safeParse(organisationId).success && mayWriteService(who, { organisationId });
}

const anId = z.uuid();

function newContent(kind: ServiceKind, typed: Typed): ServiceContent {
  const empty = emptyContent(kind);
  return {
    ...empty,
    name: readTranslated(typed, 'name', empty.name),
    nameKana: textOf(typed, 'nameKana'),
    summary: { ja: textOf(typed, 'summary.ja') },
    topics: listOf(typed, 'topics'),
  };
}

async function newPage(visit: NewVisit, state: FormState): Promise<Response> {
  const owners = await inTransaction(visit.db, visit.who, (tx) => ownerOptions(visit, tx));
  const kind = visit.params.kind as ServiceKind;
  const page = <NewServicePage view={visit.view} state={state} kind={kind} owners={owners} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

/** Organisations in whose name this person may write. */
async function ownerOptions(visit: Visit, tx: Tx): Promise<readonly Option[]> {
  const all = (await listOrganisations(tx)).filter(({ closedAt }) => closedAt === null);
  return all
    .filter(({ id }) => mayWriteService(visit.who, { organisationId: id }))
    .map(({ id, nameJa, nameEn }) => ({
      value: id,
      label: contentIn(visit.lang, { ja: nameJa, en: nameEn }),
    }));
}
