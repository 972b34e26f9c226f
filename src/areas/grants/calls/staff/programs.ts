import type { Tx } from '#platform/database/database.ts';
import { fiscalYearName } from '#platform/dates.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { listPrograms, listYears } from '#areas/programs/index.ts';

/** The programs of the two newest years (or of the call's own), by year. */
export async function programOptions(tx: Tx, lang: Lang, year?: number) {
  const newest = (await listYears(tx)).map((each) => each.year).slice(0, 2);
  const years = year === undefined ? newest : [year];
  const groups = years.map(async (each) => ({
    label: fiscalYearName(lang, each),
    options: (await listPrograms(tx, each)).map(({ id, nameJa, nameEn }) => ({
      value: id,
      label: contentIn(lang, { ja: nameJa, en: nameEn }),
    })),
  }));
  return (await Promise.all(groups)).filter(({ options }) => options.length > 0);
}
