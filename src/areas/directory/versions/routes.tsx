import { inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { contentIn } from '#platform/i18n.ts';
import { listOrganisations, type Organisation } from '#platform/people/organisations.ts';
import type { Problem } from '#platform/web/form-state.ts';
import { sayRefusal } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, mustWriteService } from '../access.ts';
import { differences } from '../descriptions/compare.ts';
import { describe } from '../descriptions/describe.ts';
import { placeName } from '../municipalities/names.ts';
import { listMunicipalities } from '../municipalities/store.ts';
import { staffDirectoryPaths } from '../paths.ts';
import { restoreVersion } from '../services/actions.ts';
import { changedFields } from '../services/rules.ts';
import { findService, type Service } from '../services/store.ts';
import { findVersion, listVersions, type ServiceVersion } from './store.ts';
import { refusals } from '../services/words.ts';
import { HistoryPage, type Step } from './pages/history.tsx';
import { VersionPage } from './pages/version.tsx';
import { words } from './words.ts';

const pageSize = 50;

type VersionVisit = Visit<{ id: string; version: string }>;

export const versionRoutes = new Routes()
  .get(staffDirectoryPaths.history, can.writeEntry, async (visit) => {
    const page = Math.min(Math.max(Math.trunc(Number(visit.query('page'))) || 1, 1), 100_000);
    const shown = await inTransaction(visit.db, visit.who, async (tx) => {
      const service = await ownService(visit, tx);
      const organisations = await listOrganisations(tx);
      // One more than is shown: what the last one changed is seen in the one before it.
      const versions = await listVersions(tx, service.id, {
        limit: pageSize + 1,
        offset: (page - 1) * pageSize,
      });
      const steps = versions
        .slice(0, pageSize)
        .map((version, at) => stepOf(visit, { version, before: versions[at + 1], organisations }));
      return (
        <HistoryPage {...{ view: visit.view, service, steps, page, pageSize, total: service.version }} />
      );
    });
    return visit.page(shown);
  })
  .get(staffDirectoryPaths.version, can.writeEntry, (visit) => versionPage(visit, []))
  .post(staffDirectoryPaths.restore, can.writeEntry, async (visit) => {
    const { id, version } = visit.params;
    const input = { serviceId: id, version: Number(version) };
    const done = await restoreVersion(visit.db, visit.who, input, visit.now);
    if (done.ok)
      return visit.go(staffDirectoryPaths.service.to({ id }), words[visit.lang].done(input.version));
    const { lang } = visit;
    const message = done.refusal === 'content-wrong' ? words[lang].cannot : sayRefusal(refusals, lang, done);
    return versionPage(visit, [{ field: '', message }]);
  }).list;

async function ownService(visit: Visit<{ id: string }>, tx: Tx): Promise<Service> {
  const service = await findService(tx, visit.params.id);
  mustWriteService(visit.who, service);
  return service;
}

function stepOf(
  { lang }: Visit,
  {
    version: { content, ...version },
    before,
    organisations,
  }: {
    version: ServiceVersion;
    before: ServiceVersion | undefined;
    organisations: readonly Organisation[];
  },
): Step {
  const organisation = organisations.find(({ id }) => id === version.organisationId);
  return {
    ...version,
    changed: before ? changedFields(before.content, content) : [],
    organisation: organisation ? contentIn(lang, { ja: organisation.nameJa, en: organisation.nameEn }) : '',
  };
}

async function versionPage(visit: VersionVisit, problems: readonly Problem[]): Promise<Response> {
  const { lang, view, params } = visit;
  const number = Number(params.version);
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const service = await ownService(visit, tx);
    const [version, before] = await Promise.all([
      findVersion(tx, { serviceId: service.id, version: number }),
      findVersion(tx, { serviceId: service.id, version: number - 1 }),
    ]);
    if (!version) throw new NotFound('version');
    const organisations = await listOrganisations(tx);
    const municipalities = await listMunicipalities(tx);
    const naming = { lang, placeName: (code: string) => placeName(lang, code, municipalities) };
    const said = describe(version.content, naming);
    return (
      <VersionPage
        view={view}
        problems={problems}
        service={service}
        step={stepOf(visit, { version, before, organisations })}
        changes={before ? differences(describe(before.content, naming), said) : []}
        sinceThen={differences(said, describe(service.content, naming))}
      />
    );
  });
  return visit.page(page, problems.length > 0 ? 422 : 200);
}
