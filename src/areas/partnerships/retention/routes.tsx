import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { partnershipRetentionPaths as paths } from '../paths.ts';
import { settleDays } from './actions.ts';
import { type ErasedKind, erasedKinds, erasers } from './erasers.ts';
import { RetentionPage } from './pages/retention.tsx';
import { daysOf } from './rules.ts';
import { listErasures, listSettled } from './store.ts';
import { refusals, words } from './words.ts';

const shownErasures = 200;
const daysForm = z.object(
  Object.fromEntries(erasedKinds.map((kind) => [kind, field.whole()])) as Record<
    ErasedKind,
    ReturnType<typeof field.whole>
  >,
);

export const partnershipRetentionRoutes = new Routes()
  .get(paths.retention, can.readRetention, (visit) => retentionPage(visit, emptyForm))
  .post(paths.retention, can.setRetention, async (visit) => {
    const form = await visit.form(daysForm);
    if (!form.ok) return retentionPage(visit, form.state);
    const { db, person, now, lang } = visit;
    const done = await settleDays(db, person, form.values, now);
    if (done.ok) return visit.go(paths.retention.to({}), words[lang].saved);
    const fields = { 'days-out-of-bounds': done.kind ?? '' };
    const { typed } = form;
    return retentionPage(visit, refusedForm({ words: refusals, lang, refused: done, typed, fields }));
  }).list;

async function retentionPage(visit: Visit, state: FormState): Promise<Response> {
  const { db, who, view } = visit;
  const { settled, erasures } = await inTransaction(db, who, async (tx) => ({
    settled: await listSettled(tx),
    erasures: await listErasures(tx, shownErasures),
  }));
  const kinds = erasedKinds.map((kind) => {
    const { least, most } = erasers[kind];
    return { kind, least, most, days: daysOf(settled, { kind, most }) };
  });
  const mayChange = can.setRetention.allows(who);
  const page = { view, state, kinds, erasures, mayChange };
  return visit.page(<RetentionPage {...page} />, state.problems.length > 0 ? 422 : 200);
}
