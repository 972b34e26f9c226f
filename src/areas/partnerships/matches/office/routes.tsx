import { z } from 'zod';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { dayName, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { contentIn, formatNumber } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../../access.ts';
import { matchOfficePaths } from '../../paths.ts';
import { handleReport, liftStop, resumeMember, setDiscipline } from '../discipline/actions.ts';
import { readDiscipline } from '../discipline/read.ts';
import { listOpenReports, listPauses, listReports, listStops } from '../discipline/store.ts';
import { refusals as matchRefusals } from '../refusal-words.ts';
import { reportOutcomes } from '../reports.ts';
import { openStatuses } from '../rules.ts';
import { introduce } from '../requests/actions.ts';
import { refusals as requestRefusals } from '../requests/words.ts';
import {
  findMatch,
  listMatchesById,
  listNames,
  listNotes,
  listStanding,
  listWaitingSince,
  sumDeliveries,
} from '../store.ts';
import { namesOf } from '../talk.ts';
import { unitName } from '../units.ts';
import { closeMatch, countMatch, nudge } from './actions.ts';
import { OfficePage } from './pages/home.tsx';
import { OfficeMatchPage } from './pages/match.tsx';
import { listOffersFor, listUnmatched } from './store.ts';
import { refusals, words } from './words.ts';

const one = z.object({ organisationId: z.uuid() });
const whole = field.whole({ min: 1, max: 365 });
const disciplineForm = z.object({
  firstReminderDays: whole,
  secondReminderDays: whole,
  lapseDays: whole,
  pauseAfter: whole,
  rateFrom: whole,
  requestsPerDay: whole,
  sameTextMost: whole,
});
const introduceForm = z.object({ needId: z.uuid(), offerId: z.uuid(), words: field.text(1000) });
const wordsForm = z.object({ nudgeWords: field.optionalText(1000), closeWords: field.optionalText(1000) });
const reportForm = z.object({ outcome: field.choice(reportOutcomes), reason: field.optionalText(500) });
const unmatchedDays = 14;
type MatchVisit = Visit<{ matchId: string }>;

export const matchOfficeRoutes = new Routes()
  .get(matchOfficePaths.home, can.watchMatches, (visit) => home(visit, emptyForm))
  .get(matchOfficePaths.match, can.watchMatches, (visit) => matchPage(visit, emptyForm))
  .post(matchOfficePaths.step, can.countMatch, async (visit) => {
    const form = await visit.form(wordsForm);
    if (!form.ok) return matchPage(visit, form.state);
    const { db, who, now, params, lang } = visit;
    const { matchId, step } = params;
    const { nudgeWords, closeWords } = form.values;
    const done =
      step === 'count'
        ? await countMatch(db, who, matchId, now)
        : step === 'close'
          ? await closeMatch(db, who, { matchId, words: closeWords }, now)
          : await nudge(db, who, { matchId, words: nudgeWords }, now);
    if (done.ok) return visit.go(matchOfficePaths.home.to({}), words[lang].done);
    return matchPage(visit, refusedForm({ words: matchRefusals, lang, refused: done, typed: form.typed }));
  })
  .post(matchOfficePaths.report, can.watchMatches, async (visit) => {
    const form = await visit.form(reportForm);
    if (!form.ok) return home(visit, form.state);
    await handleReport(visit.db, visit.who, { ...visit.params, ...form.values }, visit.now);
    return visit.go(matchOfficePaths.home.to({}), words[visit.lang].done);
  })
  .post(matchOfficePaths.introduce, can.introduceMatch, async (visit) => {
    const form = await visit.form(introduceForm);
    if (!form.ok) return home(visit, form.state);
    const { lang } = visit;
    const done = await introduce(visit.db, visit.who, form.values, visit.now);
    if (done.ok) return visit.go(matchOfficePaths.match.to(done.value), words[lang].done);
    return home(visit, refusedForm({ words: requestRefusals, lang, refused: done, typed: form.typed }));
  })
  .post(matchOfficePaths.resume, can.watchMatches, (visit) =>
    forOrganisation(visit, (organisationId) => resumeMember(visit.db, visit.who, organisationId, visit.now)),
  )
  .post(matchOfficePaths.liftStop, can.watchMatches, (visit) =>
    forOrganisation(visit, (organisationId) => liftStop(visit.db, visit.who, organisationId, visit.now)),
  )
  .post(matchOfficePaths.discipline, can.setDiscipline, async (visit) => {
    const form = await visit.form(disciplineForm);
    if (!form.ok) return home(visit, form.state);
    const { lang } = visit;
    const done = await setDiscipline(visit.db, visit.who, form.values, visit.now);
    if (done.ok) return visit.go(matchOfficePaths.home.to({}), words[lang].done);
    return home(visit, refusedForm({ words: refusals, lang, refused: done, typed: form.typed }));
  }).list;

async function forOrganisation(
  visit: Visit,
  act: (organisationId: string) => Promise<void>,
): Promise<Response> {
  const form = await visit.form(one);
  if (!form.ok) throw new NotFound('organisation');
  await act(form.values.organisationId);
  return visit.go(matchOfficePaths.home.to({}), words[visit.lang].done);
}

async function matchPage(visit: MatchVisit, state: FormState): Promise<Response> {
  const { matchId } = visit.params;
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const match = await findMatch(tx, matchId);
    return (
      <OfficeMatchPage
        view={visit.view}
        state={state}
        match={match}
        notes={await listNotes(tx, matchId)}
        names={await namesOf(tx, match)}
        reports={await listReports(tx, matchId)}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function home(visit: Visit, state: FormState): Promise<Response> {
  const { view, lang, now } = visit;
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const discipline = await readDiscipline(tx);
    const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
    const waiting = await listWaitingSince(tx, before(discipline.secondReminderDays), { limit: 100 });
    const reports = await listOpenReports(tx);
    const reportedIds = [...new Set(reports.map((report) => report.matchId))];
    const found = await listMatchesById(tx, reportedIds);
    // In the order of their reports.
    const reported = reportedIds.flatMap((matchId) => found.filter(({ id }) => id === matchId));
    const [pauses, stops] = [await listPauses(tx), await listStops(tx, tokyoDay(now))];
    const nameOf = await namer(
      visit,
      tx,
      [...pauses, ...stops].map(({ organisationId }) => organisationId),
    );
    return (
      <OfficePage
        view={view}
        state={state}
        reported={reported}
        stuck={waiting.map((match) => ({
          ...match,
          days: Math.floor((now.getTime() - match.waitsSince.getTime()) / 86_400_000),
        }))}
        toCount={await readToCount(visit, tx)}
        unmatched={await readUnmatched(visit, tx, before(unmatchedDays))}
        resting={pauses.map(({ organisationId: id }) => ({ id, name: nameOf(id) }))}
        stopped={stops.map(({ organisationId: id, until }) => ({
          id,
          name: nameOf(id),
          until: dayName(lang, until),
        }))}
        discipline={discipline}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function readToCount({ lang }: Visit, tx: Tx) {
  const standing = await listStanding(tx, ['delivered', 'thanked']);
  const sums = await sumDeliveries(
    tx,
    standing.map(({ id }) => id),
  );
  return standing.map((match) => ({
    ...match,
    sums: sums
      .filter(({ matchId }) => matchId === match.id)
      .map(
        ({ quantity, unit }) =>
          `${formatNumber(lang, quantity)} ${unitName(lang, { kind: match.kind, unit })}`,
      )
      .join('、'),
  }));
}

async function readUnmatched(visit: Visit, tx: Tx, before: Date) {
  const needs = await listUnmatched(tx, { before, open: openStatuses });
  const nameOf = await namer(
    visit,
    tx,
    needs.map(({ organisationId }) => organisationId),
  );
  const offers = await listOffersFor(tx, {
    needIds: needs.map(({ id }) => id),
    today: tokyoDay(visit.now),
  });
  return needs.map(({ id, title, organisationId }) => ({
    id,
    title,
    owner: nameOf(organisationId),
    offers: offers
      .filter(({ needId }) => needId === id)
      .map((offer) => ({ value: offer.id, label: offer.title })),
  }));
}

async function namer({ lang }: Visit, tx: Tx, ids: readonly string[]) {
  const names = await listNames(tx, ids);
  return (id: string) => {
    const row = names.find((each) => each.id === id);
    return row ? contentIn(lang, { ja: row.nameJa, en: row.nameEn }) : '';
  };
}
