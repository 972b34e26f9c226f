import type { sql } from 'drizzle-orm';
import { afterAll } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { startJobs } from '#platform/jobs.ts';
import { makeLog } from '#platform/log.ts';
import { testApp, type TestApp } from '#src/app.testing.ts';
import { makeDesk } from '../desks/fixtures.ts';
import type { DeskSettings } from '../desks/settings.ts';
import { hookPaths } from '../paths.ts';
import { lineApi } from './api.ts';
import { connectChannel } from './channels/actions.ts';
import { lineJobs } from './jobs.ts';
import { exampleSecret, lineBody, signed, startFakeLine, wordsOf } from './line.testing.ts';

/** The product beside a LINE of our own, on this machine: for tests of what goes between the two. */
export async function lineWorld() {
  const line = await startFakeLine();
  afterAll(() => line.stop());
  const app = await testApp({ LINE_API_URL: line.url });
  const api = lineApi({ baseUrl: line.url, waitMs: 300 });
  const { vault } = app.tools;
  const jobs = lineJobs({ vault, api, publicUrl: app.tools.publicUrl });
  const rows = (statement: ReturnType<typeof sql>) =>
    inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);

  /** A desk with a channel of its own. */
  const desk = async (settings: Partial<DeskSettings> = {}, secret = exampleSecret) => {
    const made = await makeDesk(app.db, { settings });
    const keys = { vault, deskId: made.deskId, secret, token: line.token };
    await connectChannel(app.db, system('test'), keys);
    return made;
  };

  /** LINE tells, signed; then everything that it leads to is done. */
  const tell = async (code: string, ...events: readonly Record<string, unknown>[]) => {
    const response = await knock(app, code, lineBody(...events));
    await settle();
    return response;
  };

  /** Runs the jobs that are due, and those that they lead to. */
  const settle = async () => {
    const runner = await startJobs(app.db, jobs, makeLog('silent'));
    for (let tries = 0; tries < 400; tries++) {
      const due = await app.db.owner.query(
        `select 1 from graphile_worker.jobs where task_identifier like 'line.%' and run_at <= now() and attempts < max_attempts`,
      );
      if (due.rows.length === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await runner.stop();
  };

  /** What arrived at LINE since the last look, as words. */
  const arrived = () => line.arrived.splice(0).flatMap(({ messages }) => messages.map(wordsOf));

  return { app, line, api, rows, desk, tell, settle, arrived };
}

export function knock(
  app: TestApp,
  code: string | null,
  body: string,
  signature = signed(body, exampleSecret),
): Promise<Response> {
  const url = code === null ? hookPaths.onlyLine.to({}) : hookPaths.line.to({ desk: code });
  return app.send(url, { method: 'POST', body, headers: { 'x-line-signature': signature } });
}
