import { tokyoMinute } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState } from '#ui/content.tsx';
import { Columns, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Tabs } from '#ui/wayfinding.tsx';
import { viewPaths } from '../../paths.ts';
import type { RelationKind } from '../../relations/rules.ts';
import { type Period, periods } from '../rules.ts';
import type { CaseView } from '../store.ts';
import { words } from '../words.ts';
import { ViewsFrame } from './frame.tsx';

export interface Chosen {
  readonly period: Period;
  readonly as: string;
  readonly personId: string;
  readonly caseId: string;
}

export interface ViewsProps {
  readonly view: View;
  readonly chosen: Chosen;
  readonly rows: readonly CaseView[];
  readonly standings: readonly { readonly as: string; readonly looks: number }[];
  readonly readers: readonly {
    readonly personId: string | null;
    readonly looks: number;
    readonly cases: number;
  }[];
  readonly nameOf: (personId: string | null) => string;
  readonly numberOf: (caseId: string | null) => string;
  readonly nextPage: number | undefined;
  readonly open: number;
}

/** Every filter is a link, so that what was chosen can be gone back to. */
function hrefOf({ view, chosen }: ViewsProps, change: Partial<Chosen> & { page?: string }): string {
  const { page, ...rest } = change;
  const next = { ...chosen, ...rest };
  const query = {
    period: next.period,
    as: next.as,
    reader: next.personId,
    case: next.caseId,
    page: page ?? '',
  };
  return view.href(
    viewPaths.views.to({}, Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))),
  );
}

function standingName(view: View, as: string): string {
  return (
    words[view.lang].standings[as as RelationKind | 'none' as keyof (typeof words)['ja']['standings']] ?? as
  );
}

export function ViewsPage(props: ViewsProps) {
  const { view, chosen, rows, nextPage } = props;
  const t = words[view.lang];
  return (
    <ViewsFrame view={view} tab="views" lead={t.lead} open={props.open}>
      <Tabs
        label={t.period}
        items={(Object.keys(periods) as Period[]).map((period) => ({
          href: hrefOf(props, { period }),
          label: t.periods[period],
          current: period === chosen.period,
        }))}
      />
      <Only {...props} />
      <Columns aside={<Counts {...props} />}>
        {rows.length === 0 ? <EmptyState title={t.empty} /> : <Looks {...props} />}
        {nextPage && (
          <p>
            <a href={hrefOf(props, { page: String(nextPage) })}>{t.more}</a>
          </p>
        )}
      </Columns>
    </ViewsFrame>
  );
}

function Only(props: ViewsProps) {
  const { view, chosen, nameOf, numberOf } = props;
  const t = words[view.lang];
  const only = [
    chosen.as && standingName(view, chosen.as),
    chosen.personId && nameOf(chosen.personId),
    chosen.caseId && numberOf(chosen.caseId),
  ].filter(Boolean);
  if (only.length === 0) return null;
  return (
    <p>
      {t.only(only.join('、'))} <a href={hrefOf(props, { as: '', personId: '', caseId: '' })}>{t.clear}</a>
    </p>
  );
}

function Counts(props: ViewsProps) {
  const { view, standings, readers, nameOf } = props;
  const t = words[view.lang];
  return (
    <>
      <Section title={t.standing}>
        <ul>
          {standings.map(({ as, looks }) => (
            <li>
              <a href={hrefOf(props, { as })}>{standingName(view, as)}</a> {looks}
            </li>
          ))}
        </ul>
      </Section>
      <DataTable
        view={view}
        caption={t.readers}
        columns={[
          { key: 'reader', label: t.reader, head: true },
          { key: 'looks', label: t.looks, align: 'number' },
          { key: 'cases', label: t.cases, align: 'number' },
        ]}
        rows={readers.map(({ personId, looks, cases }) => ({
          reader: <a href={hrefOf(props, { personId: personId ?? '' })}>{nameOf(personId)}</a>,
          looks,
          cases,
        }))}
      />
    </>
  );
}

function Looks(props: ViewsProps) {
  const { view, rows } = props;
  return (
    <LooksTable
      view={view}
      rows={rows}
      nameOf={props.nameOf}
      numberOf={props.numberOf}
      hrefOf={(caseId) => hrefOf(props, { caseId })}
    />
  );
}

export function LooksTable({
  view,
  rows,
  nameOf,
  numberOf,
  hrefOf: caseHref,
}: Pick<ViewsProps, 'view' | 'rows' | 'nameOf' | 'numberOf'> & { hrefOf?: (caseId: string) => string }) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={t.tabs.views}
      captionHidden
      stacked
      columns={[
        { key: 'at', label: t.at, head: true },
        { key: 'reader', label: t.reader },
        { key: 'number', label: t.number },
        { key: 'what', label: t.what },
        { key: 'as', label: t.standing },
      ]}
      rows={rows.map(({ at, personId, caseId, what, as }) => ({
        at: tokyoMinute(at),
        reader: nameOf(personId) || '—',
        number: caseHref ? <a href={caseHref(caseId)}>{numberOf(caseId)}</a> : numberOf(caseId),
        what: t.whats[what as keyof typeof t.whats] ?? t.otherWhat,
        as: standingName(view, as),
      }))}
    />
  );
}
