import { inTransaction } from '#platform/database/database.ts';
import { Routes } from '#platform/web/routes.ts';
import { findOpenNow, listMunicipalities } from '#areas/directory/index.ts';
import { listNewest } from '#areas/report/index.ts';
import { HomePage } from './pages/home.tsx';
import { AboutPage, AccessibilityPage, PrivacyPage } from './pages/texts.tsx';
import { sitePaths } from './paths.ts';
import { words } from './words.ts';

export const siteRoutes = new Routes()
  .publicPage(sitePaths.home, async ({ db, who, view, now, page, changesAt }) => {
    const { editions, places } = await inTransaction(db, who, async (tx) => ({
      editions: await listNewest(tx),
      places: await listMunicipalities(tx),
    }));
    const open = await findOpenNow(db, who, now, 3);
    changesAt(open.until);
    return page(<HomePage view={view} now={now} places={places} open={open} editions={editions} />);
  })
  .publicPage(sitePaths.about, ({ view, page }) => page(<AboutPage view={view} />))
  .publicPage(sitePaths.accessibility, ({ view, page }) => page(<AccessibilityPage view={view} />))
  .publicPage(sitePaths.privacy, ({ view, page }) => page(<PrivacyPage view={view} />)).list;

/** At the end of every public page. */
export const siteFooter = (['about', 'accessibility', 'privacy'] as const).map((name) => ({
  href: sitePaths[name].to({}),
  label: { ja: words.ja[name], en: words.en[name] },
}));
