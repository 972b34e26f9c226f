import { z } from 'zod';
import { organisationsWith } from '#platform/access.ts';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { languages } from '#platform/i18n.ts';
import { findOrganisation } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listDesks } from '#areas/consultations/index.ts';
import { can, watchKeeper } from '../access.ts';
import { nameIn } from '../members/shown.ts';
import { watchPaths, watchStaffPaths } from '../paths.ts';
import {
  addMember,
  editMember,
  leaveNetwork,
  mustKeep,
  openMember,
  renewLink,
  saveNetwork,
} from './actions.ts';
import { WatchMemberPage, WatchMembersPage, WatchSheetPage } from './pages/members.tsx';
import { SettingsPage, WatchHomePage } from './pages/staff.tsx';
import { keptAt } from './parts.ts';
import { watchKinds, type WatchRefusal } from './rules.ts';
import { findNetwork, findNetworkIfAny, findWatchMember, listKept, listWatchMembers } from './store.ts';
import { listToCheck } from './warnings/store.ts';
import { refusals, words } from './words.ts';

const deskId = () =>
  z
    .uuid()
    .or(z.literal(''))
    .default('')
    .transform((id) => id || undefined);
const settingsForm = z.object({
  aboutJa: field.text(1000),
  aboutEn: field.optionalText(1000),
  deskId: z.uuid(),
  'route.violence': deskId(),
  'route.child': deskId(),
  'route.consumer': deskId(),
  'route.elder': deskId(),
  'route.life': deskId(),
  open: field.checkbox(),
});
const memberForm = z.object({
  name: field.text(80),
  kind: field.choice(watchKinds),
  person: field.optionalText(60),
  mail: z.literal('').or(field.email()).default(''),
  lang: field.choice(languages),
});

type NetworkVisit = Visit<{ organisationId: string }>;
type MemberVisit = Visit<{ organisationId: string; memberId: string }>;
const statusOf = (state: FormState) => (state.problems.length > 0 ? 422 : 200);

export const watchRoutes = new Routes()
  .get(watchStaffPaths.home, can.checkWarning, async ({ db, who, lang, view, page, now }) => {
    const ids = organisationsWith(who, watchKeeper);
    const shown = await inTransaction(db, who, async (tx) => ({
      kept: (await listKept(tx, ids, tokyoDay(now))).map((kept) => keptAt(lang, kept)),
      toCheck: (await listToCheck(tx)).length,
    }));
    return page(<WatchHomePage view={view} {...shown} />);
  })
  .get(watchStaffPaths.settings, can.keepWatch, (visit) => settingsPage(visit, emptyForm))
  .post(watchStaffPaths.settings, can.keepWatch, async (visit) => {
    const form = await visit.form(settingsForm);
    if (!form.ok) return settingsPage(visit, form.state);
    const { aboutJa, aboutEn, deskId: usual, open, ...given } = form.values;
    const routes = Object.fromEntries(
      Object.entries(given).flatMap(([name, id]) => (id ? [[name.replace('route.', ''), id]] : [])),
    );
    const network = { ...visit.params, aboutJa, aboutEn, deskId: usual, routes, open };
    const saved = await saveNetwork(visit.db, visit.who, network, visit.now);
    if (!saved.ok) return settingsPage(visit, refused(visit, saved, form.typed));
    return visit.go(watchStaffPaths.home.to({}), words[visit.lang].saved);
  })
  .get(watchStaffPaths.members, can.keepWatch, (visit) => membersPage(visit, emptyForm))
  .post(watchStaffPaths.members, can.keepWatch, async (visit) => {
    const form = await visit.form(memberForm);
    if (!form.ok) return membersPage(visit, form.state);
    const { vault } = visit.tools;
    const { organisationId } = visit.params;
    await inTransaction(visit.db, visit.who, (tx) => findNetwork(tx, organisationId));
    const input = { vault, organisationId, ...form.values };
    const { memberId } = await addMember(visit.db, visit.who, input, visit.now);
    return visit.go(watchStaffPaths.member.to({ organisationId, memberId }), words[visit.lang].added);
  })
  .get(watchStaffPaths.member, can.keepWatch, (visit) => memberPage(visit, emptyForm))
  .post(watchStaffPaths.member, can.keepWatch, async (visit) => {
    const form = await visit.form(memberForm);
    if (!form.ok) return memberPage(visit, form.state);
    const input = { ...visit.params, ...form.values, vault: visit.tools.vault };
    const edited = await editMember(visit.db, visit.who, input, visit.now);
    if (!edited.ok) return memberPage(visit, refused(visit, edited, form.typed));
    return visit.go(watchStaffPaths.member.to(visit.params), words[visit.lang].saved);
  })
  .post(watchStaffPaths.newLink, can.keepWatch, async (visit) => {
    const input = { ...visit.params, vault: visit.tools.vault };
    const renewed = await renewLink(visit.db, visit.who, input, visit.now);
    if (!renewed.ok) return memberPage(visit, refused(visit, renewed, {}));
    return visit.go(watchStaffPaths.member.to(visit.params), words[visit.lang].linkRenewed);
  })
  .post(watchStaffPaths.leave, can.keepWatch, async (visit) => {
    const input = { ...visit.params, vault: visit.tools.vault };
    const left = await leaveNetwork(visit.db, visit.who, input, visit.now);
    if (!left.ok) return memberPage(visit, refused(visit, left, {}));
    const { organisationId } = visit.params;
    return visit.go(watchStaffPaths.members.to({ organisationId }), words[visit.lang].left);
  })
  .get(watchStaffPaths.sheet, can.keepWatch, async (visit) => {
    const { network, member } = await readMember(visit);
    const { token } = openMember(visit.tools.vault, member);
    const url = visit.tools.publicUrl + watchPaths.member.to({ token });
    return visit.page(<WatchSheetPage view={visit.view} network={network} member={member} url={url} />);
  }).list;

