import { dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { type Option, SelectField } from '#ui/choices.tsx';
import { DefinitionList, Disclosure, EmptyState, StatusTag, type Tone } from '#ui/content.tsx';
import { TextArea } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, type Link } from '#ui/wayfinding.tsx';
import { areaTrail } from '../../home/trail.ts';
import { memberPaths, memberStaffPaths } from '../../paths.ts';
import type { MemberKind } from '../rules.ts';
import { nameIn } from '../shown.ts';
import type { Member } from '../store.ts';
import { words } from '../words.ts';
import { ProfileFields } from './profile-fields.tsx';

type MemberState = keyof (typeof words)['ja']['states'];
const tones: Record<MemberState, Tone> = { active: 'good', lapsed: 'warn', left: 'neutral', removed: 'bad' };

function MemberTag({ view, state }: { view: View; state: string }) {
  const is = state as MemberState;
  return <StatusTag tone={tones[is]}>{words[view.lang].states[is]}</StatusTag>;
}

function trail(view: View): readonly Link[] {
  const list = { href: view.href(memberStaffPaths.list.to({})), label: words[view.lang].staffTitle };
  return [...areaTrail(view), list];
}

export function MembersStaffPage({
  view,
  members,
  next,
  mayEnter,
}: {
  view: View;
  members: readonly Member[];
  /** Where the list goes on. */
  next: string | undefined;
  mayEnter: boolean;
}) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.staffTitle}>
      <PageHead
        title={t.staffTitle}
        lead={t.staffLead}
        breadcrumbs={<Breadcrumbs view={view} items={areaTrail(view)} current={t.staffTitle} />}
        actions={
          mayEnter && <ButtonLink href={view.href(memberStaffPaths.enter.to({}))}>{t.enter}</ButtonLink>
        }
      />
      {members.length === 0 ? (
        <EmptyState title={t.noMembers} />
      ) : (
        <DataTable
          view={view}
          caption={t.staffTitle}
          captionHidden
          stacked
          columns={[
            { key: 'name', label: t.name, head: true },
            { key: 'kind', label: t.kind },
            { key: 'state', label: t.state },
            { key: 'until', label: t.until },
          ]}
          rows={members.map((member) => ({
            name: (
              <a href={view.href(memberStaffPaths.member.to({ organisationId: member.organisationId }))}>
                {nameIn(view.lang, member)}
              </a>
            ),
            kind: t.kinds[member.kind as MemberKind],
            state: <MemberTag view={view} state={member.state} />,
            until: dayName(view.lang, member.until),
          }))}
        />
      )}
      {next && (
        <ButtonLink kind="secondary" href={view.href(next)}>
          {t.next}
        </ButtonLink>
      )}
    </StaffFrame>
  );
}

interface EnterProps {
  readonly view: View;
  readonly state: FormState;
  readonly organisations: readonly Option[];
  readonly places: readonly Option[];
}

export function EnterMemberPage({ view, state, organisations, places }: EnterProps) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.enter} problems={state.problems}>
      <PageHead
        title={t.enter}
        lead={t.enterLead}
        breadcrumbs={<Breadcrumbs view={view} items={trail(view)} current={t.enter} />}
      />
      {organisations.length === 0 ? (
        <EmptyState title={t.noOrganisations} />
      ) : (
        <Form action={view.href(memberStaffPaths.enter.to({}))} label={t.enter}>
          <SelectField
            view={view}
            state={state}
            name="organisationId"
            label={t.organisation}
            required
            options={organisations}
          />
          <ProfileFields view={view} state={state} places={places} />
          <TextArea view={view} state={state} name="aboutEn" label={t.aboutEn} rows={4} />
          <Actions>
            <SubmitButton>{t.enter}</SubmitButton>
          </Actions>
        </Form>
      )}
    </StaffFrame>
  );
}

interface MemberStaffProps {
  readonly view: View;
  readonly state: FormState;
  readonly tried: 'edit' | 'remove' | undefined;
  readonly member: Member;
  readonly places: readonly Option[];
  readonly may: { readonly edit: boolean; readonly leave: boolean; readonly remove: boolean };
}

export function MemberStaffPage(props: MemberStaffProps) {
  const { view, state, member, may } = props;
  const t = words[view.lang];
  const title = nameIn(view.lang, member);
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        breadcrumbs={<Breadcrumbs view={view} items={trail(view)} current={title} />}
        tags={<MemberTag view={view} state={member.state} />}
        actions={
          member.state === 'active' && (
            <ButtonLink kind="quiet" href={view.href(memberPaths.member.to({ code: member.code }))}>
              {t.publicPage}
            </ButtonLink>
          )
        }
      />
      <Term {...props} />
      {may.edit && <EditForm {...props} />}
      {member.state === 'active' && <Leaving {...props} />}
    </StaffFrame>
  );
}

function Term({ view, member, may }: MemberStaffProps) {
  const t = words[view.lang];
  const { organisationId } = member;
  return (
    <Section title={t.membership}>
      <DefinitionList
        items={[
          { term: t.memberSince, value: dayName(view.lang, member.joinedOn) },
          { term: t.until, value: dayName(view.lang, member.until) },
          ...(member.endReason ? [{ term: t.reason, value: <TypedText text={member.endReason} /> }] : []),
        ]}
      />
      {may.edit && (member.state === 'active' || member.state === 'lapsed') && (
        <>
          <p class="hint">{t.renewLead}</p>
          <ActionForm action={view.href(memberStaffPaths.renew.to({ organisationId }))}>{t.renew}</ActionForm>
        </>
      )}
    </Section>
  );
}

function EditForm({ view, state, tried, member, places }: MemberStaffProps) {
  const t = words[view.lang];
  const { organisationId } = member;
  const own = tried === 'edit' ? state : { values: {}, problems: [] };
  return (
    <Section title={t.edit}>
      <Form action={view.href(memberStaffPaths.member.to({ organisationId }))} label={t.edit}>
        <ProfileFields
          view={view}
          state={own}
          places={places}
          values={{ ...member, about: member.aboutJa }}
        />
        <TextArea view={view} state={own} name="aboutEn" label={t.aboutEn} value={member.aboutEn} rows={4} />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

function Leaving({ view, state, tried, member, may }: MemberStaffProps) {
  const t = words[view.lang];
  const { organisationId } = member;
  return (
    <>
      {may.leave && (
        <Disclosure summary={t.leave}>
          <p>{t.leaveLead}</p>
          <ActionForm action={view.href(memberStaffPaths.leave.to({ organisationId }))} kind="danger">
            {t.leave}
          </ActionForm>
        </Disclosure>
      )}
      {may.remove && (
        <Disclosure summary={t.remove} open={tried === 'remove'}>
          <p>{t.removeLead}</p>
          <Form action={view.href(memberStaffPaths.remove.to({ organisationId }))} label={t.remove}>
            <TextArea
              view={view}
              {...(tried === 'remove' ? { state } : {})}
              name="reason"
              label={t.removeReason}
              required
              rows={3}
            />
            <Actions>
              <SubmitButton kind="danger">{t.remove}</SubmitButton>
            </Actions>
          </Form>
        </Disclosure>
      )}
    </>
  );
}
