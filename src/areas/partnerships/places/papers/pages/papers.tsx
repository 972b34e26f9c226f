import { dayName, fiscalYearName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { FileField, RadioGroup } from '#ui/choices.tsx';
import { Card, EmptyState, StatFigure, StatusTag, type Tone } from '#ui/content.tsx';
import { DateField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Row, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { placePaths, placeStaffPaths } from '../../../paths.ts';
import { PlaceCrumbs } from '../../pages/parts.tsx';
import { type KindOfPaper, kindsOfPaper, type Standing } from '../rules.ts';
import { words } from '../words.ts';

const tones: Record<Standing, Tone> = { good: 'good', month: 'info', week: 'warn', over: 'bad' };

function StandingTag({ view, standing }: { view: View; standing: Standing }) {
  return <StatusTag tone={tones[standing]}>{words[view.lang].standings[standing]}</StatusTag>;
}

export interface ShownPaper {
  readonly id: string;
  readonly kind: KindOfPaper;
  readonly name: string;
  readonly expiresOn: string;
  readonly standing: Standing;
}

export function PapersPage({
  view,
  state,
  place,
  papers,
  today,
}: {
  view: View;
  state: FormState;
  place: { readonly id: string; readonly name: string };
  papers: readonly ShownPaper[];
  today: string;
}) {
  const t = words[view.lang];
  const serviceId = place.id;
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={<p>{t.lead}</p>}
        breadcrumbs={<PlaceCrumbs view={view} place={place} current={t.title} />}
      />
      {papers.length === 0 && <EmptyState title={t.none} />}
      <Grid>
        {papers.map(({ id: paperId, kind, name, expiresOn, standing }) => (
          <Card title={t.kinds[kind]} level={2} tags={<StandingTag view={view} standing={standing} />}>
            <p>
              {t.until(dayName(view.lang, expiresOn))} <span class="hint">{name}</span>
            </p>
            <Row>
              <a href={view.href(placeStaffPaths.paper.to({ serviceId, paperId }))}>
                {t.open}
                <span class="vh"> {t.kinds[kind]}</span>
              </a>
              <ActionForm
                action={view.href(placeStaffPaths.endPaper.to({ serviceId, paperId }))}
                kind="quiet"
                small
              >
                {t.end}
                <span class="vh"> {t.kinds[kind]}</span>
              </ActionForm>
            </Row>
          </Card>
        ))}
      </Grid>
      <Section title={t.add}>
        <Form action={view.href(placeStaffPaths.papers.to({ serviceId }))} files label={t.add}>
          <RadioGroup
            view={view}
            state={state}
            name="kind"
            label={t.kind}
            hint={t.kindHint}
            required
            options={kindsOfPaper.map((value) => ({ value, label: t.kinds[value] }))}
          />
          <DateField view={view} state={state} name="expiresOn" label={t.expiresOn} min={today} required />
          <FileField
            view={view}
            state={state}
            name="file"
            label={t.file}
            hint={t.fileHint}
            accept="application/pdf,image/jpeg,image/png,image/webp"
            required
          />
          <Actions>
            <SubmitButton>{t.add}</SubmitButton>
          </Actions>
        </Form>
      </Section>
    </StaffFrame>
  );
}

export interface EndingPaper extends Omit<ShownPaper, 'name'> {
  readonly serviceId: string;
  readonly place: string;
}

/** The concierge's look: what ends where, and how many places and visits there are. */
export function OverviewPage({
  view,
  papers,
  fiscalYear,
  figures,
}: {
  view: View;
  papers: readonly EndingPaper[];
  fiscalYear: number;
  figures: { readonly shown: number; readonly counted: number; readonly visitors: number };
}) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.overview}>
      <PageHead title={t.overview} lead={<p>{t.overviewLead}</p>} />
      <DataTable
        view={view}
        caption={t.title}
        stacked
        empty={t.overviewNone}
        columns={[
          { key: 'place', label: t.place, head: true },
          { key: 'kind', label: t.kind },
          { key: 'until', label: t.expiresOn },
          { key: 'standing', label: t.standing },
        ]}
        rows={papers.map(({ serviceId, place, kind, expiresOn, standing }) => ({
          place: <a href={view.href(placePaths.place.to({ serviceId }))}>{place}</a>,
          kind: t.kinds[kind],
          until: dayName(view.lang, expiresOn),
          standing: <StandingTag view={view} standing={standing} />,
        }))}
      />
      <Section title={t.figures(fiscalYearName(view.lang, fiscalYear))}>
        <Grid min="small">
          <StatFigure view={view} label={t.shown} value={figures.shown} unit={t.places} />
          <StatFigure view={view} label={t.counted} value={figures.counted} unit={t.places} />
          <StatFigure view={view} label={t.visitors} value={figures.visitors} unit={t.people} />
        </Grid>
      </Section>
    </StaffFrame>
  );
}
