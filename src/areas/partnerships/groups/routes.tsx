import { z } from 'zod';
import { hasRole, organisationsWith } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import type { Result } from '#platform/result.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { actsFor, can, concierge, memberAgent } from '../access.ts';
import { nameIn } from '../members/shown.ts';
import { listMembers } from '../members/store.ts';
import { groupPaths } from '../paths.ts';
import { closeGroup, joinGroup, leaveGroup, makeGroup, nameChair, writeGroupNote } from './actions.ts';
import { GroupsPage, GroupStaffPage } from './pages/staff.tsx';
import type { GroupRefusal } from './rules.ts';
import { findGroup, listGroupMembers, listGroupNotes, listGroups } from './store.ts';
import { refusals, words } from './words.ts';

const groupForm = z.object({
  nameJa: field.text(100),
  nameEn: field.optionalText(100),
  purposeJa: field.text(1000),
  purposeEn: field.optionalText(1000),
});
const seatForm = z.object({ organisationId: z.uuid() });
const chairForm = z.object({ chairId: z.union([z.uuid(), z.literal('')]).default('') });
const noteForm = z.object({
  heldOn: field.day(),
  title: field.text(200),
  words: field.text(10_000),
  open: field.checkbox(),
});

type GroupVisit = Visit<{ groupId: string }>;
type Tried = 'chair' | 'note';

export const groupRoutes = new Routes()
  .get(groupPaths.list, can.readMembers, (visit) => listPage(visit, emptyForm))
  .post(groupPaths.list, can.vetMember, async (visit) => {
    const form = await visit.form(groupForm);
    if (!form.ok) return listPage(visit, form.state);
    const made = await makeGroup(visit.db, visit.who, form.values, visit.now);
    return visit.go(groupPaths.group.to(made), words[visit.lang].made);
  })
  .get(groupPaths.group, can.readMembers, (visit) => groupPage(visit, emptyForm))
  .post(groupPaths.join, can.editMember, async (visit) => {
    const form = await visit.form(seatForm);
    if (!form.ok) return groupPage(visit, form.state);
    const seat = { ...visit.params, ...form.values };
    return answer(visit, await joinGroup(visit.db, visit.who, seat, visit.now), 'joined');
  })
  .post(groupPaths.leave, can.editMember, async (visit) => {
    const form = await visit.form(seatForm);
    if (!form.ok) return groupPage(visit, form.state);
    await leaveGroup(visit.db, visit.who, { ...visit.params, ...form.values }, visit.now);
    return visit.go(groupPaths.group.to(visit.params), words[visit.lang].left);
  })
  .post(groupPaths.chair, can.vetMember, async (visit) => {
    const form = await visit.form(chairForm);
    if (!form.ok) return groupPage(visit, form.state, 'chair');
    const chair = { ...visit.params, chairId: form.values.chairId || null };
    return answer(visit, await nameChair(visit.db, visit.who, chair, visit.now), 'chairNamed');
  })
  .post(groupPaths.note, can.readMembers, async (visit) => {
    const form = await visit.form(noteForm);
    if (!form.ok) return groupPage(visit, form.state, 'note');
    const note = { ...visit.params, ...form.values };
    const written = await writeGroupNote(visit.db, visit.who, note, visit.now);
    if (written.ok) return visit.go(groupPaths.group.to(visit.params), words[visit.lang].written);
    return groupPage(visit, refused(visit, written, form.typed), 'note');
  })
  .post(groupPaths.close, can.vetMember, async (visit) => {
    await closeGroup(visit.db, visit.who, visit.params, visit.now);
    return visit.go(groupPaths.group.to(visit.params), words[visit.lang].closed);
  }).list;

function answer(
  visit: GroupVisit,
  result: Result<unknown, GroupRefusal>,
  done: 'joined' | 'chairNamed',
): Promise<Response> | Response {
  if (result.ok) return visit.go(groupPaths.group.to(visit.params), words[visit.lang][done]);
  return groupPage(visit, refused(visit, result, {}), done === 'chairNamed' ? 'chair' : undefined);
}

function refused({ lang }: Visit, answered: RefusedWith<GroupRefusal>, typed: Typed): FormState {
  const fields = { 'held-in-future': 'heldOn', 'chair-not-in-group': 'chairId' };
  return refusedForm<GroupRefusal>({ words: refusals, lang, refused: answered, typed, fields });
}

async function listPage(visit: Visit, state: FormState): Promise<Response> {
  const groups = await inTransaction(visit.db, visit.who, listGroups);
  const mayMake = can.vetMember.allows(visit.who);
  return visit.page(
    <GroupsPage view={visit.view} state={state} groups={groups} mayMake={mayMake} />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function groupPage(visit: GroupVisit, state: FormState, tried?: Tried): Promise<Response> {
  const { db, who, view, params, lang } = visit;
  const own = organisationsWith(who, memberAgent);
  const page = await inTransaction(db, who, async (tx) => {
    const group = await findGroup(tx, params.groupId);
    const members = await listGroupMembers(tx, group.id);
    const sits = (id: string) => members.some(({ organisationId }) => organisationId === id);
    const mine = (await listMembers(tx)).filter(({ organisationId }) => own.includes(organisationId));
    return (
      <GroupStaffPage
        view={view}
        state={state}
        tried={tried}
        group={group}
        members={members}
        notes={await listGroupNotes(tx, group.id)}
        seats={mine.map((member) => ({
          value: member.organisationId,
          label: nameIn(lang, member),
          inGroup: sits(member.organisationId),
        }))}
        mayWrite={
          hasRole(who, concierge) ||
          (group.chairId !== null && sits(group.chairId) && actsFor(who, memberAgent, group.chairId))
        }
        mayKeep={hasRole(who, concierge)}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
