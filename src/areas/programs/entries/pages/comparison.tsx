import { monthName, monthsOfFiscalYear } from '#platform/dates.ts';
import { formatNumber } from '#platform/i18n.ts';
import { Disclosure, Tag } from '#ui/content.tsx';
import { Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { yearValue } from '../../measures/rules.ts';
import { unitName } from '../contents.ts';
import { changeInPercent, isUnusual } from '../rules.ts';
import { words } from '../words.ts';
import { type EntryFormProps, measureName } from './fields.tsx';

/** This year beside last year; what changed a lot is asked about, not refused. */
export function Comparison({ view, content, yearWords }: EntryFormProps) {
  const t = words[view.lang];
  if (content.measures.length === 0) return null;
  const rows = content.measures.map((measure) => {
    const value = yearValue(measure, measure.values) ?? undefined;
    const previous = measure.previous[String(content.fiscalYear)];
    const change = changeInPercent(value, previous);
    return {
      measure: measureName(view.lang, measure),
      value,
      previous,
      unit: unitName(view.lang, yearWords, measure.unit),
      change: change === undefined ? undefined : `${change > 0 ? '+' : ''}${formatNumber(view.lang, change)}`,
      unusual: isUnusual(value, previous),
    };
  });
  return (
    <Section title={t.compare} {...(rows.some(({ unusual }) => unusual) ? { lead: t.checkHint } : {})}>
      <DataTable
        view={view}
        caption={t.compare}
        captionHidden
        columns={[
          { key: 'measure', label: t.measure, head: true },
          { key: 'value', label: t.thisYear, align: 'number' },
          { key: 'previous', label: t.previous, align: 'number' },
          { key: 'unit', label: t.unit },
          { key: 'change', label: t.change, align: 'number', unit: t.percent },
          { key: 'flag', label: t.check },
        ]}
        rows={rows.map(({ unusual, ...row }) => ({
          ...row,
          flag: unusual && <Tag tone="warn">{t.check}</Tag>,
        }))}
      />
    </Section>
  );
}

/** The twelve months of what is reported by month. */
export function Months({ view, content, yearWords }: EntryFormProps) {
  const t = words[view.lang];
  const monthly = content.measures.filter(({ rhythm }) => rhythm === 'month');
  if (monthly.length === 0) return null;
  const months = monthsOfFiscalYear(content.fiscalYear);
  return (
    <Disclosure summary={t.months}>
      <DataTable
        view={view}
        caption={t.months}
        captionHidden
        columns={[
          { key: 'measure', label: t.measure, head: true },
          ...months.map(
            (month) => ({ key: month, label: monthName(view.lang, month), align: 'number' }) as const,
          ),
          { key: 'unit', label: t.unit },
        ]}
        rows={monthly.map((measure) => ({
          ...Object.fromEntries(months.map((month) => [month, measure.values[month]])),
          measure: measureName(view.lang, measure),
          unit: unitName(view.lang, yearWords, measure.unit),
        }))}
      />
    </Disclosure>
  );
}
