import { fiscalYearName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState, Notice, StatFigure } from '#ui/content.tsx';
import { ActionForm, Actions, ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { yearPaths } from '../../paths.ts';
import { yearTrail } from '../../trail.ts';
import { YearTabs } from '../../years/pages/tabs.tsx';
import { words } from '../words.ts';

interface CarryProps {
  readonly view: View;
  readonly state: FormState;
  readonly year: number;
  readonly nextExists: boolean;
  readonly counts: { readonly toCarry: number; readonly carried: number; readonly ended: number };
}

export function CarryPage({ view, state, year, nextExists, counts }: CarryProps) {
  const t = words[view.lang];
  const next = fiscalYearName(view.lang, year + 1);
  const figure = (label: string, value: number) => (
    <StatFigure view={view} label={label} value={value} unit={t.unit} />
  );
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={t.lead(fiscalYearName(view.lang, year), next)}
        breadcrumbs={<Breadcrumbs view={view} items={yearTrail(view, year)} current={t.title} />}
      />
      <YearTabs view={view} year={year} current="carry" isSecretariat />
      <Grid min="small">
        {figure(t.toCarry, counts.toCarry)}
        {figure(t.carried, counts.carried)}
        {figure(t.ended, counts.ended)}
      </Grid>
      <p>{t.kept}</p>
      <p>{t.again}</p>
      {!nextExists && (
        <Notice view={view} tone="warn" title={t.nextMissing(next)}>
          <ButtonLink href={`${view.href(yearPaths.home.to({}))}#open`}>{t.openNext}</ButtonLink>
        </Notice>
      )}
      {nextExists && counts.toCarry === 0 && <EmptyState title={t.nothing} />}
      {nextExists && counts.toCarry > 0 && (
        <Actions>
          <ActionForm action={view.href(yearPaths.carry.to({ year: String(year) }))} kind="primary">
            {t.button(counts.toCarry)}
          </ActionForm>
        </Actions>
      )}
    </StaffFrame>
  );
}