function refused({ lang }: Visit, refusal: RefusedWith<WatchRefusal>, typed: Typed): FormState {
  return refusedForm<WatchRefusal>({
    words: refusals,
    lang,
    refused: refusal,
    typed,
    fields: { 'desk-unknown': 'deskId' },
  });
}

async function settingsPage(visit: NetworkVisit, state: FormState): Promise<Response> {
  const { db, who, lang, params } = visit;
  mustKeep(who, params.organisationId);
  const shown = await inTransaction(db, who, async (tx) => {
    const organisation = await findOrganisation(tx, params.organisationId);
    return {
      organisation: { id: organisation.id, name: nameIn(lang, organisation) },
      network: await findNetworkIfAny(tx, params.organisationId),
      desks: (await listDesks(tx)).map((desk) => ({ value: desk.id, label: nameIn(lang, desk) })),
    };
  });
  return visit.page(<SettingsPage view={visit.view} state={state} {...shown} />, statusOf(state));
}

async function membersPage(visit: NetworkVisit, state: FormState): Promise<Response> {
  const { db, who, params } = visit;
  mustKeep(who, params.organisationId);
  const shown = await inTransaction(db, who, async (tx) => ({
    network: await findNetwork(tx, params.organisationId),
    members: await listWatchMembers(tx, params.organisationId),
  }));
  return visit.page(<WatchMembersPage view={visit.view} state={state} {...shown} />, statusOf(state));
}

async function readMember({ db, who, params }: MemberVisit) {
  mustKeep(who, params.organisationId);
  return inTransaction(db, who, async (tx: Tx) => ({
    network: await findNetwork(tx, params.organisationId),
    member: await findWatchMember(tx, params),
  }));
}

async function memberPage(visit: MemberVisit, state: FormState): Promise<Response> {
  const { network, member } = await readMember(visit);
  const { vault, publicUrl } = visit.tools;
  const opened = openMember(vault, member);
  const page = { view: visit.view, state, network, member, opened, publicUrl };
  return visit.page(<WatchMemberPage {...page} />, statusOf(state));
}
