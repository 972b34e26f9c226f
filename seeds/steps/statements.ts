import { join } from 'node:path';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, monthsOfFiscalYear } from '#platform/dates.ts';
import { formatNumber } from '#platform/i18n.ts';
import { readYear } from '#areas/programs/index.ts';
import { printPdf } from '#areas/report/outputs/pdf.ts';
import { stateSource } from '#areas/report/statements/actions.ts';
import { granted } from '../cast.ts';
import type { Step } from '../load.ts';
import { noon } from '../noon.ts';
import type { Measure, World } from '../world.ts';
import type { Stage } from './programs.ts';

type Statement = NonNullable<Measure['statement']>;

const folder = join(import.meta.dirname, '../statements');

/** Before the results are prepared: a bureau files the document in which a number of its report stands, and says that it is everybody's. */
export function statements({ results: { programs, publishedOn } }: World): readonly Step[] {
  return programs.flatMap(({ slug, bureau, measures }) =>
    measures.flatMap(({ labelJa, statement }): Step[] =>
      statement
        ? [
            {
              name: `statement-${slug}`,
              as: (cast) => cast.reporterAt(bureau),
              at: noon(addDays(publishedOn, -5)),
              run: (stage) => file(stage, { slug, labelJa, statement }),
            },
          ]
        : [],
    ),
  );
}

async function file(
  { db, who, world, files, now }: Stage,
  { slug, labelJa, statement }: { slug: string; labelJa: string; statement: Statement },
): Promise<void> {
  const { year: fiscalYear } = world.results;
  const { programs } = await inTransaction(db, who, (tx) => readYear(tx, fiscalYear));
  const { measures = [] } = programs.find((each) => each.slug === slug) ?? {};
  const measureId = measures.find(({ label }) => label.ja === labelJa)?.id ?? '';
  const { title, issuer, place } = statement;
  const content = await print({ fiscalYear, statement, on: addDays(world.results.publishedOn, -5) });
  const stated = { fiscalYear, measureId, title, issuer, place, isRemoved: false, isPublic: true };
  const upload = content && { content, name: `${title}.pdf` };
  const tray = { files, scanner: undefined };
  granted(await stateSource(db, who, { ...stated, upload, tray }, now), `the document of ${slug}`);
}

/** Undefined where the compiler is not installed: then the source is named, and its document is not there. */
async function print({
  fiscalYear,
  statement: { title, issuer, months },
  on,
}: {
  fiscalYear: number;
  statement: Statement;
  on: string;
}): Promise<Buffer | undefined> {
  const record = {
    title,
    issuer,
    notice: 'この文書は、画面を試すために作ったものです。実際の記録ではありません。',
    monthHead: '月',
    countHead: '件数',
    totalHead: '合計',
    months: monthsOfFiscalYear(fiscalYear).map((month, at) => [
      `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
      formatNumber('ja', months[at] ?? 0),
    ]),
    total: formatNumber(
      'ja',
      months.reduce((sum, n) => sum + n, 0),
    ),
  };
  const inputs = { record: JSON.stringify(record) };
  const printed = await printPdf({ folder, template: 'record.typ', inputs, on });
  return printed ? Buffer.from(printed) : undefined;
}
