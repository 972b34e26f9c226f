import type { View } from '#platform/web/view.ts';
import { type Option, SelectField } from '#ui/choices.tsx';
import { Card, EmptyState, StatFigure, Tag } from '#ui/content.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import type { Group } from '../../groups/store.ts';
import { exchangePaths, matchLinkPaths, meetingPaths, memberPaths, workplacePaths } from '../../paths.ts';
import type { MemberKind } from '../rules.ts';
import { kindOptions, nameIn, topicOptions } from '../shown.ts';
import type { Member, MemberFilter } from '../store.ts';
import { words } from '../words.ts';

interface MembersProps {
  readonly view: View;
  readonly filter: MemberFilter;
  readonly members: readonly Member[];
  /** Where the list goes on. */
  readonly next: string | undefined;
  /** Without the filter. */
  readonly total: number;
  readonly groups: readonly (Group & { readonly count: number })[];
  readonly places: readonly Option[];
}

export function MembersPage({ view, filter, members, next, total, groups, places }: MembersProps) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={<p>{t.lead}</p>}
        actions={
          <>
            <ButtonLink href={view.href(memberPaths.join.to({}))}>{t.join}</ButtonLink>
            <ButtonLink kind="secondary" href={view.href(meetingPaths.list.to({}))}>
              {t.meetings}
            </ButtonLink>
            <ButtonLink kind="secondary" href={view.href(exchangePaths.list.to({}))}>
              {t.exchange}
            </ButtonLink>
            <ButtonLink kind="secondary" href={view.href(workplacePaths.list.to({}))}>
              {t.workplaces}
            </ButtonLink>
            <ButtonLink kind="secondary" href={view.href(matchLinkPaths.thanks.to({}))}>
              {t.thanks}
            </ButtonLink>
          </>
        }
      />
      <StatFigure view={view} label={t.count} value={total} unit={t.countUnit} />
      <Section
        title={t.count}
        actions={
          <ButtonLink kind="quiet" href={view.href(memberPaths.csv.to({}, { ...filter }))} download>
            {t.csv}
          </ButtonLink>
        }
      >
        <Filter view={view} filter={filter} places={places} />
        {members.length === 0 && (
          <EmptyState title={t.none}>
            <p>{t.noneHelp}</p>
          </EmptyState>
        )}
        <Grid>
          {members.map((member) => (
            <MemberCard view={view} member={member} />
          ))}
        </Grid>
        {next && (
          <ButtonLink kind="secondary" href={view.href(next)}>
            {t.next}
          </ButtonLink>
        )}
      </Section>
      {groups.length > 0 && (
        <Section title={t.groups} lead={t.groupsLead}>
          <Grid>
            {groups.map((group) => (
              <Card
                title={nameIn(view.lang, group)}
                href={view.href(memberPaths.group.to({ groupId: group.id }))}
                tags={group.illustrative && <Tag>{t.illustrative}</Tag>}
              >
                <p>{t.groupMembers(group.count)}</p>
              </Card>
            ))}
          </Grid>
        </Section>
      )}
    </PublicFrame>
  );
}

function MemberCard({ view, member }: { view: View; member: Member }) {
  const t = words[view.lang];
  const about = view.lang === 'en' && member.aboutEn ? member.aboutEn : member.aboutJa;
  return (
    <Card
      title={nameIn(view.lang, member)}
      href={view.href(memberPaths.member.to({ code: member.code }))}
      tags={
        <>
          <Tag tone="info">{t.kinds[member.kind as MemberKind]}</Tag>
          {member.illustrative && <Tag>{t.illustrative}</Tag>}
        </>
      }
    >
      <p>{about.length > 80 ? `${about.slice(0, 80)}…` : about}</p>
    </Card>
  );
}

function Filter({ view, filter, places }: { view: View; filter: MemberFilter; places: readonly Option[] }) {
  const t = words[view.lang];
  return (
    <Form action={view.href(memberPaths.list.to({}))} method="get" label={t.filter} inline>
      <SelectField
        view={view}
        name="kind"
        label={t.kind}
        value={filter.kind}
        empty={t.anyKind}
        options={kindOptions(view.lang)}
      />
      <SelectField
        view={view}
        name="place"
        label={t.place}
        value={filter.place}
        empty={t.anyPlace}
        options={places}
      />
      <SelectField
        view={view}
        name="topic"
        label={t.topic}
        value={filter.topic}
        empty={t.anyTopic}
        options={topicOptions(view.lang)}
      />
      <Actions>
        <SubmitButton kind="secondary">{t.show}</SubmitButton>
      </Actions>
    </Form>
  );
}
