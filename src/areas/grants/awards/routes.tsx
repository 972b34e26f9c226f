import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { awardPaths, settlementPaths } from '../paths.ts';
import { closeAward } from '../settlements/actions.ts';
import { officePlace } from '../settlements/place.ts';
import { waiveInterest } from '../settlements/returns/actions.ts';
import { findReturn } from '../settlements/returns/store.ts';
import { reportDueOn } from '../settlements/rules.ts';
import { ask, askPage, type AskVisit, look, refused } from './asking.tsx';
import { moveChange } from './changes/actions.ts';
import { movesFor } from './changes/rules.ts';
import type { ShownChange } from './changes/shown.ts';
import { findChange } from './changes/store.ts';
import { words as changeWords } from './changes/words.ts';
import { AwardPage } from './pages/award.tsx';
import { AwardsPage, filters } from './pages/list.tsx';
import { listAwards } from './store.ts';
import { words } from './words.ts';

const moveForm = z.object({
  move: field.choice(['check', 'sendBack', 'approve', 'refuse']),
  answer: field.optionalText(4_000),
});

export const awardRoutes = new Routes()
  .get(awardPaths.list, can.readReport, list)
  .get(awardPaths.award, can.readReport, (visit) => awardPage(visit, visit.params.awardId))
  .get(awardPaths.ask, can.askChange, (visit: AskVisit<{ awardId: string }>) =>
    askPage(visit, officePlace(visit, visit.params), emptyForm),
  )
  .post(awardPaths.ask, can.askChange, (visit: AskVisit<{ awardId: string }>) =>
    ask(visit, officePlace(visit, visit.params)),
  )
  .post(awardPaths.move, can.checkChange, move)
  .post(awardPaths.close, can.closeAward, async (visit) => {
    const { awardId } = visit.params;
    const input = { awardId, vault: visit.tools.vault };
    const closed = await closeAward(visit.db, visit.person, input, visit.now);
    if (closed.ok) return visit.go(awardPaths.award.to({ awardId }), words[visit.lang].closed);
    return awardPage(visit, awardId, { state: refused(visit, closed, {}) });
  })
  .post(settlementPaths.waive, can.waiveInterest, async (visit) => {
    const { returnId } = visit.params;
    const { awardId } = await inTransaction(visit.db, visit.who, (tx) => findReturn(tx, returnId));
    const form = await visit.form(z.object({ reason: field.optionalText(4_000) }));
    if (!form.ok) return awardPage(visit, awardId, { state: form.state, tried: returnId });
    const input = { returnId, vault: visit.tools.vault, ...form.values };
    const waived = await waiveInterest(visit.db, visit.person, input, visit.now);
    if (waived.ok) return visit.go(awardPaths.award.to({ awardId }), words[visit.lang].waivedNow);
    return awardPage(visit, awardId, {
      state: refused(visit, waived, form.typed, 'reason'),
      tried: returnId,
    });
  }).list;

const pageSize = 50;

async function list(visit: Visit): Promise<Response> {
  const filter = filters.find((each) => each === visit.query('show')) ?? 'all';
  const after = z.uuid().safeParse(visit.query('after'));
  const today = tokyoDay(visit.now);
  const given = { filter, today, limit: pageSize + 1, ...(after.success && { after: after.data }) };
  const found = await inTransaction(visit.db, visit.who, (tx) => listAwards(tx, given));
  const rows = found.slice(0, pageSize).map((line) => {
    const { report, endedOn, award, reportState } = line;
    const open = ['active', 'abolished'].includes(award.state) && reportState !== 'fixed';
    const due = report && open ? reportDueOn(report, endedOn ?? award.endsOn) : undefined;
    return { ...line, dueOn: due };
  });
  const next = found.length > pageSize ? rows.at(-1)?.award.id : undefined;
  return visit.page(<AwardsPage view={visit.view} filter={filter} rows={rows} today={today} after={next} />);
}

async function awardPage(
  visit: Visit,
  awardId: string,
  { state = emptyForm, tried = '' }: { state?: FormState; tried?: string } = {},
): Promise<Response> {
  const { person } = visit;
  const seen = await look(visit, { by: 'office', who: person, awardId });
  if (!seen.ok) throw new NotFound('grant award');
  const { groupName, ...value } = seen.value;
  const movesOf = ({ row }: ShownChange) =>
    movesFor(row, {
      officer: can.askChange.allows(person),
      approver: can.decide.allows(person),
      personId: person.personId,
    });
  const page = (
    <AwardPage
      view={visit.view}
      state={state}
      tried={tried}
      groupName={groupName ?? words[visit.lang].nameless}
      {...value}
      may={{
        ask: can.askChange.allows(person),
        waive: can.waiveInterest.allows(person),
        close: can.closeAward.allows(person),
        move: movesOf,
      }}
    />
  );
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function move(visit: Visit<{ changeId: string }>): Promise<Response> {
  const { changeId } = visit.params;
  const { awardId } = await inTransaction(visit.db, visit.who, (tx) => findChange(tx, changeId));
  const form = await visit.form(moveForm);
  if (!form.ok) return awardPage(visit, awardId, { state: form.state, tried: changeId });
  const { move: to } = form.values;
  const allowed = to === 'check' ? can.askChange : to === 'sendBack' ? can.checkChange : can.decide;
  if (!allowed.allows(visit.person)) throw new NotFound('grant change');
  const input = { changeId, vault: visit.tools.vault, ...form.values };
  const moved = await moveChange(visit.db, visit.person, input, visit.now);
  if (moved.ok) return visit.go(awardPaths.award.to({ awardId }), changeWords[visit.lang].moved);
  const at = moved.refusal === 'reason-missing' ? 'answer' : '';
  return awardPage(visit, awardId, { state: refused(visit, moved, form.typed, at), tried: changeId });
}
