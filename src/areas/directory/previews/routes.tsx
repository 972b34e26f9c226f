import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { contentIn } from '#platform/i18n.ts';
import { findOrganisation } from '#platform/people/organisations.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { Notice } from '#ui/content.tsx';
import { can, mustWriteService } from '../access.ts';
import { EntryPage } from '../entries/pages/entry.tsx';
import { structuredData } from '../entries/structured.ts';
import { readHolidays } from '../holidays/store.ts';
import { listMunicipalities } from '../municipalities/store.ts';
import { findPaths, staffDirectoryPaths } from '../paths.ts';
import { findService } from '../services/store.ts';
import { words } from '../services/words.ts';

/** An entry as the public sees it, or would. What is sealed has no public face. */
export const previewRoutes = new Routes().get(staffDirectoryPaths.preview, can.writeEntry, preview).list;

async function preview(visit: Visit<{ id: string }>): Promise<Response> {
  const { lang, now, tools } = visit;
  const { id } = visit.params;
  const found = await inTransaction(visit.db, visit.who, async (tx) => {
    const service = await findService(tx, id);
    mustWriteService(visit.who, service);
    if (service.sealed) throw new NotFound('service');
    const verifier = service.verifiedBy ? await findOrganisation(tx, service.verifiedBy) : undefined;
    return {
      service,
      holidays: await readHolidays(tx),
      places: await listMunicipalities(tx),
      verifiedBy: verifier ? contentIn(lang, { ja: verifier.nameJa, en: verifier.nameEn }) : '',
    };
  });
  const url = `${tools.publicUrl}${findPaths.service.to({ id })}`;
  const t = words[lang];
  const banner = (
    <Notice view={visit.view} title={t.preview}>
      <p>{t.previewBanner}</p>
      <p>
        <a href={visit.view.href(staffDirectoryPaths.service.to({ id }))}>{t.backToEntry}</a>
      </p>
    </Notice>
  );
  return visit.page(
    <EntryPage
      {...found}
      view={{ ...visit.view, navigation: [] }}
      now={now}
      url={url}
      structured={structuredData({ ...found, lang, url, today: tokyoDay(now) })}
      alternatives={undefined}
      banner={banner}
    />,
  );
}
