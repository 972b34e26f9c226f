import { fiscalYearName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { EmptyState, Tag } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { programPaths, yearPaths } from '../../paths.ts';
import type { Term } from '../../terms/store.ts';
import { areaTrail, nameIn } from '../../trail.ts';
import { YearTabs } from '../../years/pages/tabs.tsx';
import type { ProgramFilter } from '../rules.ts';
import type { ProgramLine } from '../store.ts';
import { words } from '../words.ts';
import { ContinuityTag, EntryTag } from './tags.tsx';

interface ListProps {
  readonly view: View;
  readonly year: number;
  readonly terms: readonly Term[];
  readonly filter: ProgramFilter;
  /** After the filter, and how many there are without it. */
  readonly lines: readonly ProgramLine[];
  readonly all: number;
  readonly isSecretariat: boolean;
  readonly mayAdd: boolean;
}

export function ProgramListPage(props: ListProps) {
  const { view, year, lines, all, isSecretariat, mayAdd } = props;
  const t = words[view.lang];
  const title = t.listTitle(fiscalYearName(view.lang, year));
  const params = { year: String(year) };
  const add = mayAdd && <ButtonLink href={view.href(yearPaths.newProgram.to(params))}>{t.add}</ButtonLink>;
  return (
    <StaffFrame view={view} title={title}>
      <PageHead
        title={title}
        breadcrumbs={
          <Breadcrumbs view={view} items={areaTrail(view)} current={fiscalYearName(view.lang, year)} />
        }
        actions={add}
      />
      <YearTabs view={view} year={year} current="programs" isSecretariat={isSecretariat} />
      {all > 0 && <Filter {...props} />}
      {lines.length > 0 ? (
        <Lines {...props} />
      ) : (
        <EmptyState title={all === 0 ? t.empty : t.noMatch}>
          {all > 0 && (
            <ButtonLink kind="secondary" href={view.href(yearPaths.year.to(params))}>
              {t.clear}
            </ButtonLink>
          )}
        </EmptyState>
      )}
    </StaffFrame>
  );
}

function Filter({ view, year, terms, filter }: ListProps) {
  const t = words[view.lang];
  const of = (scheme: string) => terms.filter((term) => term.scheme === scheme);
  return (
    <Form action={view.href(yearPaths.year.to({ year: String(year) }))} method="get" inline label={t.filter}>
      <TextField
        view={view}
        name="q"
        label={t.search}
        hint={t.searchHint}
        type="search"
        value={filter.text}
      />
      <SelectField
        view={view}
        name="category"
        label={t.category}
        empty={t.allCategories}
        value={filter.category}
        options={of('category').map((term) => ({ value: term.code, label: nameIn(view.lang, term) }))}
      />
      <SelectField
        view={view}
        name="bureau"
        label={t.bureau}
        empty={t.allBureaus}
        value={filter.bureau}
        options={of('bureau').flatMap((term) =>
          term.organisationId ? [{ value: term.organisationId, label: nameIn(view.lang, term) }] : [],
        )}
      />
      <SubmitButton>{t.apply}</SubmitButton>
    </Form>
  );
}

function Lines({ view, terms, lines, all }: ListProps) {
  const t = words[view.lang];
  const term = (scheme: string, belongs: (term: Term) => boolean) => {
    const found = terms.find((each) => each.scheme === scheme && belongs(each));
    return found && nameIn(view.lang, found);
  };
  return (
    <DataTable
      view={view}
      caption={t.shown(lines.length, all)}
      columns={[
        { key: 'name', label: t.name, head: true },
        { key: 'category', label: t.category },
        { key: 'bureau', label: t.bureau },
        { key: 'measures', label: t.measures, align: 'number' },
        { key: 'rating', label: t.rating },
        { key: 'entry', label: t.entry },
      ]}
      rows={lines.map(({ program, rating, measures, reported, entryStatus }) => ({
        name: (
          <>
            <a href={view.href(programPaths.program.to({ programId: program.id }))}>
              {nameIn(view.lang, program)}
            </a>{' '}
            <ContinuityTag view={view} continuity={program.continuity} onlyNews />
            {program.illustrative && <Tag>{t.illustrative}</Tag>}
          </>
        ),
        category: term('category', ({ code }) => code === program.category) ?? t.noCategory,
        bureau: term('bureau', ({ organisationId }) => organisationId === program.organisationId),
        measures: t.measuresOf(reported, measures),
        rating: term('rating', ({ code }) => code === rating),
        entry: entryStatus && <EntryTag view={view} status={entryStatus} />,
      }))}
    />
  );
}
