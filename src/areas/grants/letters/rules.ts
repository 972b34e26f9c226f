import { fiscalYearName } from '#platform/dates.ts';

/** An office that has not said its own sign. */
export const plainSymbol = '補助';

/** 令7生援第12号: the year of the era, the office's sign, and the number within office and fiscal year. */
export function documentNumber({
  symbol,
  fiscalYear,
  serial,
}: {
  symbol: string;
  fiscalYear: number;
  serial: number;
}): string {
  const [, era = '', count = ''] = /^(.).(.+)年度$/.exec(fiscalYearName('ja', fiscalYear)) ?? [];
  return `${era}${count}${symbol}第${serial}号`;
}
