import { monthName, tokyoMinute } from '#platform/dates.ts';
import type { Lang } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Notice } from '#ui/content.tsx';
import { ActionForm, Actions, ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { columnName } from '#ui/workbook/book.ts';
import type { EntryContent, YearWords } from '../../entries/contents.ts';
import { fieldName, shownValue } from '../../entries/pages/entry.tsx';
import { collectionPaths } from '../../paths.ts';
import { areaTrail } from '../../trail.ts';
import type { Place } from '../rules.ts';
import type { WorkbookReturn } from '../store.ts';
import { bookWords } from '../book-words.ts';
import { pageWords } from '../page-words.ts';
import { findingText } from '../words.ts';

export interface ReturnPageProps {
  readonly view: View;
  readonly state: FormState;
  readonly round: { readonly id: string; readonly title: string };
  readonly held: WorkbookReturn;
  readonly bureau: string;
  readonly contents: readonly EntryContent[];
  readonly yearWords: Pick<YearWords, 'ratings'>;
  /** Whether «take over» can still be pressed. */
  readonly mayDecide: boolean;
}

/** What a returned workbook would change, row by row, or what has to be mended first. */
export function ReturnPage(props: ReturnPageProps) {
  const { view, state, round, held, bureau } = props;
  const t = pageWords[view.lang];
  const { errors, changes } = held.findings;
  const back = view.href(collectionPaths.round.to({ roundId: round.id }, { bureau: held.organisationId }));
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        kicker={`${round.title}　${bureau}`}
        lead={`${t.uploadedAt} ${tokyoMinute(held.uploadedAt)}`}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[...areaTrail(view), { href: back, label: round.title }]}
            current={t.title}
          />
        }
      />
      <Verdict {...props} back={back} />
      {errors.length > 0 && <Errors {...props} />}
      {changes.length > 0 && <Changes {...props} />}
    </StaffFrame>
  );
}

function Verdict({ view, held, round, mayDecide, back }: ReturnPageProps & { back: string }) {
  const t = pageWords[view.lang];
  const { errors, changes } = held.findings;
  const params = { roundId: round.id, returnId: held.id };
  const verdict =
    held.status === 'applied' || held.status === 'dropped'
      ? held.status
      : errors.length > 0
        ? 'errors'
        : changes.length > 0
          ? 'ready'
          : 'nothing';
  const tones = { applied: 'good', dropped: 'info', errors: 'bad', ready: 'info', nothing: 'info' } as const;
  const open = verdict === 'ready' && mayDecide;
  return (
    <Notice view={view} tone={tones[verdict]} title={t.verdict[verdict]}>
      <p>{t.verdictText[verdict](verdict === 'errors' ? errors.length : changes.length)}</p>
      <Actions>
        {open && (
          <ActionForm action={view.href(collectionPaths.takeOver.to(params))} kind="primary">
            {t.takeOver(changes.length)}
          </ActionForm>
        )}
        {open && (
          <ActionForm action={view.href(collectionPaths.drop.to(params))} kind="secondary">
            {t.drop}
          </ActionForm>
        )}
        {!open && (
          <ButtonLink href={verdict === 'errors' ? `${back}#workbook` : back} kind="secondary">
            {verdict === 'errors' ? t.again : t.back}
          </ButtonLink>
        )}
      </Actions>
    </Notice>
  );
}

function Errors({ view, held }: ReturnPageProps) {
  const t = pageWords[view.lang];
  return (
    <Section title={t.errors}>
      <DataTable
        view={view}
        caption={t.errors}
        captionHidden
        stacked
        columns={[
          { key: 'sheet', label: t.sheet },
          { key: 'row', label: t.row, align: 'number' },
          { key: 'column', label: t.column },
          { key: 'about', label: t.program },
          { key: 'what', label: t.what, head: true },
        ]}
        rows={held.findings.errors.map((finding) => ({
          ...placeCells(view.lang, finding.at),
          about: finding.about,
          what: findingText(view.lang, finding),
        }))}
      />
    </Section>
  );
}

function Changes({ view, held, contents, yearWords }: ReturnPageProps) {
  const t = pageWords[view.lang];
  const { lang } = view;
  return (
    <Section title={t.changes}>
      <DataTable
        view={view}
        caption={t.changes}
        captionHidden
        stacked
        columns={[
          { key: 'sheet', label: t.sheet },
          { key: 'row', label: t.row, align: 'number' },
          { key: 'column', label: t.column },
          { key: 'program', label: t.program },
          { key: 'field', label: t.field, head: true },
          { key: 'before', label: t.before },
          { key: 'after', label: t.after },
        ]}
        rows={held.findings.changes.map(({ at, entryId, program, field, before, after }) => ({
          ...placeCells(lang, at),
          program,
          field: fieldName(
            lang,
            contents.find((content) => content.entryId === entryId) ?? { measures: [] },
            field,
          ),
          before: shownValue(lang, { field, value: before, yearWords }),
          after: shownValue(lang, { field, value: after, yearWords }),
        }))}
      />
    </Section>
  );
}

/** As Excel shows it: the sheet's tab, the row's number, the column's letter, and what stands above it. */
function placeCells(lang: Lang, at: Place | undefined) {
  if (!at) return {};
  const { sheet, row, column, heading = '' } = at;
  return {
    sheet,
    row: String(row),
    ...(column === undefined ? {} : { column: `${columnName(column)} ${headingName(lang, heading)}` }),
  };
}

function headingName(lang: Lang, heading: string): string {
  const t = bookWords[lang];
  if (/^\d{4}-\d{2}$/.test(heading)) return monthName(lang, heading);
  if (/^\d{4}$/.test(heading)) return t.year;
  return t[heading as 'summary' | 'evaluation' | 'rating' | 'nextStep'] ?? '';
}
