import { isTicked, textOf } from '#platform/web/typed.ts';
import type { CallTerms, Figure, ReportQuestion } from '../terms.ts';
import { both, hintOf, labelled, type Reader, rowsOf } from './read-rows.ts';

/** `report:people` */
export function readFigures({ typed }: Reader, terms: CallTerms): Partial<CallTerms> {
  const questions = rowsOf<ReportQuestion>(
    typed,
    { list: 'counted', says: labelled, letter: 'n' },
    (name, code) => ({
      code,
      label: both(typed, name('label')),
      ...hintOf(typed, name('hint')),
      required: isTicked(typed, name('required')),
    }),
  );
  const figures = rowsOf<Figure>(
    typed,
    { list: 'figures', says: ['measureId', 'question'], letter: 'f' },
    (name, code) => {
      const [from, question = ''] = textOf(typed, name('question')).split(':');
      return {
        code,
        measureId: textOf(typed, name('measureId')),
        from: from === 'application' ? from : 'report',
        question,
        how: textOf(typed, name('how')) === 'count' ? 'count' : 'sum',
      };
    },
  );
  return { figures, report: terms.report && { ...terms.report, questions } };
}
