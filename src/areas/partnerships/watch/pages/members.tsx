import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { Disclosure, StatusTag } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { PrintButton, Sheet } from '#ui/sheet.tsx';
import { DataTable } from '#ui/table.tsx';
import { nameIn } from '../../members/shown.ts';
import { watchPaths, watchStaffPaths } from '../../paths.ts';
import type { openMember } from '../actions.ts';
import { type WatchKind, watchKinds } from '../rules.ts';
import type { Network, WatchMember } from '../store.ts';
import { words } from '../words.ts';
import { WatchCrumbs } from './staff.tsx';

interface MembersProps {
  readonly view: View;
  readonly state: FormState;
  readonly network: Network;
  readonly members: readonly WatchMember[];
}

export function WatchMembersPage({ view, state, network, members }: MembersProps) {
  const t = words[view.lang];
  const { organisationId } = network;
  return (
    <StaffFrame view={view} title={t.members} problems={state.problems}>
      <PageHead
        title={t.members}
        kicker={t.networkTitle(nameIn(view.lang, network))}
        lead={t.membersLead}
        breadcrumbs={<WatchCrumbs view={view} current={t.members} />}
      />
      <DataTable
        view={view}
        caption={t.membersCount(members.length)}
        columns={[
          { key: 'name', label: t.name, head: true },
          { key: 'kind', label: t.kind },
          { key: 'sheet', label: t.link },
        ]}
        rows={members.map(({ id: memberId, name, kind }) => ({
          name: <a href={view.href(watchStaffPaths.member.to({ organisationId, memberId }))}>{name}</a>,
          kind: t.kinds[kind as WatchKind],
          sheet: (
            <a href={view.href(watchStaffPaths.sheet.to({ organisationId, memberId }))}>
              {t.sheet}
              <span class="vh"> {name}</span>
            </a>
          ),
        }))}
        empty={t.noMembers}
        stacked
      />
      <Disclosure summary={t.add} open={state.problems.length > 0 || members.length === 0}>
        <MemberForm
          view={view}
          state={state}
          action={watchStaffPaths.members.to({ organisationId })}
          label={t.add}
        />
      </Disclosure>
    </StaffFrame>
  );
}

interface MemberFormProps {
  readonly view: View;
  readonly state: FormState;
  readonly action: string;
  readonly label: string;
  readonly stored?: { name: string; kind: string; person: string; mail: string; lang: string };
}

function MemberForm({ view, state, action, label, stored }: MemberFormProps) {
  const t = words[view.lang];
  const common = { view, state };
  const kinds = watchKinds.map((value) => ({ value, label: t.kinds[value] }));
  const langs = (['ja', 'en'] as const).map((value) => ({ value, label: t.langs[value] }));
  return (
    <Form action={view.href(action)} label={label}>
      <TextField
        {...common}
        name="name"
        label={t.name}
        hint={t.nameHint}
        value={stored?.name}
        required
        maxlength={80}
        width="full"
      />
      <SelectField {...common} name="kind" label={t.kind} value={stored?.kind} options={kinds} required />
      <TextField
        {...common}
        name="person"
        label={t.person}
        hint={t.personHint}
        value={stored?.person}
        maxlength={60}
        autocomplete="off"
      />
      <TextField
        {...common}
        name="mail"
        type="email"
        label={t.mail}
        hint={t.mailHint}
        value={stored?.mail}
        autocomplete="off"
      />
      <SelectField
        {...common}
        name="lang"
        label={t.lang}
        value={stored?.lang ?? 'ja'}
        options={langs}
        empty={false}
      />
      <Actions>
        <SubmitButton>{label}</SubmitButton>
      </Actions>
    </Form>
  );
}

interface MemberProps {
  readonly view: View;
  readonly state: FormState;
  readonly network: Network;
  readonly member: WatchMember;
  readonly opened: ReturnType<typeof openMember>;
  readonly publicUrl: string;
}

export function WatchMemberPage({ view, state, network, member, opened, publicUrl }: MemberProps) {
  const t = words[view.lang];
  const params = { organisationId: network.organisationId, memberId: member.id };
  const back = {
    href: view.href(watchStaffPaths.members.to({ organisationId: network.organisationId })),
    label: t.members,
  };
  const left = member.leftAt !== null;
  return (
    <StaffFrame view={view} title={member.name} problems={state.problems}>
      <PageHead
        title={member.name}
        kicker={t.kinds[member.kind as WatchKind]}
        tags={left && <StatusTag tone="neutral">{t.leftTag}</StatusTag>}
        breadcrumbs={<WatchCrumbs view={view} items={[back]} current={member.name} />}
      />
      {!left && (
        <>
          <Section title={t.link} lead={t.linkLead}>
            <p class="typed">{publicUrl + watchPaths.member.to({ token: opened.token })}</p>
            <p>
              <ButtonLink href={view.href(watchStaffPaths.sheet.to(params))}>{t.sheet}</ButtonLink>
            </p>
            <p class="hint">{t.newLinkLead}</p>
            <ActionForm action={view.href(watchStaffPaths.newLink.to(params))} kind="secondary">
              {t.newLink}
            </ActionForm>
          </Section>
          <Section title={t.edit}>
            <MemberForm
              view={view}
              state={state}
              action={watchStaffPaths.member.to(params)}
              label={t.save}
              stored={{ ...opened, name: member.name, kind: member.kind }}
            />
          </Section>
          <ActionForm action={view.href(watchStaffPaths.leave.to(params))} kind="danger">
            {t.leave}
          </ActionForm>
        </>
      )}
    </StaffFrame>
  );
}

/** What hangs beside the till: a picture that a telephone reads, and what to do first. */
export function WatchSheetPage({
  view,
  network,
  member,
  url,
}: {
  view: View;
  network: Network;
  member: WatchMember;
  url: string;
}) {
  const t = words[view.lang];
  const { organisationId } = network;
  const back = {
    href: view.href(watchStaffPaths.member.to({ organisationId, memberId: member.id })),
    label: member.name,
  };
  return (
    <StaffFrame view={view} title={t.sheet} islands={['share']}>
      <PageHead
        title={t.sheet}
        kicker={member.name}
        actions={<PrintButton label={t.print} />}
        breadcrumbs={<WatchCrumbs view={view} items={[back]} current={t.sheet} />}
      />
      <Sheet number={t.networkTitle(nameIn(view.lang, network))} title={t.sheetTitle}>
        <p>{t.sheetLead}</p>
        <p>
          <strong>{t.sheetUrgent}</strong>
        </p>
        <QrCode text={url} label={t.qr} />
        <p class="typed">{url}</p>
        <p>{t.sheetCareful}</p>
        <p>
          {t.sheetFor}: {member.name}
        </p>
      </Sheet>
    </StaffFrame>
  );
}
