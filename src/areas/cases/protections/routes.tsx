import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { dayName, tokyoDay } from '#platform/dates.ts';
import { listHolders } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { type RefusedBy, refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, caseSupervisor, caseWorker, supervises, worksAt } from '../access.ts';
import { lookAtCase } from '../case-files/read.ts';
import { findCaseFile } from '../case-files/store.ts';
import { casesTrail } from '../case-files/pages/trail.tsx';
import { words as caseWords } from '../case-files/words.ts';
import { protectionPaths, viewPaths } from '../paths.ts';
import { readDay } from '../persons/rules.ts';
import { mayDo, relationsOf } from '../relations/rules.ts';
import { words as viewWords } from '../views/words.ts';
import {
  beginProtection,
  changeSecretPlace,
  endProtection,
  readOtherParty,
  renewProtection,
} from './actions.ts';
import { askToOpen, decideOpening, readWaitingOpenings } from './openings.ts';
import { OpeningsPage } from './pages/openings.tsx';
import { ProtectionPage } from './pages/protection.tsx';
import { StoppedPage } from './pages/stopped.tsx';
import { stopFor } from './rules.ts';
import { isStopped } from './stop.ts';
import { findProtectionOf, listOpenings } from './store.ts';
import { refusals, words } from './words.ts';

const placeFields = {
  postalCode: field.optionalText(10),
  address: field.optionalText(300),
  workplace: field.optionalText(300),
};
const beginForm = z.object({
  ...placeFields,
  ground: z.string().max(40).default(''),
  beginsOn: field.text(30),
  otherName: field.optionalText(200),
  otherRelation: field.optionalText(200),
  otherNotes: field.optionalText(2000),
  together: field.optionalText(2000),
  companions: field.optionalText(2000),
});
const code = z.string().max(40).default('');

type CaseVisit = Visit<{ caseId: string }>;
type Refused = RefusedBy<typeof refusals>;

export const protectionRoutes = new Routes()
  .get(protectionPaths.protection, can.readCases, (visit) => protectionPage(visit, emptyForm))
  .post(protectionPaths.protection, can.writeCase, begin)
  .post(protectionPaths.renew, can.writeCase, async (visit) => {
    const renewed = await renewProtection(visit.db, visit.who, visit.params, visit.now);
    if (!renewed.ok) return protectionPage(visit, refused(visit, renewed, {}));
    return back(visit, words[visit.lang].renewed(dayName(visit.lang, renewed.value.endsOn)));
  })
  .post(protectionPaths.end, can.superviseCases, async (visit) => {
    const form = await visit.form(z.object({ endReason: code }));
    if (!form.ok) return protectionPage(visit, form.state);
    const input = { ...visit.params, reason: form.values.endReason };
    const ended = await endProtection(visit.db, visit.who, input, visit.now);
    if (!ended.ok) return protectionPage(visit, refused(visit, ended, form.typed, 'endReason'));
    return back(visit, words[visit.lang].ended);
  })
  .post(protectionPaths.address, can.writeCase, changeAddress)
  .post(protectionPaths.ask, can.writeCase, async (visit) => {
    const form = await visit.form(z.object({ what: code, reason: field.optionalText(1000) }));
    if (!form.ok) return protectionPage(visit, form.state);
    const input = { vault: visit.tools.vault, ...visit.params, ...form.values };
    const asked = await askToOpen(visit.db, visit.person, input, visit.now);
    if (!asked.ok) return protectionPage(visit, refused(visit, asked, form.typed));
    return back(visit, words[visit.lang].asked);
  })
  .get(protectionPaths.openings, can.agreeToOpen, (visit) => openingsPage(visit, emptyForm))
  .post(protectionPaths.decide, can.agreeToOpen, async (visit) => {
    const { openingId, decision } = visit.params;
    const input = { openingId, agree: decision === 'agree' };
    const decided = await decideOpening(visit.db, visit.person, input, visit.now);
    if (!decided.ok) return openingsPage(visit, refused(visit, decided, {}));
    return visit.go(protectionPaths.openings.to({}), words[visit.lang][decided.value]);
  }).list;

function back(visit: CaseVisit, notice: string): Response {
  return visit.go(protectionPaths.protection.to(visit.params), notice);
}

function refused(visit: Visit, answer: Refused, typed: Typed, reason = 'reason'): FormState {
  const fields = {
    'ground-unknown': 'ground',
    'day-order': 'beginsOn',
    'companion-unknown': 'companions',
    'reason-missing': reason,
    'address-empty': 'address',
  } as const;
  return refusedForm({ words: refusals, lang: visit.lang, refused: answer, typed, fields });
}

