import { z } from 'zod';
import { organisationsWith } from '#platform/access.ts';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { listOrganisations, type Organisation } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { sayRefusal } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, directoryEditor, isKeeper } from '../access.ts';
import { listLastLinks } from '../confirmations/store.ts';
import { listBrokenOf } from '../links/store.ts';
import { staffDirectoryPaths } from '../paths.ts';
import { setCapacity } from '../services/actions.ts';
import { capacityStates } from '../services/content.ts';
import { refusals } from '../services/words.ts';
import { confirmEntry, sendLink, takeLinksBack } from './actions.ts';
import { FreshnessPage, type OwnerScore } from './pages/board.tsx';
import { freshnessOf, type FreshnessState, scoreOf } from './rules.ts';
import { countReviewable, listByUrgency, listScored, type ScoredEntries } from './store.ts';
import { words } from './words.ts';

type EntryVisit = Visit<{ id: string }>;
const pageSize = 50;
const capacityForm = z.object({ capacity: field.choice(capacityStates) });

export const freshnessRoutes = new Routes()
  .get(staffDirectoryPaths.freshness, can.readEntries, (visit) => board(visit, emptyForm))
  .post(staffDirectoryPaths.confirmEntry, can.writeEntry, async (visit) => {
    const done = await confirmEntry(visit.db, visit.who, idOf(visit), visit.now);
    return done.ok ? back(visit, 'confirmed') : board(visit, saying(sayRefusal(refusals, visit.lang, done)));
  })
  .post(staffDirectoryPaths.entryCapacity, can.writeEntry, async (visit) => {
    const form = await visit.form(capacityForm);
    if (!form.ok) return board(visit, form.state);
    const done = await setCapacity(visit.db, visit.who, { ...idOf(visit), ...form.values }, visit.now);
    return done.ok ? back(visit, 'capacity') : board(visit, saying(sayRefusal(refusals, visit.lang, done)));
  })
  .post(staffDirectoryPaths.sendLink, can.writeEntry, async (visit) => {
    const sent = await sendLink(visit.db, visit.who, idOf(visit), visit.now);
    return sent.ok ? back(visit, 'sent') : board(visit, saying(words[visit.lang].notShown));
  })
  .post(staffDirectoryPaths.withdrawLinks, can.writeEntry, async (visit) => {
    await takeLinksBack(visit.db, visit.who, idOf(visit), visit.now);
    return back(visit, 'withdrawn');
  }).list;

function idOf({ params }: EntryVisit): { serviceId: string } {
  return { serviceId: params.id };
}

function back(visit: Visit, done: keyof (typeof words)['ja']['done']): Response {
  return visit.go(staffDirectoryPaths.freshness.to({}), words[visit.lang].done[done]);
}

function saying(message: string): FormState {
  return { values: {}, problems: [{ field: '', message }] };
}

/** A keeper looks after all, or one owner; an editor after their own organisations. */
async function board(visit: Visit, state: FormState): Promise<Response> {
  const { db, who, lang, view, now } = visit;
  const today = tokyoDay(now);
  const own = isKeeper(who) ? undefined : organisationsWith(who, directoryEditor);
  const page = Math.min(Math.max(Math.trunc(Number(visit.query('page'))) || 1, 1), 10_000);
  const shown = await inTransaction(db, who, async (tx) => {
    const organisations = await listOrganisations(tx);
    const scored = await listScored(tx);
    const choices = choicesOf(lang, { organisations, scored, own });
    const chosen = choices.find(({ value }) => value === visit.query('owner'))?.value ?? '';
    const organisationIds = chosen ? [chosen] : own;
    const paging = { limit: pageSize, offset: (page - 1) * pageSize };
    const services = await listByUrgency(tx, { organisationIds, today }, paging);
    return (
      <FreshnessPage
        view={view}
        state={state}
        today={today}
        isKeeper={isKeeper(who)}
        owners={ownersOf(lang, { organisations, scored, today })}
        choices={choices}
        chosen={chosen}
        services={services}
        {...(await linksOf(
          tx,
          services.map(({ id }) => id),
        ))}
        page={page}
        pageSize={pageSize}
        total={await countReviewable(tx, organisationIds)}
      />
    );
  });
  return visit.page(shown, state.problems.length > 0 ? 422 : 200);
}

async function linksOf(tx: Tx, ids: readonly string[]) {
  const links = await listLastLinks(tx, ids);
  const broken = await listBrokenOf(tx, ids);
  return {
    links: new Map(links.map((link) => [link.serviceId, link])),
    broken: Map.groupBy(broken, ({ serviceId }) => serviceId),
  };
}

function nameOf(lang: Lang, organisations: readonly Organisation[], id: string): string {
  const found = organisations.find((each) => each.id === id);
  return found ? contentIn(lang, { ja: found.nameJa, en: found.nameEn }) : '';
}

function choicesOf(
  lang: Lang,
  given: {
    organisations: readonly Organisation[];
    scored: readonly ScoredEntries[];
    own: readonly string[] | undefined;
  },
) {
  const owners = new Set(given.own ?? given.scored.map(({ organisationId }) => organisationId));
  return [...owners].map((value) => ({ value, label: nameOf(lang, given.organisations, value) }));
}

/** Public facts: every owner's, whoever looks; the lowest score first. */
function ownersOf(
  lang: Lang,
  given: { organisations: readonly Organisation[]; scored: readonly ScoredEntries[]; today: string },
): readonly OwnerScore[] {
  const { organisations, scored, today } = given;
  const byOwner = Map.groupBy(scored, ({ organisationId }) => organisationId);
  return [...byOwner]
    .map(([id, entries]) => {
      const countOf = (state?: FreshnessState) =>
        entries
          .filter((entry) => !state || freshnessOf(entry, today).state === state)
          .reduce((sum, { count }) => sum + count, 0);
      return {
        id,
        name: nameOf(lang, organisations, id),
        score: scoreOf(entries, today) ?? 0,
        entries: countOf(),
        overdue: countOf('overdue'),
        never: countOf('never'),
      };
    })
    .toSorted((a, b) => a.score - b.score || a.name.localeCompare(b.name, 'ja'));
}
