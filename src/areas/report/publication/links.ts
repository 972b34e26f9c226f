import type { View } from '#platform/web/view.ts';
import type { EditionKind } from '../editions/content.ts';
import { reportPaths } from '../paths.ts';
import type { EditionLinks } from './shown.ts';
import type { EditionLine } from './store.ts';

export function newestOf(lines: readonly EditionLine[], kind: EditionKind): number {
  return Math.max(0, ...lines.filter((line) => line.kind === kind).map((line) => line.number));
}

/** The newest edition stands at the year's own URL; a plan only while there are no results. */
export function urlOf(
  { fiscalYear, kind, number }: Pick<EditionLine, 'fiscalYear' | 'kind' | 'number'>,
  newest: number,
  lines: readonly EditionLine[],
): string {
  const year = String(fiscalYear);
  if (kind === 'results')
    return number === newest
      ? reportPaths.year.to({ year })
      : reportPaths.edition.to({ year, number: String(number) });
  if (number !== newest) return reportPaths.planEdition.to({ year, number: String(number) });
  return lines.some((line) => line.kind === 'results')
    ? reportPaths.plan.to({ year })
    : reportPaths.year.to({ year });
}

export function linksOf(
  view: View,
  { fiscalYear, kind, number }: EditionLine,
  newest: number,
  lines: readonly EditionLine[],
): EditionLinks {
  const year = String(fiscalYear);
  const current = number === newest;
  return {
    overview: view.href(urlOf({ fiscalYear, kind, number }, newest, lines)),
    program: (slug) =>
      view.href(
        current
          ? reportPaths.program.to({ year, slug })
          : reportPaths.editionProgram.to({ year, slug, number: String(number) }),
      ),
    picture: (id) => reportPaths.file.to({ id }),
    figure: (thread) => view.href(reportPaths.figure.to({ thread })),
    path: (id) => view.href(reportPaths.figurePath.to({ id })),
    story: (thread) => view.href(reportPaths.story.to({ thread })),
    states: view.href(
      current
        ? reportPaths.states.to({ year })
        : reportPaths.editionStates.to({ year, number: String(number) }),
    ),
    ...(kind === 'results' && current ? { csv: reportPaths.csv.to({ year }) } : {}),
  };
}
