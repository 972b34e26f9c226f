import { dayName, tokyoDay } from '#platform/dates.ts';
import { contentIn, formatNumber } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox, type Option, SelectField } from '#ui/choices.tsx';
import { EmptyState, Notice, StatFigure } from '#ui/content.tsx';
import { DateField, HiddenField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { staffTrainingPaths } from '../../paths.ts';
import { titleOf } from '../../sessions/pages/lines.tsx';
import type { NamedPreview } from '../actions.ts';
import type { RequirementOf } from '../store.ts';
import { words } from '../words.ts';

interface RequirementsProps {
  readonly view: View;
  readonly state: FormState;
  readonly requirements: readonly (RequirementOf & { readonly closedNow: number })[];
  readonly roles: readonly Option[];
  readonly courses: readonly Option[];
}

export function RequirementsPage({ view, state, requirements, roles, courses }: RequirementsProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead title={t.title} lead={<p>{t.lead}</p>} />
      {requirements.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          view={view}
          caption={t.title}
          captionHidden
          stacked
          columns={[
            { key: 'role', label: t.role, head: true },
            { key: 'course', label: t.course },
            { key: 'since', label: t.since },
            { key: 'closed', label: t.closedNow },
            { key: 'end', label: t.end },
          ]}
          rows={requirements.map(({ requirement, course, closedNow }) => ({
            role: roles.find(({ value }) => value === requirement.role)?.label ?? requirement.role,
            course: titleOf(view, course),
            since: dayName(view.lang, tokyoDay(requirement.since)),
            closed: t.people(formatNumber(view.lang, closedNow)),
            end: (
              <ActionForm
                action={view.href(staffTrainingPaths.endRequirement.to({ requirementId: requirement.id }))}
                small
              >
                {t.end}
              </ActionForm>
            ),
          }))}
        />
      )}
      <Section title={t.new} lead={t.newLead}>
        <Form method="get" action={staffTrainingPaths.requirementPreview.to({})}>
          <SelectField {...common} name="role" label={t.role} options={roles} required />
          <SelectField {...common} name="course" label={t.course} options={courses} required />
          <DateField {...common} name="since" label={t.since} required />
          <SubmitButton>{t.preview}</SubmitButton>
        </Form>
      </Section>
    </StaffFrame>
  );
}

interface PreviewProps {
  readonly view: View;
  readonly state: FormState;
  readonly wanted: { readonly role: string; readonly courseId: string; readonly sinceDay: string };
  readonly names: { readonly role: string; readonly course: string };
  readonly preview: NamedPreview;
}

/** Nobody shuts people out without having seen how many, and where nobody would be left. */
export function PreviewPage({ view, state, wanted, names, preview }: PreviewProps) {
  const t = words[view.lang];
  const closed = formatNumber(view.lang, preview.closed);
  return (
    <StaffFrame view={view} title={t.previewTitle} problems={state.problems}>
      <PageHead
        title={t.previewTitle}
        lead={<p>{t.previewLead(names.role, names.course, dayName(view.lang, wanted.sinceDay))}</p>}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(staffTrainingPaths.requirements.to({})), label: t.title }]}
            current={t.previewTitle}
          />
        }
      />
      <Grid min="small">
        <StatFigure view={view} label={t.holders} value={preview.holders} unit={t.unit} />
        <StatFigure view={view} label={t.closes} value={preview.closed} unit={t.unit} />
      </Grid>
      {preview.left.length > 0 && (
        <Notice view={view} tone="bad" title={t.leftTitle}>
          <p>{t.leftLead}</p>
          <ul>
            {preview.left.map((name) => (
              <li>{contentIn(view.lang, name)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {preview.closed === 0 && <p>{t.nobody}</p>}
      <Form action={view.href(staffTrainingPaths.requirements.to({}))}>
        <HiddenField name="role" value={wanted.role} />
        <HiddenField name="course" value={wanted.courseId} />
        <HiddenField name="since" value={wanted.sinceDay} />
        {preview.closed > 0 && (
          <Checkbox view={view} state={state} name="confirmed" label={t.confirm(closed)} required />
        )}
        <Actions>
          <SubmitButton>{t.set}</SubmitButton>
          <ButtonLink kind="quiet" href={view.href(staffTrainingPaths.requirements.to({}))}>
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}
