import type { Tx } from '#platform/database/database.ts';
import { fiscalYearName } from '#platform/dates.ts';
import { reportPaths } from '../paths.ts';
import { listNewest } from '../publication/store.ts';
import { words as pageWords } from '../publication/words.ts';
import { listWithData } from './store.ts';

/** The newest edition of every year and kind as open data: every number of it, and what the numbers are. */
export async function listEditionData(tx: Tx) {
  const kept = await listWithData(tx);
  return (await listNewest(tx))
    .filter(({ id }) => kept.has(id))
    .map(({ kind, fiscalYear, number }) => {
      const year = String(fiscalYear);
      const name = fiscalYearName('ja', fiscalYear);
      const output = kind === 'results' ? reportPaths.output : reportPaths.planOutput;
      const page = kind === 'results' ? reportPaths.year : reportPaths.plan;
      const title = kind === 'results' ? pageWords.ja.resultsOf(name) : pageWords.ja.planOf(name);
      return {
        id: `report-${kind}-${year}`,
        title: `${title}の数字`,
        description: `${title}（第${number}版）にあるすべての数字`,
        keywords: ['事業の実績', '事業評価', '予算'],
        page: page.to({ year }),
        files: [
          { title: '数字', path: output.to({ year, file: 'figures.csv' }), mediaType: 'text/csv' },
          {
            title: '数字の定義',
            path: output.to({ year, file: 'datapackage.json' }),
            mediaType: 'application/json',
          },
        ],
      };
    });
}
