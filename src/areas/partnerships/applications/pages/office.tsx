import { dayName, tokyoDay } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { type Option, SelectField } from '#ui/choices.tsx';
import { DefinitionList, Disclosure, EmptyState, StatusTag, type Tone } from '#ui/content.tsx';
import { TextArea } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, Tabs } from '#ui/wayfinding.tsx';
import { areaTrail } from '../../home/trail.ts';
import type { ApplicationState, MemberKind } from '../../members/rules.ts';
import { words as memberWords } from '../../members/words.ts';
import { memberStaffPaths } from '../../paths.ts';
import type { applicantOf } from '../actions.ts';
import type { Application } from '../store.ts';
import { words } from '../words.ts';
import { ApplicationFacts, ApplicationTalk } from './facts.tsx';

const tones: Record<ApplicationState, Tone> = {
  unconfirmed: 'neutral',
  asked: 'warn',
  returned: 'info',
  accepted: 'good',
  refused: 'bad',
  withdrawn: 'neutral',
};

function ApplicationTag({ view, state }: { view: View; state: string }) {
  const is = state as ApplicationState;
  return <StatusTag tone={tones[is]}>{words[view.lang].states[is]}</StatusTag>;
}

export function ApplicationsPage({
  view,
  applications,
  next,
  decided,
}: {
  view: View;
  applications: readonly Application[];
  /** Where the list goes on. */
  next: string | undefined;
  decided: boolean;
}) {
  const t = words[view.lang];
  const m = memberWords[view.lang];
  const tab = (value: boolean) => ({
    href: view.href(memberStaffPaths.applications.to({}, { decided: value ? '1' : '' })),
    label: value ? t.tabs.decided : t.tabs.waiting,
    current: value === decided,
  });
  return (
    <StaffFrame view={view} title={t.staffTitle}>
      <PageHead
        title={t.staffTitle}
        lead={decided ? undefined : t.staffLead}
        breadcrumbs={<Breadcrumbs view={view} items={areaTrail(view)} current={t.staffTitle} />}
      />
      <Tabs label={t.state} items={[tab(false), tab(true)]} />
      {applications.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          view={view}
          caption={t.staffTitle}
          captionHidden
          stacked
          columns={[
            { key: 'name', label: t.name, head: true },
            { key: 'kind', label: m.kind },
            { key: 'state', label: t.state },
            { key: 'when', label: t.when },
          ]}
          rows={applications.map((each) => ({
            name: (
              <a href={view.href(memberStaffPaths.application.to({ applicationId: each.id }))}>
                {each.organisationName}
              </a>
            ),
            kind: m.kinds[each.kind as MemberKind],
            state: <ApplicationTag view={view} state={each.state} />,
            when: dayName(view.lang, tokyoDay(each.createdAt)),
          }))}
        />
      )}
      {next && (
        <ButtonLink kind="secondary" href={view.href(next)}>
          {m.next}
        </ButtonLink>
      )}
    </StaffFrame>
  );
}

export type OfficeStep = 'ask' | 'accept' | 'refuse';

interface OfficeProps {
  readonly view: View;
  readonly state: FormState;
  readonly tried: OfficeStep | undefined;
  readonly application: Application;
  readonly applicant: ReturnType<typeof applicantOf>;
  readonly topics: readonly string[];
  readonly places: readonly string[];
  readonly organisations: readonly Option[];
  readonly steps: readonly OfficeStep[];
}

export function ApplicationOfficePage(props: OfficeProps) {
  const { view, state, application, applicant, steps } = props;
  const t = words[view.lang];
  const list = { href: view.href(memberStaffPaths.applications.to({})), label: t.staffTitle };
  const title = application.organisationName;
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        breadcrumbs={<Breadcrumbs view={view} items={[...areaTrail(view), list]} current={title} />}
        tags={<ApplicationTag view={view} state={application.state} />}
      />
      <ApplicationFacts {...props} />
      <Section title={t.person}>
        {applicant ? (
          <DefinitionList
            items={[
              { term: t.personName, value: applicant.name },
              { term: t.mail, value: applicant.mail },
              { term: t.phone, value: applicant.phone || '—' },
            ]}
          />
        ) : (
          <p>{t.forgotten}</p>
        )}
      </Section>
      <ApplicationTalk view={view} application={application} />
      {steps.length > 0 && <Decide {...props} />}
    </StaffFrame>
  );
}

function Decide({ view, state, tried, application, organisations, steps }: OfficeProps) {
  const t = words[view.lang];
  const applicationId = application.id;
  const of = (step: OfficeStep) => (tried === step ? { view, state } : { view });
  const action = (step: OfficeStep) => view.href(memberStaffPaths[step].to({ applicationId }));
  return (
    <Section title={t.decide}>
      {steps.includes('accept') && (
        <Disclosure summary={t.accept} open={tried === 'accept'}>
          <p>{t.acceptLead}</p>
          <Form action={action('accept')} label={t.accept}>
            <SelectField
              {...of('accept')}
              name="organisationId"
              label={t.organisationOf}
              empty={t.organisationNew}
              options={organisations}
            />
            <Actions>
              <SubmitButton>{t.accept}</SubmitButton>
            </Actions>
          </Form>
        </Disclosure>
      )}
      {steps.includes('ask') && (
        <Disclosure summary={t.ask} open={tried === 'ask'}>
          <Form action={action('ask')} label={t.ask}>
            <TextArea {...of('ask')} name="askWords" label={t.askWords} required rows={4} />
            <Actions>
              <SubmitButton kind="secondary">{t.ask}</SubmitButton>
            </Actions>
          </Form>
        </Disclosure>
      )}
      {steps.includes('refuse') && (
        <Disclosure summary={t.refuse} open={tried === 'refuse'}>
          <Form action={action('refuse')} label={t.refuse}>
            <TextArea
              {...of('refuse')}
              name="refuseWords"
              label={t.refuseWords}
              hint={t.refuseHint}
              required
              rows={4}
            />
            <Actions>
              <SubmitButton kind="danger">{t.refuse}</SubmitButton>
            </Actions>
          </Form>
        </Disclosure>
      )}
    </Section>
  );
}
