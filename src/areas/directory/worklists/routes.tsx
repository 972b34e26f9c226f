import { organisationsWith } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { foldForSearch, likePattern, searchWords } from '#platform/search-text.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, directoryEditor, isKeeper } from '../access.ts';
import { staffDirectoryPaths } from '../paths.ts';
import { type ServiceKind, serviceKinds } from '../services/content.ts';
import { countServices, listServices, type ServiceFilter } from '../services/store.ts';
import { DirectoryHomePage } from './pages/home.tsx';
import { type Asked, EntryListPage, type ListState, listStates } from './pages/list.tsx';
import { countOpenProposals, countWork, listOwners } from './store.ts';

const pageSize = 50;
/** On the first page: those whose review comes first. */
const firstEntries = 15;

export const worklistRoutes = new Routes()
  .get(staffDirectoryPaths.home, can.readEntries, homePage)
  .get(staffDirectoryPaths.list, can.readEntries, listPage).list;

/** A keeper keeps all; an editor those of their own organisations. */
function kept(visit: Visit): { organisationIds: readonly string[] | undefined } {
  return {
    organisationIds: isKeeper(visit.who) ? undefined : organisationsWith(visit.who, directoryEditor),
  };
}

async function homePage(visit: Visit): Promise<Response> {
  const today = tokyoDay(visit.now);
  const page = await inTransaction(visit.db, visit.who, async (tx) => (
    <DirectoryHomePage
      view={visit.view}
      work={await countWork(tx, { ...kept(visit), today })}
      proposals={await countOpenProposals(tx, visit.person.personId)}
      entries={await listServices(tx, kept(visit), { limit: firstEntries, order: 'review' })}
      today={today}
      isKeeper={isKeeper(visit.who)}
    />
  ));
  return visit.page(page);
}

async function listPage(visit: Visit): Promise<Response> {
  const today = tokyoDay(visit.now);
  const asked = askedOf(visit);
  const page = Math.min(Math.max(Math.trunc(Number(visit.query('page'))) || 1, 1), 100_000);
  const filter = filterOf(asked, visit, today);
  const shown = await inTransaction(visit.db, visit.who, async (tx) => {
    const owners = (await listOwners(tx)).filter(
      ({ id }) => kept(visit).organisationIds?.includes(id) ?? true,
    );
    return (
      <EntryListPage
        view={visit.view}
        asked={asked}
        work={await countWork(tx, { ...kept(visit), today })}
        owners={owners.map(({ id, nameJa, nameEn }) => ({
          value: id,
          label: contentIn(visit.lang, { ja: nameJa, en: nameEn }),
        }))}
        entries={await listServices(tx, filter, { limit: pageSize, offset: (page - 1) * pageSize })}
        total={await countServices(tx, filter)}
        page={page}
        pageSize={pageSize}
        today={today}
        isKeeper={isKeeper(visit.who)}
      />
    );
  });
  return visit.page(shown);
}

/** What is not one of ours counts as not asked. */
function askedOf(visit: Visit): Asked {
  const [kind, state] = [visit.query('kind'), visit.query('state')];
  const owner = visit.query('owner');
  return {
    q: visit.query('q').slice(0, 200),
    kind: (serviceKinds as readonly string[]).includes(kind) ? (kind as ServiceKind) : '',
    owner: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(owner) ? owner : '',
    state: (listStates as readonly string[]).includes(state) ? (state as ListState) : 'all',
  };
}

function filterOf({ q, kind, owner, state }: Asked, visit: Visit, today: string): ServiceFilter {
  const states: Readonly<Record<ListState, ServiceFilter>> = {
    all: {},
    published: { published: true, sealed: false },
    draft: { published: false, sealed: false },
    stale: { published: true, sealed: false, reviewBefore: today },
    capacity: { published: true, sealed: false, capacityUnsaid: true },
    sealed: { sealed: true },
  };
  return {
    ...kept(visit),
    kind: kind || undefined,
    organisationId: owner || undefined,
    named: searchWords(foldForSearch(q)).map(likePattern),
    ...states[state],
  };
}
