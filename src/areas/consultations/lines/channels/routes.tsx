import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { type RefusedBy, refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, supervises, worksAt } from '../../access.ts';
import { findDesk } from '../../desks/store.ts';
import { deskPaths, hookPaths } from '../../paths.ts';
import { talker } from '../../talks/actions.ts';
import { lineApi } from '../api.ts';
import { findLastEvent } from '../events/store.ts';
import { tryAgain } from '../outbox/actions.ts';
import { monthOf } from '../outbox/rules.ts';
import { countWaiting, findPushes, listDead } from '../outbox/store.ts';
import { changeLineSettings, connectChannel, disconnectChannel, testChannel } from './actions.ts';
import { LinePage } from './pages/line.tsx';
import { mostPushes } from './rules.ts';
import { findConnection } from './store.ts';
import { refusals, words } from './words.ts';

type DeskVisit = Visit<{ deskId: string }>;
const settingsForm = z.object({
  mode: z.enum(['doorbell', 'direct']),
  decision: field.optionalText(200),
  pushesPerMonth: field.whole({ max: mostPushes }),
});
const keysForm = z.object({ secret: field.optionalText(200), token: field.optionalText(1000) });
const fields = {
  'decision-missing': 'decision',
  'secret-form': 'secret',
  'token-form': 'token',
  'keys-missing': 'secret',
} as const;

export const lineRoutes = new Routes()
  .get(deskPaths.line, can.readDesk, (visit) => linePage(visit, emptyForm))
  .post(deskPaths.line, can.runDesk, async (visit) => {
    const form = await visit.form(settingsForm);
    if (!form.ok) return linePage(visit, form.state);
    const { deskId } = visit.params;
    const done = await changeLineSettings(visit.db, visit.person, { deskId, ...form.values }, visit.now);
    if (!done.ok) return refused(visit, done, form.typed);
    return visit.go(deskPaths.line.to({ deskId }), words[visit.lang].saved);
  })
  .post(deskPaths.lineKeys, can.runDesk, async (visit) => {
    const form = await visit.form(keysForm);
    if (!form.ok) return linePage(visit, { ...form.state, values: {} });
    const { deskId } = visit.params;
    const keys = { vault: visit.tools.vault, deskId, ...form.values };
    const done = await connectChannel(visit.db, visit.person, keys, visit.now);
    // Keys are not shown again, not even where they are wrong.
    if (!done.ok) return refused(visit, done, {});
    const t = words[visit.lang];
    return visit.go(deskPaths.line.to({ deskId }), done.value === 'kept' ? t.keysKept : t.keysSaved);
  })
  .post(deskPaths.lineTest, can.runDesk, async (visit) => {
    const { tools, db, person, now } = visit;
    const { deskId } = visit.params;
    const { code } = await inTransaction(db, person, (tx) => findDesk(tx, deskId));
    const webhookUrl = `${tools.publicUrl}${hookPaths.line.to({ desk: code })}`;
    const api = lineApi({ baseUrl: tools.config.LINE_API_URL });
    const done = await testChannel(db, person, { vault: tools.vault, api, deskId, webhookUrl }, now);
    if (!done.ok) return refused(visit, done, {});
    return visit.go(deskPaths.line.to({ deskId }), words[visit.lang].results[done.value]);
  })
  .post(deskPaths.lineOff, can.runDesk, async (visit) => {
    await disconnectChannel(visit.db, visit.person, visit.params, visit.now);
    return visit.go(deskPaths.line.to(visit.params), words[visit.lang].offDone);
  })
  .post(deskPaths.lineAgain, can.runDesk, async (visit) => {
    const form = await visit.form(z.object({ call: z.uuid() }));
    if (!form.ok) return linePage(visit, form.state);
    const again = { ...visit.params, callId: form.values.call };
    await tryAgain(visit.db, visit.person, again, visit.now);
    return visit.go(deskPaths.line.to(visit.params), words[visit.lang].againDone);
  }).list;

async function refused(
  visit: DeskVisit,
  done: RefusedBy<typeof refusals>,
  typed: Readonly<Record<string, string | readonly string[]>>,
): Promise<Response> {
  return linePage(visit, refusedForm({ words: refusals, lang: visit.lang, refused: done, typed, fields }));
}

async function linePage(visit: DeskVisit, state: FormState): Promise<Response> {
  const { deskId } = visit.params;
  const { who, now, tools } = visit;
  if (!worksAt(who, deskId)) throw new NotFound('desk');
  const shown = await inTransaction(visit.db, who, async (tx) => ({
    desk: await findDesk(tx, deskId),
    pushes: await findPushes(tx, { deskId, month: monthOf(now) }),
    waiting: await countWaiting(tx, deskId),
    dead: await listDead(tx, { deskId, limit: 50 }),
  }));
  // Whether there is a channel may be known at the desk; its row, sealed as it is, is seen by the supervisor alone.
  const channel = await inTransaction(visit.db, talker, async (tx) => ({
    connection: await findConnection(tx, deskId),
    lastEventAt: await findLastEvent(tx, deskId),
  }));
  return visit.page(
    <LinePage
      view={visit.view}
      {...shown}
      {...channel}
      supervisor={supervises(who, deskId)}
      hookUrl={`${tools.publicUrl}${hookPaths.line.to({ desk: shown.desk.code })}`}
      state={state}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}
