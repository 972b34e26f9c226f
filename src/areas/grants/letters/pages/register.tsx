import { dayName, fiscalYearName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Tabs } from '#ui/wayfinding.tsx';
import { letterPaths } from '../../paths.ts';
import type { DocumentRow } from '../store.ts';
import type { LetterKind } from '../kinds/rules.ts';
import { words } from '../words.ts';

interface RegisterProps {
  readonly view: View;
  readonly offices: readonly { readonly id: string; readonly name: string }[];
  readonly years: readonly {
    readonly bureauId: string;
    readonly fiscalYear: number;
    readonly last: number;
  }[];
  readonly shown: { readonly bureauId: string; readonly fiscalYear: number };
  readonly documents: readonly (DocumentRow & { readonly by: string | null })[];
  /** Serial of the last one, when there are earlier ones. */
  readonly next: number | undefined;
}

export function RegisterPage({ view, offices, years, shown, documents, next }: RegisterProps) {
  const t = words[view.lang];
  const nameOf = (id: string) => offices.find((office) => office.id === id)?.name ?? '';
  const hrefOf = (bureauId: string, year: number, below?: number) =>
    view.href(letterPaths.register.to({}, { office: bureauId, year, below }));
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={offices.map(({ id, name }) => (
          <ButtonLink kind="secondary" href={view.href(letterPaths.office.to({ bureauId: id }))}>
            {offices.length > 1 ? `${t.wordsTitle}（${name}）` : t.wordsTitle}
          </ButtonLink>
        ))}
      />
      {years.length > 0 && (
        <Tabs
          label={t.year}
          items={years.map(({ bureauId, fiscalYear, last }) => ({
            href: hrefOf(bureauId, fiscalYear),
            label: `${fiscalYearName(view.lang, fiscalYear)}${offices.length > 1 ? ` ${nameOf(bureauId)}` : ''}`,
            count: last,
            current: bureauId === shown.bureauId && fiscalYear === shown.fiscalYear,
          }))}
        />
      )}
      {documents.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          view={view}
          caption={t.title}
          captionHidden
          stacked
          columns={[
            { key: 'number', label: t.number, head: true },
            { key: 'kind', label: t.kind },
            { key: 'day', label: t.issuedOn },
            { key: 'by', label: t.by },
          ]}
          rows={documents.map(({ id, number, kind, issuedOn, by }) => ({
            number: <a href={view.href(letterPaths.letter.to({ documentId: id }))}>{number}</a>,
            kind: t.kinds[kind as LetterKind],
            day: dayName(view.lang, issuedOn),
            by: by ?? '',
          }))}
        />
      )}
      {next !== undefined && (
        <p>
          <a href={hrefOf(shown.bureauId, shown.fiscalYear, next)}>{t.older}</a>
        </p>
      )}
    </StaffFrame>
  );
}
