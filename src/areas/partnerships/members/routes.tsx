import { csvFile } from '#platform/csv.ts';
import { reading } from '#platform/database/database.ts';
import { endOfTokyoDay, tokyoDay } from '#platform/dates.ts';
import { contentIn, defaultLang, isLang } from '#platform/i18n.ts';
import { type Route, Routes } from '#platform/web/routes.ts';
import type { ApiVisit, Visit } from '#platform/web/visit.ts';
import { listMunicipalities, listPublicServicesOf } from '#areas/directory/index.ts';
import { findPaths } from '#areas/directory/paths.ts';
import {
  findGroup,
  listGroupMembers,
  listGroupNotes,
  listCountedGroups,
  listGroupsOf,
} from '../groups/store.ts';
import { GroupPage } from '../groups/pages/group.tsx';
import { memberPaths } from '../paths.ts';
import { MembersPage } from './pages/list.tsx';
import { MemberPage } from './pages/member.tsx';
import type { ReadMemberPart } from './part.ts';
import type { MemberKind } from './rules.ts';
import { labelsOf, listed, nameIn, placeOptions, topicOptions } from './shown.ts';
import { countMembers, findMemberByCode, listMembers, type MemberFilter } from './store.ts';
import { words } from './words.ts';

/** The platform as everybody sees it. */
export function memberRoutes(parts: readonly ReadMemberPart[]): readonly Route[] {
  return new Routes()
    .publicPage(memberPaths.list, listPage)
    .api(memberPaths.csv, csv)
    .publicPage(memberPaths.group, groupPage)
    .publicPage(memberPaths.member, (visit) => memberPage(visit, parts)).list;
}

function filterOf({ query }: Pick<ApiVisit, 'query'>): MemberFilter {
  return { kind: query('kind'), topic: query('topic'), place: query('place') };
}

const pageSize = 60;

async function listPage(visit: Visit): Promise<Response> {
  const { view, db, who } = visit;
  const filter = filterOf(visit);
  const page = await reading(db, who, async (tx) => {
    const found = await listMembers(tx, filter, { after: visit.query('after'), limit: pageSize + 1 });
    const members = found.slice(0, pageSize);
    const after = found.length > pageSize ? members.at(-1)?.code : undefined;
    return (
      <MembersPage
        view={view}
        filter={filter}
        members={members}
        next={after && memberPaths.list.to({}, { ...filter, after })}
        total={await countMembers(tx, { on: tokyoDay(visit.now) })}
        groups={await listCountedGroups(tx)}
        places={placeOptions(view.lang, await listMunicipalities(tx))}
      />
    );
  });
  return visit.page(page);
}

async function csv(visit: ApiVisit) {
  const asked = visit.query('lang');
  const lang = isLang(asked) ? asked : defaultLang;
  const t = words[lang];
  const { members, places } = await reading(visit.db, visit.who, async (tx) => ({
    members: await listMembers(tx, filterOf(visit)),
    places: placeOptions(lang, await listMunicipalities(tx)),
  }));
  const rows = members.map((member) => [
    nameIn(lang, member),
    t.kinds[member.kind as MemberKind],
    listed(lang, labelsOf(topicOptions(lang), member.topics)),
    listed(lang, labelsOf(places, member.municipalities)) || t.everywhere,
    lang === 'en' && member.aboutEn ? member.aboutEn : member.aboutJa,
    member.website,
    member.joinedOn,
  ]);
  return {
    body: csvFile([t.name, t.kind, t.topics, t.places, t.about, t.website, t.memberSince], rows),
    type: 'text/csv; charset=utf-8; header=present',
    headers: { 'content-disposition': 'attachment; filename="members.csv"' },
  };
}

async function memberPage(
  visit: Visit<{ code: string }>,
  parts: readonly ReadMemberPart[],
): Promise<Response> {
  const { view, db, who, params, now } = visit;
  visit.changesAt(endOfTokyoDay(tokyoDay(now)));
  const page = await reading(db, who, async (tx) => {
    const member = await findMemberByCode(tx, params.code);
    const { organisationId } = member;
    const shown = [];
    for (const read of parts) {
      const part = await read(tx, { organisationId, view, now });
      if (part) shown.push(part);
    }
    const places = placeOptions(view.lang, await listMunicipalities(tx));
    const services = await listPublicServicesOf(tx, [organisationId]);
    return (
      <MemberPage
        view={view}
        member={member}
        topics={labelsOf(topicOptions(view.lang), member.topics)}
        places={labelsOf(places, member.municipalities)}
        groups={await listGroupsOf(tx, organisationId)}
        entries={services.map(({ id, content }) => ({
          href: view.href(findPaths.service.to({ id })),
          label: contentIn(view.lang, content.name),
        }))}
        parts={shown}
      />
    );
  });
  return visit.page(page);
}

async function groupPage(visit: Visit<{ groupId: string }>): Promise<Response> {
  const { groupId } = visit.params;
  const page = await reading(visit.db, visit.who, async (tx) => (
    <GroupPage
      view={visit.view}
      group={await findGroup(tx, groupId)}
      members={await listGroupMembers(tx, groupId)}
      notes={await listGroupNotes(tx, groupId)}
    />
  ));
  return visit.page(page);
}
