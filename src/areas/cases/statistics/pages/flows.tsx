import { StackedBars } from '#ui/charts/bar-chart.tsx';
import { Disclosure } from '#ui/content.tsx';
import { Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { domains, scale } from '../../scales/codes.ts';
import { directions, flowMatrix } from '../rules.ts';
import { words } from '../words.ts';
import type { YearProps } from './year.tsx';

const ways = ['better', 'same', 'worse'] as const;
const stages = [1, 2, 3, 4, 5] as const;

/** いまの様子, domain by domain: who moved which way, and from which stage to which. Never added up over domains. */
export function Flows({ view, counted, told, own }: YearProps) {
  const { lang } = view;
  const t = words[lang];
  if (counted.flows.length === 0) return null;
  const byDomain = domains.map((domain) => directions(counted.flows, domain));
  return (
    <Section title={t.flows} lead={t.flowsLead}>
      {own ? (
        <StackedBars
          view={view}
          id="flows"
          title={t.flows}
          unit={t.person}
          direction="lying"
          labels={domains.map((domain) => scale[domain].name[lang])}
          series={ways.map((way) => ({ label: t[way], values: byDomain.map((counts) => counts[way]) }))}
        />
      ) : (
        // A bar of rounded parts would show a total that nobody counted.
        <DataTable
          view={view}
          caption={t.flows}
          captionHidden
          columns={[
            { key: 'domain', label: t.domain, head: true },
            ...ways.map((way) => ({ key: way, label: t[way], unit: t.person, align: 'number' as const })),
          ]}
          rows={domains.map((domain, at) => ({
            domain: scale[domain].name[lang],
            ...Object.fromEntries(ways.map((way) => [way, told(byDomain[at]?.[way] ?? 0) ?? t.few])),
          }))}
        />
      )}
      {domains
        .filter((domain) => counted.flows.some((flow) => flow.domain === domain))
        .map((domain) => {
          const title = t.flowOf(scale[domain].name[lang]);
          return (
            <Disclosure summary={title}>
              <DataTable
                view={view}
                caption={title}
                columns={[
                  { key: 'before', label: t.before, head: true },
                  ...stages.map((stage) => ({
                    key: String(stage),
                    label: t.stage(stage),
                    align: 'number' as const,
                  })),
                ]}
                rows={flowMatrix(counted.flows, domain, told).map((cells, at) => ({
                  before: `${at + 1} ${scale[domain].stages[at]?.[lang] ?? ''}`,
                  ...Object.fromEntries(cells.map((n, after) => [String(after + 1), n ?? t.few])),
                }))}
              />
            </Disclosure>
          );
        })}
    </Section>
  );
}
