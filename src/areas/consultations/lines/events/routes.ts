import { Routes } from '#platform/web/routes.ts';
import type { ApiVisit } from '#platform/web/visit.ts';
import { hookPaths } from '../../paths.ts';
import { takeLineHook } from './actions.ts';

export const lineHookRoutes = new Routes()
  .hook(hookPaths.line, (visit, body) => take(visit, visit.params.desk, body))
  .hook(hookPaths.onlyLine, (visit, body) => take(visit, null, body)).list;

async function take({ db, c, tools, now }: ApiVisit, code: string | null, body: Buffer) {
  const signature = c.req.header('x-line-signature') ?? '';
  const taken = await takeLineHook(db, { vault: tools.vault, code, body, signature }, now);
  return taken.ok ? 200 : taken.refusal === 'signature' ? 401 : 400;
}
