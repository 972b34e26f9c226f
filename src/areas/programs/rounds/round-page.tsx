import { hasRole, organisationsWith } from '#platform/access.ts';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { findOrganisation } from '#platform/people/organisations.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { Visit } from '#platform/web/visit.ts';
import { approver, isSecretariat, reporter } from '../access.ts';
import { actorOf } from '../entries/actions.ts';
import { readContents } from '../entries/contents.ts';
import { missingFields } from '../entries/rules.ts';
import { type EntryInRound, listEntries, listReturnNotes } from '../entries/store.ts';
import { nameIn } from '../trail.ts';
import { listReturns } from '../workbooks/store.ts';
import { BoardPage } from './pages/board.tsx';
import { BureauPage } from './pages/bureau.tsx';
import { countStates, nextThing, outstanding, progressOf } from './rules.ts';
import { findRound, listReminders, type Round } from './store.ts';

/** One URL, two views: the secretariat (and the approver) see how far everybody is, a bureau what it owes. */
export async function roundPage(
  visit: Visit<{ roundId: string }>,
  state: FormState,
  bureau = visit.query('bureau'),
): Promise<Response> {
  const { db, who, params } = visit;
  const shown = await inTransaction(db, who, async (tx) => {
    const round = await findRound(tx, params.roundId);
    const seesAll = isSecretariat(who) || hasRole(who, approver);
    const own = organisationsWith(who, reporter);
    const organisationId = bureau || (seesAll ? '' : (own[0] ?? ''));
    if (!organisationId) return board(visit, tx, { round, state });
    if (!seesAll && !own.includes(organisationId)) throw new NotFound('bureau');
    return bureauView(visit, tx, { round, state, organisationId });
  });
  return visit.page(shown, state.problems.length > 0 ? 422 : 200);
}

async function board({ view, lang, now, who }: Visit, tx: Tx, { round, state }: Shown) {
  const entries = await listEntries(tx, { roundId: round.id });
  const reminders = await listReminders(tx, round.id);
  const counts = countStates(entries.map(({ entry }) => entry.status));
  const today = tokyoDay(now);
  const bureaus = progressOf(
    entries.map(({ entry, lastActivity, ...names }) => ({
      status: entry.status,
      organisationId: entry.organisationId,
      bureau: bureauName(lang, names),
      lastActivity,
    })),
  ).map((bureau) => {
    const last = reminders.findLast(({ organisationId }) => organisationId === bureau.organisationId);
    return { ...bureau, reminded: last && { at: last.sentAt, kind: last.kind } };
  });
  const waiting = entries
    .filter(({ entry }) => entry.status === 'submitted')
    .sort((a, b) => Number(a.entry.submittedAt) - Number(b.entry.submittedAt))
    .map(({ entry, program, ...names }) => ({
      entryId: entry.id,
      program: nameIn(lang, program),
      bureau: bureauName(lang, names),
      submittedAt: entry.submittedAt,
    }));
  return (
    <BoardPage
      view={view}
      state={state}
      round={round}
      today={today}
      next={nextThing({ ...round, today, submitted: counts.submitted, outstanding: outstanding(counts) })}
      counts={counts}
      bureaus={bureaus}
      toCheck={waiting}
      mayRun={isSecretariat(who)}
    />
  );
}

interface Shown {
  readonly round: Round;
  readonly state: FormState;
}

async function bureauView(
  { view, lang, now, who }: Visit,
  tx: Tx,
  { round, state, organisationId }: Shown & { organisationId: string },
) {
  const entries = await listEntries(tx, { roundId: round.id, organisationId });
  const contents = new Map((await readContents(tx, entries)).map((content) => [content.entryId, content]));
  const why = await listReturnNotes(
    tx,
    entries.map(({ entry }) => entry.id),
  );
  const actor = actorOf(who, organisationId);
  const name = async (id: string) => ({ id, name: nameIn(lang, await findOrganisation(tx, id)) });
  const own = organisationsWith(who, reporter);
  const bureaus = [];
  for (const id of own) bureaus.push(await name(id));
  return (
    <BureauPage
      view={view}
      state={state}
      round={round}
      today={tokyoDay(now)}
      bureau={await name(organisationId)}
      bureaus={bureaus}
      entries={entries.map(({ entry, program, lastActivity }) => {
        const content = contents.get(entry.id);
        return {
          entryId: entry.id,
          program: nameIn(lang, program),
          status: content?.status ?? 'owed',
          missing: content ? missingFields(content).length : 0,
          returnedWhy: why.find(({ entryId }) => entryId === entry.id)?.words,
          lastActivity,
        };
      })}
      returns={(await listReturns(tx, { roundId: round.id, organisationId })).map((each) => ({
        id: each.id,
        at: each.uploadedAt,
        status: each.status,
        changes: each.findings.changes.length,
        errors: each.findings.errors.length,
      }))}
      mayWrite={(actor.reporter || actor.secretariat) && round.status === 'open'}
    />
  );
}

function bureauName(lang: Visit['lang'], names: Pick<EntryInRound, 'bureauJa' | 'bureauEn'>): string {
  return nameIn(lang, { nameJa: names.bureauJa, nameEn: names.bureauEn });
}
