import { fiscalYearName, tokyoMinute } from '#platform/dates.ts';
import { contentIn, type Text } from '#platform/i18n.ts';
import { yenFull } from '#platform/money.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState, Notice } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { type Tab, Tabs } from '#ui/wayfinding.tsx';
import { moneyPaths } from '../../paths.ts';
import type { Difference } from '../rules.ts';
import type { CallMoney } from '../store.ts';
import { words } from '../words.ts';

export interface LastCheck {
  readonly at: Date;
  readonly calls: number;
  readonly awards: number;
  readonly differences: readonly Difference[];
}

interface MoneyProps {
  readonly view: View;
  readonly tabs: readonly Tab[];
  readonly calls: readonly CallMoney[];
  readonly nameOf: (callId: string) => Text;
  readonly last: LastCheck | undefined;
}

/** All calls, each as the four numbers of its chain. */
export function MoneyPage({ view, tabs, calls, nameOf, last }: MoneyProps) {
  const { lang } = view;
  const t = words[lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead title={t.title} lead={<p>{t.lead}</p>} />
      <Tabs label={t.title} items={tabs} />
      <Check view={view} last={last} nameOf={nameOf} />
      {calls.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          view={view}
          caption={t.title}
          captionHidden
          stacked
          columns={[
            { key: 'call', label: t.call, head: true },
            { key: 'year', label: t.year },
            { key: 'budget', label: t.budget, align: 'number' },
            { key: 'decided', label: t.decided, align: 'number' },
            { key: 'paid', label: t.paid, align: 'number' },
            { key: 'settled', label: t.settled, align: 'number' },
            { key: 'free', label: t.free, align: 'number' },
          ]}
          rows={calls.map((call) => ({
            call: (
              <a href={view.href(moneyPaths.call.to({ callId: call.callId }))}>
                {contentIn(lang, nameOf(call.callId))}
              </a>
            ),
            year: fiscalYearName(lang, call.fiscalYear),
            budget: yenFull(lang, call.budget),
            decided: yenFull(lang, call.decided),
            paid: yenFull(lang, call.paid),
            settled: yenFull(lang, call.settled),
            free: yenFull(lang, call.budget - call.decided),
          }))}
        />
      )}
    </StaffFrame>
  );
}

function Check({ view, last, nameOf }: Pick<MoneyProps, 'view' | 'last' | 'nameOf'>) {
  const { lang } = view;
  const t = words[lang];
  if (!last)
    return (
      <Section title={t.check}>
        <p>{t.neverChecked}</p>
      </Section>
    );
  const { differences } = last;
  return (
    <Notice view={view} tone={differences.length === 0 ? 'good' : 'bad'} title={t.check}>
      <p>{differences.length === 0 ? t.fine(last.calls, last.awards) : t.wrong(differences.length)}</p>
      {differences.length > 0 && (
        <ul>
          {differences.slice(0, 50).map(({ kind, callId }) => (
            <li>
              <a href={view.href(moneyPaths.call.to({ callId }))}>{contentIn(lang, nameOf(callId))}</a>{' '}
              {t.differences[kind]}
            </li>
          ))}
        </ul>
      )}
      <p>{`${t.checkedAt} ${tokyoMinute(last.at)}`}</p>
    </Notice>
  );
}
