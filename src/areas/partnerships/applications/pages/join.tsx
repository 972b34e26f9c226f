import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { CheckboxGroup, type Option } from '#ui/choices.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { partnersTrail } from '../../members/pages/member.tsx';
import { ProfileFields } from '../../members/pages/profile-fields.tsx';
import type { ApplicationState } from '../../members/rules.ts';
import { memberPaths } from '../../paths.ts';
import type { Application } from '../store.ts';
import { words } from '../words.ts';
import { ApplicationFacts, ApplicationTalk } from './facts.tsx';

interface JoinProps {
  readonly view: View;
  readonly state: FormState;
  readonly places: readonly Option[];
  readonly groups: readonly Option[];
}

export function JoinPage({ view, state, places, groups }: JoinProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <PublicFrame view={view} title={t.joinTitle} problems={state.problems}>
      <PageHead
        title={t.joinTitle}
        lead={<p>{t.joinLead}</p>}
        breadcrumbs={<Breadcrumbs view={view} items={partnersTrail(view)} current={t.joinTitle} />}
      />
      <Form action={view.href(memberPaths.join.to({}))} label={t.joinTitle}>
        <Section title={t.organisation}>
          <TextField {...common} name="organisationName" label={t.name} required width="full" />
          <ProfileFields {...common} places={places} />
          {groups.length > 0 && (
            <CheckboxGroup
              {...common}
              name="groupIds"
              label={t.groups}
              hint={t.groupsHint}
              options={groups}
            />
          )}
        </Section>
        <Section title={t.person} lead={t.personLead}>
          <TextField {...common} name="name" label={t.personName} autocomplete="name" required />
          <TextField
            {...common}
            name="mail"
            type="email"
            autocomplete="email"
            label={t.mail}
            hint={t.mailHint}
            required
          />
          <TextField
            {...common}
            name="phone"
            type="tel"
            autocomplete="tel"
            label={t.phone}
            hint={t.phoneHint}
          />
        </Section>
        <Actions>
          <SubmitButton>{t.send}</SubmitButton>
          <Back view={view} />
        </Actions>
      </Form>
    </PublicFrame>
  );
}

function Back({ view }: { view: View }) {
  return (
    <ButtonLink kind="quiet" href={view.href(memberPaths.list.to({}))}>
      {words[view.lang].back}
    </ButtonLink>
  );
}

/** The same whether the address was known or not. */
export function JoinSentPage({ view }: { view: View }) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.sentTitle}>
      <PageHead title={t.sentTitle} lead={<p>{t.sent}</p>} />
      <Back view={view} />
    </PublicFrame>
  );
}

interface LinkProps {
  readonly view: View;
  readonly state: FormState;
  readonly token: string;
  readonly application: Application;
  readonly topics: readonly string[];
  readonly places: readonly string[];
}

/** Behind the mailed link: how it stands, and what can be done now. */
export function ApplicationLinkPage({ view, state, token, application, topics, places }: LinkProps) {
  const t = words[view.lang];
  const is = application.state as ApplicationState;
  return (
    <PublicFrame view={view} title={t.linkTitle} problems={state.problems}>
      <PageHead title={t.states[is]} kicker={t.linkTitle} lead={<p>{t.stateLeads[is]}</p>} />
      {application.reason && (
        <Section title={t.reason}>
          <TypedText text={application.reason} />
        </Section>
      )}
      <ApplicationTalk view={view} application={application} />
      {is === 'returned' && (
        <Form action={view.href(memberPaths.answer.to({ token }))} label={t.answer}>
          <TextArea view={view} state={state} name="words" label={t.answerWords} required rows={5} />
          <Actions>
            <SubmitButton>{t.answer}</SubmitButton>
          </Actions>
        </Form>
      )}
      <ApplicationFacts view={view} application={application} topics={topics} places={places} />
      <Actions>
        {is === 'unconfirmed' && (
          <ActionForm action={view.href(memberPaths.confirm.to({ token }))} kind="primary">
            {t.confirm}
          </ActionForm>
        )}
        {['unconfirmed', 'asked', 'returned'].includes(is) && (
          <ActionForm action={view.href(memberPaths.withdraw.to({ token }))}>{t.withdraw}</ActionForm>
        )}
        {is === 'accepted' && <ButtonLink href="/sign-in">{t.signIn}</ButtonLink>}
        {(is === 'refused' || is === 'withdrawn') && (
          <ButtonLink kind="secondary" href={view.href(memberPaths.join.to({}))}>
            {t.again}
          </ButtonLink>
        )}
        <Back view={view} />
      </Actions>
    </PublicFrame>
  );
}