async function begin(visit: CaseVisit): Promise<Response> {
  const form = await visit.form(beginForm);
  if (!form.ok) return protectionPage(visit, form.state);
  const { ground, beginsOn, postalCode, address, workplace, ...told } = form.values;
  const day = readDay(beginsOn);
  if (!day.ok) {
    const problems = [{ field: 'beginsOn', message: caseWords[visit.lang].dayWrong }];
    return protectionPage(visit, { values: form.typed, problems });
  }
  const { otherName: name, otherRelation: relation, otherNotes: notes, together } = told;
  const begun = await beginProtection(
    visit.db,
    visit.who,
    {
      vault: visit.tools.vault,
      ...visit.params,
      ground,
      beginsOn: day.value,
      place: { postalCode, address, workplace },
      other: { name, relation, notes, together },
      companions: told.companions.split(/[\s、,，]+/).filter(Boolean),
    },
    visit.now,
  );
  if (!begun.ok) return protectionPage(visit, refused(visit, begun, form.typed));
  return back(visit, words[visit.lang].begun);
}

async function changeAddress(visit: CaseVisit): Promise<Response> {
  const form = await visit.form(z.object(placeFields));
  if (!form.ok) return protectionPage(visit, form.state);
  const { db, person: who, params, now } = visit;
  const { caseFile, stopped } = await inTransaction(db, visit.who, async (tx) => {
    const found = await findCaseFile(tx, params.caseId);
    return { caseFile: found, stopped: await isStopped(tx, { who, caseFile: found, what: 'address' }, now) };
  });
  if (stopped) return visit.page(<StoppedPage view={visit.view} caseFile={caseFile} what="address" />, 403);
  const input = { vault: visit.tools.vault, caseId: params.caseId, place: form.values };
  const changed = await changeSecretPlace(db, visit.who, input, now);
  if (!changed.ok) return protectionPage(visit, refused(visit, changed, form.typed));
  return back(visit, words[visit.lang].changed);
}

async function protectionPage(visit: CaseVisit, state: FormState): Promise<Response> {
  const { view, person: who, params, now, tools } = visit;
  const { vault } = tools;
  const shown = await inTransaction(visit.db, visit.who, async (tx) => {
    const opened = await lookAtCase(tx, { who, vault, caseId: params.caseId, what: 'protection' }, now);
    const { caseFile } = opened;
    const protection = await findProtectionOf(tx, caseFile.id);
    const organisationIds = [caseFile.organisationId];
    const roles = [caseWorker.name, caseSupervisor.name];
    const holders = await listHolders(tx, { organisationIds, roles });
    const nameOf = (id: string) => holders.find(({ personId }) => personId === id)?.name ?? '';
    const openings = await listOpenings(tx, caseFile.id);
    return {
      ...opened,
      protection,
      other: protection && (await readOtherParty(tx, { vault, caseFile, protection })),
      openings: openings.map((opening) => ({ ...opening, askedByName: nameOf(opening.askedBy) })),
    };
  });
  const { caseFile, standing } = shown;
  const revealed = standing.rows.find(
    ({ kind, personId, endsAt }) =>
      kind === 'revealed' && personId === who.personId && endsAt && endsAt > now,
  );
  const mayCarry = mayDo(standing, 'write', 'basic');
  const own = { openings: shown.openings, personId: who.personId, now };
  return visit.page(
    <ProtectionPage
      view={view}
      state={state}
      caseFile={caseFile}
      protection={shown.protection}
      other={shown.other}
      place={shown.person?.protectedPlace}
      openUntil={revealed?.endsAt ?? undefined}
      openings={shown.openings}
      mayCarry={mayCarry}
      mayAsk={worksAt(who, caseFile.organisationId) && relationsOf(standing).length > 0}
      maySupervise={supervises(who, caseFile.organisationId)}
      mayChangePlace={mayCarry && caseFile.isProtected && stopFor(caseFile, 'address', own) === 'pass'}
      today={tokyoDay(now)}
      now={now}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function openingsPage(visit: Visit, state: FormState): Promise<Response> {
  const { view, db, person, tools, now } = visit;
  const waiting = await readWaitingOpenings(db, person, tools.vault, now);
  const trail = can.readCases.allows(visit.who)
    ? casesTrail(view)
    : [{ href: view.href(viewPaths.views.to({})), label: viewWords[visit.lang].title }];
  return visit.page(
    <OpeningsPage view={view} state={state} trail={trail} waiting={waiting} />,
    state.problems.length > 0 ? 422 : 200,
  );
}
