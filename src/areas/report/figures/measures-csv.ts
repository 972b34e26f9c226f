import { csvFile } from '#platform/csv.ts';
import { measureFigure } from './named.ts';
import type { Figure } from './store.ts';

const columns = [
  'fiscal_year',
  'program_id',
  'program',
  'category',
  'bureau',
  'measure_id',
  'measure',
  'unit',
  'period',
  'value',
  'previous_value',
  'source',
  'edition',
  'figure_id',
] as const;

/** What stands for a number that is withheld: a blank would say that there is none. */
const withheldSign = '*';

/** One row per program, measure and period. Values are as corrected; the edition says how often: `1+訂正1`. */
export function measuresCsv(figures: readonly Figure[]): string {
  return csvFile(
    columns,
    figures.map((figure) => [
      figure.fiscalYear,
      figure.programId,
      figure.programName,
      figure.category,
      figure.bureau,
      figure.measureId,
      figure.label,
      figure.unit,
      figure.period,
      figure.value ?? withheldSign,
      figure.previousWithheld ? withheldSign : figure.previousValue,
      figure.source,
      editionMark(figure),
      measureFigure(figure.fiscalYear, figure.thread, figure.period),
    ]),
  );
}

export function editionMark({
  editionNumber,
  corrections,
}: Pick<Figure, 'editionNumber' | 'corrections'>): string {
  return corrections > 0 ? `${editionNumber}+訂正${corrections}` : String(editionNumber);
}
