import { inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { readSite } from '#platform/people/site.ts';
import type { ApiAnswer } from '#platform/web/api.ts';
import { Routes } from '#platform/web/routes.ts';
import type { ApiVisit } from '#platform/web/visit.ts';
import { endpoints } from '../hsds/endpoints.ts';
import { listMunicipalities } from '../municipalities/store.ts';
import { openDataPaths } from '../paths.ts';
import { fileKinds } from './columns.ts';
import { dcatCatalogue, type PublishedData } from './dcat.ts';
import { dataPackage, publishers, tableSchema, type Told } from './descriptors.ts';
import { openCsv } from './file.ts';
import { ApiPage } from './pages/api.tsx';
import { CataloguePage } from './pages/catalogue.tsx';
import { listOpenEntries, summarise } from './store.ts';

/** What other areas publish as data: asked each time, so that a new edition is in the catalogue at once. */
type Publisher = (tx: Tx) => Promise<readonly PublishedData[]>;

export const openDataRoutes = (others: readonly Publisher[]) =>
  new Routes()
    .publicPage(openDataPaths.catalogue, async (visit) => {
      const { municipalities, summary, publicUrl } = await tell(visit);
      const all = publishers(municipalities);
      return visit.page(
        <CataloguePage
          view={visit.view}
          publicUrl={publicUrl}
          prefecture={all.find(({ parentCode }) => parentCode === null)}
          municipalities={all.filter(({ parentCode }) => parentCode !== null)}
          summary={summary}
        />,
      );
    })
    .publicPage(openDataPaths.api, (visit) =>
      visit.page(<ApiPage view={visit.view} publicUrl={visit.tools.publicUrl} endpoints={endpoints} />),
    )
    .api(openDataPaths.dataPackage, async (visit) => json(dataPackage(await tell(visit))))
    .api(openDataPaths.dcat, async (visit) =>
      json(dcatCatalogue(await tell(visit), await ofOthers(visit, others)), 'application/ld+json'),
    )
    .api(openDataPaths.schema, ({ params }) => json(tableSchema(params.name as 'facility' | 'scheme')))
    .api(openDataPaths.file, (visit) => answerFile(visit, visit.params.file)).list;

async function ofOthers(
  { db, who }: ApiVisit,
  others: readonly Publisher[],
): Promise<readonly PublishedData[]> {
  const all: PublishedData[] = [];
  for (const published of others) all.push(...(await inTransaction(db, who, published)));
  return all;
}

function json(value: unknown, type = 'application/json'): ApiAnswer {
  return { body: JSON.stringify(value, null, 1), type };
}

async function tell({ db, who, remember, tools: { publicUrl } }: ApiVisit): Promise<Told> {
  const site = await remember('site', () => readSite(db));
  const known = await remember('open data', () =>
    inTransaction(db, who, async (tx) => ({
      municipalities: await listMunicipalities(tx),
      summary: await summarise(tx),
    })),
  );
  return { ...known, publicUrl, operator: site.operator.ja };
}

/** `142018_support_desk.csv`: what is in that municipality and its wards, or for them; of the prefecture, everything. */
async function answerFile(visit: ApiVisit, name: string): Promise<ApiAnswer> {
  const { municipalities, publicUrl } = await tell(visit);
  const [, code6, rest] = /^(\d{6})_([a-z_]+)\.csv$/.exec(name) ?? [];
  const file = fileKinds.find((each) => each.name === rest);
  const municipality = publishers(municipalities).find((each) => each.code6 === code6);
  if (!file || !municipality) throw new NotFound('file');
  const { code, parentCode } = municipality;
  const wards = municipalities.filter((each) => each.parentCode === code);
  const codes = parentCode === null ? undefined : [code, ...wards.map((ward) => ward.code)];
  const entries = await inTransaction(visit.db, visit.who, (tx) =>
    listOpenEntries(tx, { kind: file.kind, codes }),
  );
  return {
    body: openCsv(file, entries, { municipalities, publicUrl }),
    type: 'text/csv; charset=utf-8; header=present',
    headers: { 'content-disposition': `attachment; filename="${name}"` },
  };
}
