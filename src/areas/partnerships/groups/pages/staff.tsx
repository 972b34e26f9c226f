import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox, type Option, SelectField } from '#ui/choices.tsx';
import { Card, Disclosure, EmptyState } from '#ui/content.tsx';
import { DateField, TextArea, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Row, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { areaTrail } from '../../home/trail.ts';
import { nameIn } from '../../members/shown.ts';
import { groupPaths, memberPaths } from '../../paths.ts';
import type { Group, GroupMember, GroupNote } from '../store.ts';
import { words } from '../words.ts';
import { GroupFacts, GroupNotes, GroupTags } from './group.tsx';

export function GroupsPage({
  view,
  state,
  groups,
  mayMake,
}: {
  view: View;
  state: FormState;
  groups: readonly Group[];
  mayMake: boolean;
}) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={areaTrail(view)} current={t.title} />}
      />
      {groups.length === 0 && <EmptyState title={t.none} />}
      <Grid>
        {groups.map((group) => (
          <Card
            title={nameIn(view.lang, group)}
            href={view.href(groupPaths.group.to({ groupId: group.id }))}
            tags={<GroupTags view={view} group={group} />}
            level={2}
          />
        ))}
      </Grid>
      {mayMake && (
        <Disclosure summary={t.make} open={state.problems.length > 0}>
          <Form action={view.href(groupPaths.list.to({}))} label={t.make}>
            <TextField {...common} name="nameJa" label={t.name} required width="full" />
            <TextField {...common} name="nameEn" label={t.nameEn} width="full" />
            <TextArea {...common} name="purposeJa" label={t.purpose} required rows={3} />
            <TextArea {...common} name="purposeEn" label={t.purposeEn} rows={3} />
            <Actions>
              <SubmitButton>{t.make}</SubmitButton>
            </Actions>
          </Form>
        </Disclosure>
      )}
    </StaffFrame>
  );
}

/** For whom somebody acts, and whether they are in the group. */
export interface Seat extends Option {
  readonly inGroup: boolean;
}

interface GroupStaffProps {
  readonly view: View;
  readonly state: FormState;
  readonly tried: 'chair' | 'note' | undefined;
  readonly group: Group;
  readonly members: readonly GroupMember[];
  readonly notes: readonly GroupNote[];
  readonly seats: readonly Seat[];
  readonly mayWrite: boolean;
  readonly mayKeep: boolean;
}

export function GroupStaffPage(props: GroupStaffProps) {
  const { view, state, group, members, notes } = props;
  const t = words[view.lang];
  const title = nameIn(view.lang, group);
  const groupId = group.id;
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[...areaTrail(view), { href: view.href(groupPaths.list.to({})), label: t.title }]}
            current={title}
          />
        }
        tags={<GroupTags view={view} group={group} />}
        actions={
          <ButtonLink kind="quiet" href={view.href(memberPaths.group.to({ groupId }))}>
            {t.publicPage}
          </ButtonLink>
        }
      />
      <GroupFacts view={view} group={group} members={members} />
      <Row>
        {props.seats.map(({ value, label, inGroup }) => (
          <ActionForm
            action={view.href((inGroup ? groupPaths.leave : groupPaths.join).to({ groupId }))}
            fields={{ organisationId: value }}
          >
            {inGroup ? t.leaveAs(label) : t.joinAs(label)}
          </ActionForm>
        ))}
      </Row>
      <GroupNotes view={view} notes={notes} />
      {!group.closedAt && <Keeping {...props} />}
    </StaffFrame>
  );
}

function Keeping({ view, state, tried, group, members, mayWrite, mayKeep }: GroupStaffProps) {
  const t = words[view.lang];
  const groupId = group.id;
  const note = tried === 'note' ? { view, state } : { view };
  const chair = tried === 'chair' ? { view, state } : { view };
  return (
    <>
      {mayWrite && (
        <Disclosure summary={t.write} open={tried === 'note'}>
          <Form action={view.href(groupPaths.note.to({ groupId }))} label={t.write}>
            <DateField {...note} name="heldOn" label={t.heldOn} required />
            <TextField {...note} name="title" label={t.noteTitle} required width="full" />
            <TextArea {...note} name="words" label={t.noteWords} hint={t.noteHint} required rows={6} />
            <Checkbox {...note} name="open" label={t.noteOpen} />
            <Actions>
              <SubmitButton>{t.write}</SubmitButton>
            </Actions>
          </Form>
        </Disclosure>
      )}
      {mayKeep && (
        <Disclosure summary={t.nameChair} open={tried === 'chair'}>
          <Form action={view.href(groupPaths.chair.to({ groupId }))} label={t.nameChair}>
            <SelectField
              {...chair}
              name="chairId"
              label={t.chair}
              value={group.chairId ?? ''}
              empty={t.noChair}
              options={members.map((each) => ({
                value: each.organisationId,
                label: nameIn(view.lang, each),
              }))}
            />
            <Actions>
              <SubmitButton>{t.nameChair}</SubmitButton>
            </Actions>
          </Form>
        </Disclosure>
      )}
      {mayKeep && (
        <Section title={t.close} lead={t.closeLead}>
          <ActionForm action={view.href(groupPaths.close.to({ groupId }))} kind="danger">
            {t.close}
          </ActionForm>
        </Section>
      )}
    </>
  );
}
