import { fiscalYearName } from '#platform/dates.ts';
import { contentIn, defineWords, type Lang } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import type { Link } from '#ui/wayfinding.tsx';
import { problemPaths, programPaths, yearPaths } from './paths.ts';

const words = defineWords({
  ja: { area: '本部の一年', problems: '課題' },
  en: { area: 'The headquarters’ year', problems: 'Problems' },
});

/** The way from the area's first page down to a year, a program, the problems. */
export function areaTrail(view: View): readonly Link[] {
  return [{ href: view.href(yearPaths.home.to({})), label: words[view.lang].area }];
}

export function yearTrail(view: View, year: number): readonly Link[] {
  const href = view.href(yearPaths.year.to({ year: String(year) }));
  return [...areaTrail(view), { href, label: fiscalYearName(view.lang, year) }];
}

export function programTrail(
  view: View,
  program: { id: string; fiscalYear: number; nameJa: string; nameEn: string },
): readonly Link[] {
  const href = view.href(programPaths.program.to({ programId: program.id }));
  return [...yearTrail(view, program.fiscalYear), { href, label: nameIn(view.lang, program) }];
}

export function problemsTrail(view: View): readonly Link[] {
  return [
    ...areaTrail(view),
    { href: view.href(problemPaths.problems.to({})), label: words[view.lang].problems },
  ];
}

/** Things side by side in a sentence. */
export function listed(lang: Lang, things: readonly string[]): string {
  return things.join(lang === 'ja' ? '、' : ', ');
}

/** A name as stored, in the page's language. */
export function nameIn(lang: Lang, named: { nameJa: string; nameEn: string | null }): string {
  return contentIn(lang, { ja: named.nameJa, en: named.nameEn });
}
