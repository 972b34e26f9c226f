import { fiscalYearName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState } from '#ui/content.tsx';
import { SelectField } from '#ui/choices.tsx';
import { NumberField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { yearPaths } from '../../paths.ts';
import type { Term } from '../../terms/store.ts';
import { nameIn } from '../../trail.ts';
import type { FiscalYear } from '../store.ts';
import { words } from '../words.ts';
import { AreaTabs } from './tabs.tsx';

export interface HomeProps {
  readonly view: View;
  readonly state: FormState;
  readonly years: readonly { readonly year: FiscalYear; readonly rating: Term | undefined }[];
  /** The newest year: its terms and how many programs stand where. */
  readonly newest:
    | {
        readonly year: number;
        readonly terms: readonly Term[];
        readonly counts: readonly {
          readonly category: string | null;
          readonly organisationId: string;
          readonly programs: number;
        }[];
      }
    | undefined;
  readonly isSecretariat: boolean;
}

export function HomePage({ view, state, years, newest, isSecretariat }: HomeProps) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead title={t.title} lead={t.lead} />
      <AreaTabs view={view} current="home" />
      {newest ? (
        <Counts view={view} newest={newest} />
      ) : (
        <EmptyState title={t.noYears}>
          <p>{isSecretariat ? t.noYearsNext : t.waitForYears}</p>
        </EmptyState>
      )}
      {years.length > 0 && <YearList view={view} years={years} />}
      {isSecretariat && <OpenYear view={view} state={state} years={years.map(({ year }) => year.year)} />}
    </StaffFrame>
  );
}

function Counts({ view, newest }: { view: View; newest: NonNullable<HomeProps['newest']> }) {
  const t = words[view.lang];
  const { year, terms, counts } = newest;
  const sum = (belongs: (row: (typeof counts)[number]) => boolean) =>
    counts.filter(belongs).reduce((total, row) => total + row.programs, 0);
  const link = (label: string, query: { category?: string; bureau?: string }) => (
    <a href={view.href(yearPaths.year.to({ year: String(year) }, query))}>{label}</a>
  );
  const categories = terms.filter((term) => term.scheme === 'category');
  const rows = categories.map((term) => ({
    name: link(nameIn(view.lang, term), { category: term.code }),
    count: sum((row) => row.category === term.code),
  }));
  const without = sum((row) => !categories.some((term) => term.code === row.category));
  const bureaus = terms.flatMap((term) => {
    const count = sum((row) => row.organisationId === term.organisationId);
    return term.scheme === 'bureau' && count > 0
      ? [{ name: link(nameIn(view.lang, term), { bureau: term.organisationId ?? '' }), count }]
      : [];
  });
  const total = { name: t.total, count: sum(() => true) };
  const column = { key: 'count', label: t.count, align: 'number' } as const;
  return (
    <Section title={t.countsOf(fiscalYearName(view.lang, year))}>
      <Grid min="large">
        <DataTable
          view={view}
          caption={t.byCategory}
          columns={[{ key: 'name', label: t.category, head: true }, column]}
          rows={without > 0 ? [...rows, { name: t.none, count: without }] : rows}
          total={total}
        />
        <DataTable
          view={view}
          caption={t.byBureau}
          columns={[{ key: 'name', label: t.bureau, head: true }, column]}
          rows={bureaus}
          total={total}
        />
      </Grid>
    </Section>
  );
}

function YearList({ view, years }: Pick<HomeProps, 'view' | 'years'>) {
  const t = words[view.lang];
  return (
    <Section title={t.years}>
      <DataTable
        view={view}
        caption={t.years}
        captionHidden
        columns={[
          { key: 'year', label: t.year, head: true },
          { key: 'rating', label: t.overall },
          { key: 'plan', label: t.plan },
        ]}
        rows={years.map(({ year: { year }, rating }) => ({
          year: (
            <a href={view.href(yearPaths.year.to({ year: String(year) }))}>
              {fiscalYearName(view.lang, year)}
            </a>
          ),
          rating: rating && nameIn(view.lang, rating),
          plan: <a href={view.href(yearPaths.plan.to({ year: String(year) }))}>{t.plan}</a>,
        }))}
      />
    </Section>
  );
}

function OpenYear({ view, state, years }: { view: View; state: FormState; years: readonly number[] }) {
  const t = words[view.lang];
  const [newest] = years;
  return (
    <Section title={t.open} id="open">
      <Form action={view.href(yearPaths.open.to({}))}>
        <NumberField
          view={view}
          state={state}
          name="year"
          label={t.openYear}
          hint={t.openYearHint}
          value={newest === undefined ? undefined : newest + 1}
          required
        />
        {years.length > 0 && (
          <SelectField
            view={view}
            state={state}
            name="copyFrom"
            label={t.copyFrom}
            hint={t.copyFromHint}
            empty={t.copyNothing}
            value={newest}
            options={years.map((year) => ({ value: String(year), label: fiscalYearName(view.lang, year) }))}
          />
        )}
        <Actions>
          <SubmitButton>{t.openButton}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
