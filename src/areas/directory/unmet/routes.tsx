import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Routes } from '#platform/web/routes.ts';
import { can } from '../access.ts';
import { listMunicipalities } from '../municipalities/store.ts';
import { staffDirectoryPaths } from '../paths.ts';
import { UnmetPage } from './pages/unmet.tsx';
import { monthsUntil, rowsOf } from './rules.ts';
import { listUnmet } from './store.ts';

const monthsShown = 6;

export const unmetRoutes = new Routes().get(
  staffDirectoryPaths.unmet,
  can.readUnmet,
  async ({ db, who, view, now, page }) => {
    const months = monthsUntil(tokyoDay(now).slice(0, 7), monthsShown);
    const { counts, places } = await inTransaction(db, who, async (tx) => ({
      counts: await listUnmet(tx, months.at(-1) ?? ''),
      places: await listMunicipalities(tx),
    }));
    return page(<UnmetPage view={view} rows={rowsOf(counts, months)} months={months} places={places} />);
  },
).list;
