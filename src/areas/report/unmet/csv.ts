import type { Lang } from '#platform/i18n.ts';
import { protectedCount } from '#areas/consultations/index.ts';
import type { Municipality } from '#areas/directory/index.ts';
import { namePeriod, namePlace, nameWorry } from './facts.ts';
import { anyWorry, type Lack, type Period } from './rules.ts';
import { words } from './words.ts';

/** One row for each source, place and worry, and of each place whatever the worry (`*`); fewer than ten are `*` as well. */
export function csvRows({
  lang,
  lacks,
  period,
  areas,
}: {
  lang: Lang;
  lacks: readonly Lack[];
  period: Period;
  areas: readonly Municipality[];
}): readonly (readonly (string | number)[])[] {
  const t = words[lang];
  const byCell = Map.groupBy(lacks, ({ source, place, worry }) => `${source} ${place} ${worry}`);
  return [...byCell]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const [first] = own;
      const times = protectedCount(own.reduce((sum, lack) => sum + lack.times, 0));
      if (!first || times === 0) return [];
      const { source, place, worry } = first;
      const worryName = nameWorry(lang, worry === anyWorry ? undefined : worry);
      const where = [place, namePlace(lang, place, areas)];
      return [[namePeriod(lang, period), t.sources[source], ...where, worry, worryName, times ?? '*']];
    });
}
