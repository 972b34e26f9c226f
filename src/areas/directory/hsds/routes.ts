import { NotFound } from '#platform/errors.ts';
import { path, type Path } from '#platform/path.ts';
import { readSite } from '#platform/people/site.ts';
import type { ApiAnswer } from '#platform/web/api.ts';
import { type ParametersOf, readParameters } from '#platform/web/query.ts';
import { Routes } from '#platform/web/routes.ts';
import type { ApiVisit } from '#platform/web/visit.ts';
import { hsdsPaths } from '../paths.ts';
import { answerAbout } from './about.ts';
import { answerAtLocation, answerAtLocations } from './at-locations.ts';
import { type Endpoint, endpoints } from './endpoints.ts';
import { jsonOf } from './json.ts';
import { openApiDocument } from './openapi/document.ts';
import { answerOrganization, answerOrganizations } from './organizations.ts';
import { answerService, answerServices } from './services.ts';
import { answerTaxonomies, answerTaxonomy, answerTerm, answerTerms } from './taxonomies.ts';

const routes = new Routes();

/** A route of an endpoint: its parameters are read as the endpoint says. */
function on<P, E extends Endpoint>(
  at: Path<P>,
  endpoint: E,
  answer: (visit: ApiVisit<P>, asked: ParametersOf<E['parameters']>) => Promise<ApiAnswer> | ApiAnswer,
): void {
  routes.api(at, (visit) => {
    const asked = readParameters(visit.c.req.url, endpoint.parameters as E['parameters']);
    return asked.ok ? answer(visit, asked.values) : asked.answer;
  });
}

on(hsdsPaths.root, endpoints.about, (visit) => answerAbout(visit));
on(hsdsPaths.services, endpoints.services, answerServices);
on(hsdsPaths.service, endpoints.service, (visit) => answerService(visit, visit.params.id));
on(hsdsPaths.organizations, endpoints.organizations, answerOrganizations);
on(hsdsPaths.organization, endpoints.organization, (visit, asked) =>
  answerOrganization(visit, visit.params.id, asked),
);
on(hsdsPaths.serviceAtLocations, endpoints.serviceAtLocations, answerAtLocations);
on(hsdsPaths.serviceAtLocation, endpoints.serviceAtLocation, (visit) =>
  answerAtLocation(visit, visit.params.id),
);
on(hsdsPaths.taxonomies, endpoints.taxonomies, (_visit, asked) => answerTaxonomies(asked));
on(hsdsPaths.taxonomy, endpoints.taxonomy, (visit) => answerTaxonomy(visit.params.id));
on(hsdsPaths.taxonomyTerms, endpoints.taxonomyTerms, (_visit, asked) => answerTerms(asked));
on(hsdsPaths.taxonomyTerm, endpoints.taxonomyTerm, (visit) => answerTerm(visit.params.id));

/** Does not change while the process runs, apart from whose it is. */
routes.api(hsdsPaths.openapi, async ({ db, remember, tools: { publicUrl } }) => {
  const site = await remember('site', () => readSite(db));
  return { body: jsonOf(openApiDocument({ publicUrl, operator: site.operator.ja })) };
});

/** Whatever else is asked below: there is no such thing, and programs are told so in JSON. */
for (const below of ['/hsds/*', '/api/*'] as const)
  routes.api(path(below), () => {
    throw new NotFound('data');
  });

export const hsdsRoutes = routes.list;
