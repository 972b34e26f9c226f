import { buildWorkbook } from '#areas/programs/workbooks/build.ts';
import { checkWorkbook } from '#areas/programs/workbooks/check.ts';
import { aContent, bookFacts, checkContext } from '#areas/programs/workbooks/fixtures.ts';
import { writeWorkbook } from '#ui/workbook/write.ts';
import { median, ms, type Outcome } from './outcome.ts';

const limit = 2000;
/** Four rows of figures each. */
const programs = 125;

/** Reading a returned workbook of 500 rows of figures and comparing it with what stands. */
export async function workbookCheck(): Promise<Outcome[]> {
  const contents = Array.from({ length: programs }, (_, at) => aContent({ entryId: `entry-${at}` }));
  const facts = bookFacts({ contents });
  const bytes = await writeWorkbook(buildWorkbook(facts));
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const started = performance.now();
    const found = await checkWorkbook(bytes, checkContext(facts));
    times.push(performance.now() - started);
    if (!found.ok || found.value.errors.length > 0)
      throw new Error(`an untouched workbook has errors: ${JSON.stringify(found).slice(0, 500)}`);
  }
  const typical = median(times);
  const rows = contents.reduce((sum, { measures }) => sum + measures.length, 0);
  return [
    {
      what: `check of a returned workbook, ${rows} rows, ${(bytes.byteLength / 1000).toFixed(0)} kB`,
      figure: ms(typical),
      goal: `< ${ms(limit)}`,
      met: typical < limit,
    },
  ];
}
