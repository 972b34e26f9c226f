import { z } from 'zod';
import { hasRole } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { type Route, Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { actsFor, can, concierge, memberAgent } from '../access.ts';
import { memberStaffPaths } from '../paths.ts';
import { editMember, endMember, enterMember, renewMember } from './actions.ts';
import type { MemberEnding } from './endings.ts';
import { EnterMemberPage, MembersStaffPage, MemberStaffPage } from './pages/staff.tsx';
import { memberForm } from './profile-form.ts';
import { nameIn, placeOptions } from './shown.ts';
import { findMember, listAllMembers } from './store.ts';
import { refusals, words } from './words.ts';

const enterForm = memberForm.extend({ organisationId: z.uuid() });
const removeForm = z.object({ reason: field.text(2000) });
type MemberVisit = Visit<{ organisationId: string }>;

export function memberStaffRoutes(endings: readonly MemberEnding[]): readonly Route[] {
  return new Routes()
    .get(memberStaffPaths.list, can.readMembers, listPage)
    .get(memberStaffPaths.enter, can.vetMember, (visit) => enterPage(visit, emptyForm))
    .post(memberStaffPaths.enter, can.vetMember, enter)
    .get(memberStaffPaths.member, can.readMembers, (visit) => memberPage(visit, emptyForm))
    .post(memberStaffPaths.member, can.readMembers, edit)
    .post(memberStaffPaths.renew, can.readMembers, renew)
    .post(memberStaffPaths.leave, can.editMember, (visit) => end(visit, { why: 'left', reason: '' }, endings))
    .post(memberStaffPaths.remove, can.vetMember, async (visit) => {
      const form = await visit.form(removeForm);
      if (!form.ok) return memberPage(visit, form.state, 'remove');
      return end(visit, { why: 'removed', reason: form.values.reason }, endings);
    }).list;
}

const pageSize = 60;

async function listPage({ db, who, view, query, page }: Visit): Promise<Response> {
  const part = { after: query('after'), limit: pageSize + 1 };
  const found = await inTransaction(db, who, (tx) => listAllMembers(tx, part));
  const members = found.slice(0, pageSize);
  const after = found.length > pageSize ? members.at(-1)?.code : undefined;
  const next = after && memberStaffPaths.list.to({}, { after });
  const mayEnter = can.vetMember.allows(who);
  return page(<MembersStaffPage view={view} members={members} next={next} mayEnter={mayEnter} />);
}

async function enterPage(visit: Visit, state: FormState): Promise<Response> {
  const { db, who, view, lang } = visit;
  const page = await inTransaction(db, who, async (tx) => {
    const active = (await listAllMembers(tx)).filter((member) => member.state === 'active');
    const taken = new Set(active.map(({ organisationId }) => organisationId));
    const free = (await listOrganisations(tx)).filter(({ id, closedAt }) => !closedAt && !taken.has(id));
    return (
      <EnterMemberPage
        view={view}
        state={state}
        organisations={free.map((each) => ({ value: each.id, label: nameIn(lang, each) }))}
        places={placeOptions(lang, await listMunicipalities(tx))}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function enter(visit: Visit): Promise<Response> {
  const form = await visit.form(enterForm);
  if (!form.ok) return enterPage(visit, form.state);
  const { about: aboutJa, ...rest } = form.values;
  const entered = await enterMember(visit.db, visit.who, { ...rest, aboutJa }, visit.now);
  if (entered.ok) return visit.go(memberStaffPaths.member.to(entered.value), words[visit.lang].entered);
  const fields = { 'member-already': 'organisationId', 'organisation-closed': 'organisationId' };
  const { lang } = visit;
  return enterPage(
    visit,
    refusedForm({ words: refusals, lang, refused: entered, typed: form.typed, fields }),
  );
}

async function edit(visit: MemberVisit): Promise<Response> {
  const form = await visit.form(memberForm);
  if (!form.ok) return memberPage(visit, form.state, 'edit');
  const { about: aboutJa, ...rest } = form.values;
  await editMember(visit.db, visit.who, { ...visit.params, ...rest, aboutJa }, visit.now);
  return visit.go(memberStaffPaths.member.to(visit.params), words[visit.lang].saved);
}

async function renew(visit: MemberVisit): Promise<Response> {
  const { lang } = visit;
  const renewed = await renewMember(visit.db, visit.who, visit.params, visit.now);
  if (renewed.ok) return visit.go(memberStaffPaths.member.to(visit.params), words[lang].renewed);
  return memberPage(visit, refusedForm({ words: refusals, lang, refused: renewed, typed: {} }));
}

async function end(
  visit: MemberVisit,
  how: { why: 'left' | 'removed'; reason: string },
  endings: readonly MemberEnding[],
): Promise<Response> {
  const { lang } = visit;
  const ended = await endMember(visit.db, visit.who, { ...visit.params, ...how }, endings, visit.now);
  if (ended.ok) return visit.go(memberStaffPaths.member.to(visit.params), words[lang][ended.value]);
  const typed = { reason: how.reason };
  const state = refusedForm({ words: refusals, lang, refused: ended, typed });
  return memberPage(visit, state, how.why === 'removed' ? 'remove' : undefined);
}

async function memberPage(
  visit: MemberVisit,
  state: FormState,
  tried?: 'edit' | 'remove',
): Promise<Response> {
  const { db, who, view, lang, params } = visit;
  const page = await inTransaction(db, who, async (tx) => {
    const member = await findMember(tx, params.organisationId);
    const isOffice = hasRole(who, concierge);
    const isOwn = actsFor(who, memberAgent, params.organisationId);
    return (
      <MemberStaffPage
        view={view}
        state={state}
        tried={tried}
        member={member}
        places={placeOptions(lang, await listMunicipalities(tx))}
        may={{ edit: isOffice || isOwn, leave: isOwn, remove: isOffice }}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
