import { inTransaction } from '../database/database.ts';
import { Routes } from '../web/routes.ts';
import { operate } from './access.ts';
import { decideDeadJob } from './actions.ts';
import { DeadJobsPage } from './pages/dead-jobs.tsx';
import { operationsPaths } from './paths.ts';
import { listDeadJobs } from './store.ts';
import { words } from './words.ts';

export const routes = new Routes()
  .get(operationsPaths.deadJobs, operate, async ({ db, who, view, page }) => {
    const jobs = await inTransaction(db, who, listDeadJobs);
    return page(<DeadJobsPage view={view} jobs={jobs} />);
  })
  .post(operationsPaths.retry, operate, async ({ db, who, params, lang, go, now }) => {
    await decideDeadJob(db, who, { id: params.id, decision: 'retry' }, now);
    return go(operationsPaths.deadJobs.to({}), words[lang].retried);
  })
  .post(operationsPaths.drop, operate, async ({ db, who, params, lang, go, now }) => {
    await decideDeadJob(db, who, { id: params.id, decision: 'drop' }, now);
    return go(operationsPaths.deadJobs.to({}), words[lang].dropped);
  }).list;
