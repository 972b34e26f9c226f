import { Tag } from '#ui/content.tsx';
import { Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { statisticsPaths } from '../../paths.ts';
import { rates } from '../rules.ts';
import { words } from '../words.ts';
import type { YearProps } from './year.tsx';

/** What the year has come to beside the state's 目安値, with what is divided by what. */
export function Targets(props: YearProps) {
  const { view, counted, organisationId } = props;
  const t = words[view.lang];
  const { targets, population } = counted;
  const notes: Readonly<Record<string, string>> = { rate: t.rateOf, improved: t.improvedOf };
  return (
    <Section
      title={t.targets}
      lead={t.targetsLead(counted.begun)}
      actions={
        <>
          {props.mayKeepArea && organisationId && (
            <a href={view.href(statisticsPaths.area.to({ organisationId }))}>{t.setArea}</a>
          )}{' '}
          {props.mayKeepTargets && (
            <a href={view.href(statisticsPaths.targets.to({ year: String(counted.fiscalYear) }))}>
              {t.setTargets}
            </a>
          )}
        </>
      }
    >
      {population === null && <p>{t.noPopulation}</p>}
      {targets.length === 0 ? (
        <p>{t.noTargets}</p>
      ) : (
        <DataTable
          view={view}
          caption={t.targets}
          captionHidden
          stacked
          columns={[
            { key: 'item', label: t.item, head: true },
            { key: 'reached', label: t.reached, align: 'number' },
            { key: 'target', label: t.targetValue, align: 'number' },
            { key: 'source', label: t.source },
          ]}
          rows={targets.map(({ figure, reached, value, verified, source }) => {
            const unit = rates.includes(figure) ? '%' : '';
            return {
              item: (
                <>
                  {t.targetNames[figure]}
                  <small class="hint"> {notes[figure] ?? t.perMonth}</small>
                </>
              ),
              reached: reached === null ? '' : `${reached}${unit}`,
              target: `${value}${unit}`,
              source: verified ? source : <Tag tone="warn">{t.unverified}</Tag>,
            };
          })}
        />
      )}
    </Section>
  );
}
