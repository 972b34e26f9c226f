import { inTransaction } from '#platform/database/database.ts';
import { readSite } from '#platform/people/site.ts';
import { Routes } from '#platform/web/routes.ts';
import { grantDataPaths } from '../paths.ts';
import { awardsCsv, benefitsCsv, type FileName, packageOf, schemaOf } from './files.ts';
import { DataPage } from './pages/data.tsx';
import { listOpenAwards, sumBenefits } from './store.ts';

export const grantDataRoutes = new Routes()
  .publicPage(grantDataPaths.page, async (visit) => {
    const sums = await inTransaction(visit.db, visit.who, sumBenefits);
    return visit.page(<DataPage view={visit.view} sums={sums} />);
  })
  .api(grantDataPaths.file, async ({ db, who, params }) => ({
    body: await inTransaction(db, who, async (tx) =>
      params.name === 'awards' ? awardsCsv(await listOpenAwards(tx)) : benefitsCsv(await sumBenefits(tx)),
    ),
    type: 'text/csv; charset=utf-8; header=present',
    headers: { 'content-disposition': `attachment; filename="grants-${params.name}.csv"` },
  }))
  .api(grantDataPaths.dataPackage, async ({ db, remember, tools: { publicUrl } }) => {
    const { operator } = await remember('site', () => readSite(db));
    return {
      body: JSON.stringify(packageOf({ publicUrl, operator: operator.ja }), null, 1),
      type: 'application/json',
    };
  })
  .api(grantDataPaths.schema, ({ params }) => ({
    body: JSON.stringify(schemaOf(params.name as FileName), null, 1),
    type: 'application/json',
  })).list;
