import { contentIn } from '#platform/i18n.ts';
import { dayName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { Card, DefinitionList, StatusTag, Tag } from '#ui/content.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { partnersTrail } from '../../members/pages/member.tsx';
import { nameIn } from '../../members/shown.ts';
import { memberPaths } from '../../paths.ts';
import type { Group, GroupMember, GroupNote } from '../store.ts';
import { words } from '../words.ts';

interface GroupProps {
  readonly view: View;
  readonly group: Group;
  readonly members: readonly GroupMember[];
  readonly notes: readonly GroupNote[];
}

/** A working group as everybody sees it. */
export function GroupPage({ view, group, members, notes }: GroupProps) {
  const title = nameIn(view.lang, group);
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={title}>
      <PageHead
        title={title}
        kicker={t.title}
        breadcrumbs={<Breadcrumbs view={view} items={partnersTrail(view)} current={title} />}
        tags={<GroupTags view={view} group={group} />}
      />
      <GroupFacts view={view} group={group} members={members} />
      <GroupNotes view={view} notes={notes} />
    </PublicFrame>
  );
}

export function GroupTags({ view, group }: { view: View; group: Group }) {
  const t = words[view.lang];
  return (
    <>
      {group.closedAt && <StatusTag tone="neutral">{t.closedTag}</StatusTag>}
      {group.illustrative && <Tag>{t.illustrative}</Tag>}
    </>
  );
}

export function GroupFacts({ view, group, members }: Omit<GroupProps, 'notes'>) {
  const t = words[view.lang];
  const chair = members.find(({ organisationId }) => organisationId === group.chairId);
  return (
    <>
      <TypedText text={contentIn(view.lang, { ja: group.purposeJa, en: group.purposeEn })} />
      <DefinitionList items={[{ term: t.chair, value: chair ? nameIn(view.lang, chair) : t.noChair }]} />
      <Section title={t.members}>
        {members.length === 0 ? (
          <p>{t.membersNone}</p>
        ) : (
          <ul>
            {members.map((member) => (
              <li>
                <a href={view.href(memberPaths.member.to({ code: member.code }))}>
                  {nameIn(view.lang, member)}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

/** What row-level security let through. */
export function GroupNotes({ view, notes }: Pick<GroupProps, 'view' | 'notes'>) {
  const t = words[view.lang];
  return (
    <Section title={t.notes}>
      {notes.length === 0 && <p>{t.notesNone}</p>}
      {notes.map((note) => (
        <Card
          title={`${dayName(view.lang, note.heldOn)} ${note.title}`}
          tags={<Tag tone={note.open ? 'good' : 'neutral'}>{note.open ? t.open : t.inside}</Tag>}
        >
          <TypedText text={note.words} />
        </Card>
      ))}
    </Section>
  );
}
