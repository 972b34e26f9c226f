import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { lookAtCase } from '../case-files/read.ts';
import { recordPaths } from '../paths.ts';
import { sumRecords } from '../records/store.ts';
import { mayDo } from '../relations/rules.ts';
import { TimelinePage } from './pages/timeline.tsx';
import { readTimeline } from './read.ts';
import { entryKinds } from './rules.ts';

export const timelineRoutes = new Routes().get(recordPaths.timeline, can.readCases, timelinePage).list;

async function timelinePage(visit: Visit<{ caseId: string }>): Promise<Response> {
  const { view, person: who, tools, params, now, lang } = visit;
  const { vault } = tools;
  const asked = new Date(visit.query('before'));
  const before = Number.isNaN(asked.getTime()) ? {} : { before: asked };
  const shown = await inTransaction(visit.db, visit.who, async (tx) => {
    const { caseFile, standing } = await lookAtCase(
      tx,
      { who, vault, caseId: params.caseId, what: 'timeline' },
      now,
    );
    const timeline = await readTimeline(tx, { vault, lang, caseFile, ...before });
    const mayWrite = mayDo(standing, 'write', 'record') && !caseFile.closedOn;
    return { ...timeline, caseFile, mayWrite, sums: await sumRecords(tx, caseFile.id) };
  });
  const show = entryKinds.find((kind) => kind === visit.query('show'));
  return visit.page(<TimelinePage view={view} {...shown} show={show} today={tokyoDay(now)} />);
}
