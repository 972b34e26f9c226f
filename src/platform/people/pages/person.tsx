import type { Role } from '#platform/access.ts';
import { dayName, tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import type { Organisation } from '../organisations.ts';
import { paths } from '../paths.ts';
import type { Factors, HeldRow, PersonRow } from '../store.ts';
import { words } from '../words.ts';
import { MembershipFields } from './membership-fields.tsx';
import { PersonState, roleName } from './people.tsx';

export interface PersonProps {
  readonly view: View;
  readonly state: FormState;
  readonly person: PersonRow;
  readonly factors: Factors;
  readonly held: readonly HeldRow[];
  readonly roles: readonly Role[];
  readonly organisations: readonly Organisation[];
  readonly now: Date;
}

export function PersonPage(props: PersonProps) {
  const { view, state, person, factors, held, roles, organisations, now } = props;
  const t = words[view.lang];
  const { id } = person;
  return (
    <StaffFrame view={view} title={person.name} problems={state.problems}>
      <PageHead
        title={person.name}
        tags={<PersonState view={view} person={person} now={now} />}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(paths.people.to({})), label: t.people }]}
            current={person.name}
          />
        }
      />
      <DefinitionList items={factsOf({ view, person, factors })} />
      <Section title={t.memberships}>
        <DataTable
          view={view}
          caption={t.memberships}
          captionHidden
          empty={t.noMemberships}
          columns={[
            { key: 'organisation', label: t.organisation, head: true },
            { key: 'role', label: t.role },
            { key: 'act', label: t.act },
          ]}
          rows={held.map((each) => ({
            organisation: contentIn(view.lang, { ja: each.organisationJa, en: each.organisationEn }),
            role: roleName(view, roles, each.role),
            act: (
              <ActionForm action={view.href(paths.endMembership.to({ id, membershipId: each.id }))} small>
                {t.end}
              </ActionForm>
            ),
          }))}
        />
        <Form action={view.href(paths.addMembership.to({ id }))} label={t.addMembership}>
          <MembershipFields view={view} state={state} roles={roles} organisations={organisations} />
          <Actions>
            <SubmitButton kind="secondary">{t.addMembership}</SubmitButton>
          </Actions>
        </Form>
      </Section>
      <Section title={t.profile}>
        <Form action={view.href(paths.personName.to({ id }))}>
          <TextField view={view} state={state} name="name" label={t.name} value={person.name} required />
          <TextField
            view={view}
            state={state}
            name="email"
            type="email"
            label={t.email}
            value={person.email}
            required
          />
          <Actions>
            <SubmitButton kind="secondary">{t.save}</SubmitButton>
          </Actions>
        </Form>
      </Section>
      <HelpSection view={view} person={person} />
    </StaffFrame>
  );
}

function factsOf({ view, person, factors }: Pick<PersonProps, 'view' | 'person' | 'factors'>) {
  const t = words[view.lang];
  const ways = [
    person.hasPassword && t.password,
    factors.totp && t.app,
    factors.passkeys > 0 && t.passkeys(factors.passkeys),
    factors.sso && t.sso,
  ].filter((way) => way !== false);
  return [
    { term: t.email, value: person.email },
    { term: t.factors, value: ways.join('、') || t.noFactors },
    { term: t.seen, value: factors.seenAt ? dayName(view.lang, tokyoDay(factors.seenAt)) : t.never },
  ];
}

function HelpSection({ view, person }: { view: View; person: PersonRow }) {
  const t = words[view.lang];
  const { id } = person;
  return (
    <Section title={t.help}>
      <p>{t.passwordLinkHint}</p>
      <ActionForm action={view.href(paths.passwordLink.to({ id }))}>{t.passwordLink}</ActionForm>
      <p>{t.resetHint}</p>
      <ActionForm action={view.href(paths.resetSecondFactor.to({ id }))} kind="danger">
        {t.reset}
      </ActionForm>
      {person.disabledAt ? (
        <ActionForm action={view.href(paths.enable.to({ id }))}>{t.enable}</ActionForm>
      ) : (
        <>
          <p>{t.disableHint}</p>
          <ActionForm action={view.href(paths.disable.to({ id }))} kind="danger">
            {t.disable}
          </ActionForm>
        </>
      )}
    </Section>
  );
}
