import { z } from 'zod';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { dayName, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm, sayRefusal } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, isSecretariat } from '../access.ts';
import { listEntries } from '../entries/store.ts';
import { collectionPaths } from '../paths.ts';
import { listYears } from '../years/store.ts';
import { closeRound, extendRound, openRound, remindBureaus, reopenRound, submitComplete } from './actions.ts';
import { roundPage } from './round-page.tsx';
import { NewRoundPage, RoundsPage } from './pages/rounds.tsx';
import { countStates, type RoundRefusal } from './rules.ts';
import { listRounds } from './store.ts';
import { refusals } from './refusals.ts';
import { words } from './words.ts';

const openForm = z.object({
  fiscalYear: field.whole(),
  title: field.text(100),
  message: field.optionalText(2000),
  deadlineOn: field.day(),
});
const bureauForm = z.object({ bureau: z.uuid().optional() });

export const roundRoutes = new Routes()
  .get(collectionPaths.rounds, can.readRound, async ({ db, who, view, page }) => {
    const rounds = await inTransaction(db, who, async (tx) => {
      const shown = [];
      for (const round of await listRounds(tx))
        shown.push({ ...round, counts: await countsOf(tx, round.id) });
      return shown;
    });
    return page(<RoundsPage view={view} rounds={rounds} mayOpen={isSecretariat(who)} />);
  })
  .get(collectionPaths.newRound, can.runRound, (visit) => newRoundPage(visit, emptyForm))
  .post(collectionPaths.rounds, can.runRound, async (visit) => {
    const { lang } = visit;
    const form = await visit.form(openForm);
    if (!form.ok) return newRoundPage(visit, form.state);
    const opened = await openRound(visit.db, visit.who, form.values, visit.now);
    if (opened.ok) {
      const { roundId, entries } = opened.value;
      return visit.go(collectionPaths.round.to({ roundId }), words[lang].opened(entries));
    }
    const fields = {
      'deadline-past': 'deadlineOn',
      'no-programs': 'fiscalYear',
      'already-open': 'fiscalYear',
    };
    return newRoundPage(
      visit,
      refusedForm({ words: refusals, lang, refused: opened, typed: form.typed, fields }),
    );
  })
  .get(collectionPaths.round, can.readRound, (visit) => roundPage(visit, emptyForm))
  .post(collectionPaths.close, can.runRound, async (visit) => {
    const closed = await closeRound(visit.db, visit.who, visit.params, visit.now);
    return answer(visit, closed, words[visit.lang].closed);
  })
  .post(collectionPaths.reopen, can.runRound, async (visit) => {
    const opened = await reopenRound(visit.db, visit.who, visit.params, visit.now);
    return answer(visit, opened, words[visit.lang].reopened);
  })
  .post(collectionPaths.extend, can.runRound, async (visit) => {
    const { lang, params } = visit;
    const form = await visit.form(z.object({ deadlineOn: field.day() }));
    if (!form.ok) return roundPage(visit, form.state);
    const { deadlineOn } = form.values;
    const extended = await extendRound(visit.db, visit.who, { ...params, deadlineOn }, visit.now);
    if (extended.ok)
      return visit.go(collectionPaths.round.to(params), words[lang].extended(dayName(lang, deadlineOn)));
    const fields = { 'deadline-past': 'deadlineOn', 'deadline-not-later': 'deadlineOn' };
    return roundPage(
      visit,
      refusedForm({ words: refusals, lang, refused: extended, typed: form.typed, fields }),
    );
  })
  .post(collectionPaths.remind, can.runRound, async (visit) => {
    const form = await visit.form(bureauForm);
    const organisationId = form.ok ? form.values.bureau : undefined;
    const input = { ...visit.params, ...(organisationId ? { organisationId } : {}) };
    const reminded = await remindBureaus(visit.db, visit.who, input, visit.now);
    return answer(visit, reminded, reminded.ok ? words[visit.lang].reminded(reminded.value) : '');
  })
  .post(collectionPaths.submitComplete, can.returnEntry, async (visit) => {
    const form = await visit.form(bureauForm);
    const organisationId = form.ok ? form.values.bureau : undefined;
    if (!organisationId) throw new NotFound('bureau');
    const input = { ...visit.params, organisationId };
    const count = await submitComplete(visit.db, visit.who, input, visit.now);
    const target = collectionPaths.round.to(visit.params, { bureau: organisationId });
    return visit.go(target, words[visit.lang].submittedAll(count));
  }).list;

async function countsOf(tx: Tx, roundId: string) {
  return countStates((await listEntries(tx, { roundId })).map(({ entry }) => entry.status));
}

async function newRoundPage(visit: Visit, state: FormState): Promise<Response> {
  const { db, who, view, now, page } = visit;
  const years = await inTransaction(db, who, (tx) => listYears(tx));
  return page(
    <NewRoundPage view={view} state={state} years={years.map(({ year }) => year)} today={tokyoDay(now)} />,
    state.problems.length > 0 ? 422 : 200,
  );
}

/** Done: back to the round with a sentence. Refused: the same page with the reason. */
async function answer(
  visit: Visit<{ roundId: string }>,
  result: { ok: true } | ({ ok: false } & Parameters<typeof sayRefusal<RoundRefusal>>[2]),
  done: string,
): Promise<Response> {
  if (result.ok) return visit.go(collectionPaths.round.to(visit.params), done);
  const message = sayRefusal(refusals, visit.lang, result);
  return roundPage(visit, { values: {}, problems: [{ field: '', message }] });
}
