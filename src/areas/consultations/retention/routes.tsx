import { inTransaction } from '#platform/database/database.ts';
import { system } from '#platform/access.ts';
import { NotFound } from '#platform/errors.ts';
import { Routes } from '#platform/web/routes.ts';
import { can, supervises, worksAt } from '../access.ts';
import { findDesk, listDesks } from '../desks/store.ts';
import { deskPaths, talkPaths } from '../paths.ts';
import { RetentionPage } from './pages/retention.tsx';
import { StatementPage } from './pages/statement.tsx';
import { type Promised, readPromised } from './read.ts';
import { nextRun } from './rules.ts';
import { listErasures } from './store.ts';

/** Counts for everybody what row-level security shows to nobody without a name. */
const statement = system('statement');
const mostShown = 200;

export const retentionRoutes = new Routes()
  .anonymousPage(talkPaths.promises, async (visit) => {
    const desks = await inTransaction(visit.db, statement, async (tx) => {
      const all: Promised[] = [];
      for (const desk of await listDesks(tx)) all.push(await readPromised(tx, { desk, now: visit.now }));
      return all;
    });
    return visit.page(<StatementPage view={visit.view} desks={desks} />);
  })
  .get(deskPaths.retention, can.readDesk, async (visit) => {
    const { deskId } = visit.params;
    const { who, now } = visit;
    if (!worksAt(who, deskId)) throw new NotFound('desk');
    const shown = await inTransaction(visit.db, who, async (tx) => ({
      promised: await readPromised(tx, { desk: await findDesk(tx, deskId), now }),
      erasures: await listErasures(tx, { deskId, limit: mostShown }),
    }));
    return visit.page(
      <RetentionPage view={visit.view} {...shown} next={nextRun(now)} mayChange={supervises(who, deskId)} />,
    );
  }).list;
