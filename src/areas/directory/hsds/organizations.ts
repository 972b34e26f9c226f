import type { Tx } from '#platform/database/database.ts';
import { endOfTokyoDay, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { foldForSearch } from '#platform/search-text.ts';
import { type ApiAnswer, badRequest } from '#platform/web/api.ts';
import type { ParametersOf } from '#platform/web/query.ts';
import type { ApiVisit } from '#platform/web/visit.ts';
import { type Around, aroundNow, read } from './around.ts';
import type { endpoints } from './endpoints.ts';
import { arrayOf, jsonOf, memberOf, type Pieces, withMember } from './json.ts';
import { answerArray } from './list.ts';
import { locationOf } from './make/locations.ts';
import { identifiersOf, organizationInListOf, type Provider } from './make/organization.ts';
import { wantedOf } from './services.ts';
import { type Marked, listEntries, listMarked, listOwners } from './store.ts';
import { writeServices } from './written.ts';

type Asked = ParametersOf<typeof endpoints.organizations.parameters>;

/** Organisations are few: they are at hand as a whole. Fully nested they are written for the page that is asked for. */
const mostNested = 50;

export async function answerOrganizations(visit: ApiVisit, asked: Asked): Promise<ApiAnswer> {
  const around = await aroundNow(visit);
  const fitting = await fittingOf(visit, asked, around);
  if (!asked.full && !asked.full_service)
    return answerArray(
      asked,
      fitting.map(({ json }) => [json]),
    );
  if (asked.format === 'ndjson')
    return badRequest([
      { parameter: 'format', detail: 'ndjson has the fields of the list only; leave full out' },
    ]);
  const perPage = asked.per_page;
  if (perPage > mostNested)
    return badRequest([
      { parameter: 'per_page', detail: `must be at most ${mostNested} for nested organizations` },
    ]);
  const from = (asked.page - 1) * perPage;
  const nested = await read(visit, async (tx) => {
    const written: Pieces[] = [];
    for (const [at, { provider }] of fitting.entries())
      written.push(
        at >= from && at < from + perPage
          ? await nestedOf(tx, { visit, around, full: asked.full_service }, provider)
          : [],
      );
    return written;
  });
  visit.changesAt(endOfTokyoDay(around.today));
  return answerArray(asked, nested);
}

async function fittingOf(visit: ApiVisit, asked: Asked, around: Around) {
  const words = asked.search ? foldForSearch(asked.search).split(' ') : [];
  const { search: _, ...filters } = asked;
  const wanted = await wantedOf(visit, filters);
  const owners =
    wanted.terms.length > 0 ? new Set(await read(visit, (tx) => listOwners(tx, wanted))) : undefined;
  return [...around.providers.values()].filter(({ provider }) => {
    const text = foldForSearch([provider.nameJa, provider.nameEn ?? '', provider.descriptionJa].join(' '));
    return (!owners || owners.has(provider.id)) && words.every((word) => text.includes(word));
  });
}

export async function answerOrganization(
  visit: ApiVisit,
  id: string,
  { full_service: full }: ParametersOf<typeof endpoints.organization.parameters>,
): Promise<ApiAnswer> {
  const around = await aroundNow(visit);
  const found = around.providers.get(id);
  if (!found) throw new NotFound('organization');
  const body = await read(visit, (tx) => nestedOf(tx, { visit, around, full }, found.provider));
  if (full) visit.changesAt(endOfTokyoDay(tokyoDay(visit.now)));
  return { body: Buffer.concat(body) };
}

/** With its identifiers, the places where it is found, and its services. */
async function nestedOf(
  tx: Tx,
  { visit, around, full }: { visit: ApiVisit; around: Around; full: boolean },
  provider: Provider,
): Promise<Pieces> {
  const marked = await allOf(tx, provider.id);
  const entries = await listEntries(
    tx,
    marked.map(({ id }) => id),
  );
  const locations = new Map(
    entries.flatMap(({ content }) =>
      content.locations.map((place) => [place.id, locationOf(place, content, around.places)]),
    ),
  );
  const own = jsonOf({
    ...organizationInListOf(provider),
    organization_identifiers: identifiersOf(provider),
    locations: [...locations.values()],
  });
  const services = full
    ? [...(await writeServices(tx, { db: visit.db, around, depth: 'full' }, marked)).values()]
    : entries.map(({ id, content }) => [jsonOf({ id, name: content.name.ja, status: content.status })]);
  return withMember([own], memberOf('services', Buffer.concat(arrayOf(services))));
}

async function allOf(tx: Tx, organisationId: string): Promise<Marked[]> {
  return listMarked(tx, { terms: [], organisationId }, { limit: 100_000 });
}
