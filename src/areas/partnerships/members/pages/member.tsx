import { dayName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, Tag } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs, type Link } from '#ui/wayfinding.tsx';
import type { Group } from '../../groups/store.ts';
import { memberPaths } from '../../paths.ts';
import type { MemberPart } from '../part.ts';
import type { MemberKind } from '../rules.ts';
import { listed, nameIn } from '../shown.ts';
import type { Member } from '../store.ts';
import { words } from '../words.ts';

export interface MemberProps {
  readonly view: View;
  readonly member: Member;
  readonly topics: readonly string[];
  readonly places: readonly string[];
  readonly groups: readonly Group[];
  /** Its entries of the directory. */
  readonly entries: readonly Link[];
  /** What other slices have to show of it. */
  readonly parts: readonly MemberPart[];
}

/** The one page that a member owns. */
export function MemberPage({ view, member, topics, places, groups, entries, parts }: MemberProps) {
  const t = words[view.lang];
  const title = nameIn(view.lang, member);
  const about = view.lang === 'en' && member.aboutEn ? member.aboutEn : member.aboutJa;
  const site = member.website && <a href={member.website}>{member.website}</a>;
  return (
    <PublicFrame view={view} title={title}>
      <PageHead
        title={title}
        breadcrumbs={<Breadcrumbs view={view} items={partnersTrail(view)} current={title} />}
        tags={
          <>
            <Tag tone="info">{t.kinds[member.kind as MemberKind]}</Tag>
            {member.illustrative && <Tag>{t.illustrative}</Tag>}
          </>
        }
      />
      <TypedText text={about} />
      <DefinitionList
        items={[
          { term: t.topics, value: listed(view.lang, topics) || '—' },
          { term: t.places, value: listed(view.lang, places) || t.everywhere },
          ...(site ? [{ term: t.website, value: site }] : []),
          { term: t.memberSince, value: dayName(view.lang, member.joinedOn) },
        ]}
      />
      {groups.length > 0 && (
        <Section title={t.groups}>
          <Links
            links={groups.map((group) => ({
              href: view.href(memberPaths.group.to({ groupId: group.id })),
              label: nameIn(view.lang, group),
            }))}
          />
        </Section>
      )}
      <Section title={t.entries}>
        {entries.length === 0 ? <p>{t.entriesNone}</p> : <Links links={entries} />}
      </Section>
      {parts.map((part) => (
        <Section title={part.title}>{part.body}</Section>
      ))}
      <ButtonLink kind="quiet" href={view.href(memberPaths.list.to({}))}>
        {t.back}
      </ButtonLink>
    </PublicFrame>
  );
}

function Links({ links }: { links: readonly Link[] }) {
  return (
    <ul>
      {links.map(({ href, label }) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  );
}

/** The way down to a page of the platform that everybody may see. */
export function partnersTrail(view: View): readonly Link[] {
  return [{ href: view.href(memberPaths.list.to({})), label: words[view.lang].title }];
}
