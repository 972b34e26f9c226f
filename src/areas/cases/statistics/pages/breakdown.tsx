import { Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { statisticsPaths } from '../../paths.ts';
import { nameOf } from '../names.ts';
import { type Breakdown, codesOf, personal } from '../rules.ts';
import { words } from '../words.ts';
import type { YearProps } from './year.tsx';

/** A figure by its codes, times and people; whoever works there opens the rows behind each. */
export function BreakdownTable(props: YearProps & { readonly figure: Breakdown }) {
  const { view, counted, figure, own, organisationId, set, told } = props;
  const t = words[view.lang];
  const entries = codesOf(counted.rows, figure).filter(({ code }) => code !== '');
  if (entries.length === 0) return null;
  const shown = (n: number) => (personal.includes(figure) ? (told(n) ?? t.few) : n);
  const minutes = new Map(codesOf(counted.rows, 'minutes').map(({ code, n }) => [code, n]));
  const year = String(counted.fiscalYear);
  const name = (code: string) => nameOf(view.lang, set, { figure, code });
  return (
    <Section title={t.breakdown[figure]}>
      <DataTable
        view={view}
        caption={t.breakdown[figure]}
        captionHidden
        columns={[
          { key: 'code', label: t.code, head: true },
          { key: 'n', label: t.times, align: 'number' },
          { key: 'people', label: t.people, align: 'number' },
          ...(figure === 'service'
            ? [{ key: 'minutes' as const, label: t.minutesOf, align: 'number' as const }]
            : []),
          ...(own && organisationId ? [{ key: 'rows' as const, label: t.rowsOf }] : []),
        ]}
        rows={entries.map(({ code, n, people }) => ({
          code: name(code),
          n: shown(n),
          people: shown(people),
          minutes: minutes.get(code),
          rows: own && organisationId && (
            <a href={view.href(statisticsPaths.rows.to({ organisationId }, { year, figure, code }))}>
              {t.rowsOf}
              <span class="vh">：{name(code)}</span>
            </a>
          ),
        }))}
      />
    </Section>
  );
}
