import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Page, Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { sheetPaths } from '../paths.ts';
import { StoppedPage } from '../protections/pages/stopped.tsx';
import { caseListPage } from './case-list.tsx';
import { gather, gatherAnswers, type Gathered, gatherPlan, gatherRecords, type SheetName } from './gather.ts';
import { AssessmentSheet } from './pages/assessment.tsx';
import { PlanSheet } from './pages/plan.tsx';
import { ReceptionSheet } from './pages/reception.tsx';
import { RecordsSheet } from './pages/records.tsx';
import { ReviewSheet } from './pages/review.tsx';

type SheetVisit = Visit<{ caseId: string; sheet: string }>;

export const sheetRoutes = new Routes()
  .get(sheetPaths.list, can.readCases, caseListPage)
  .get(sheetPaths.sheet, can.readCases, async (visit) => {
    const { db, who, person, tools, params, view, now } = visit;
    const sheet = params.sheet as SheetName;
    const shown = await inTransaction(db, who, async (tx) => {
      const look = { who: person, vault: tools.vault, caseId: params.caseId, sheet };
      const gathered = await gather(tx, look, now);
      if (gathered.stopped)
        return { stopped: <StoppedPage view={view} caseFile={gathered.caseFile} what="print" /> };
      return { page: await sheetPage(tx, visit, { gathered, sheet }) };
    });
    return shown.page ? visit.page(shown.page) : visit.page(shown.stopped, 403);
  }).list;

async function sheetPage(
  tx: Tx,
  visit: SheetVisit,
  { gathered, sheet }: { gathered: Gathered; sheet: SheetName },
): Promise<Page> {
  const { vault } = visit.tools;
  const common = { view: visit.view, gathered, today: tokyoDay(visit.now) };
  if (sheet === 'records')
    return <RecordsSheet {...common} records={await gatherRecords(tx, vault, gathered)} />;
  if (sheet === 'plan' || sheet === 'review') {
    const plans = await gatherPlan(tx, { vault, round: Number(visit.query('round')) }, gathered);
    return sheet === 'plan' ? (
      <PlanSheet {...common} plans={plans} />
    ) : (
      <ReviewSheet {...common} plans={plans} />
    );
  }
  const answers = await gatherAnswers(tx, vault, gathered);
  if (sheet === 'assessment') return <AssessmentSheet {...common} answers={answers} />;
  const asked = visit.query('consent');
  const withConsent = asked ? asked === 'with' : gathered.caseFile.consentedOn !== null;
  return <ReceptionSheet {...common} answers={answers.get('reception') ?? {}} withConsent={withConsent} />;
}
