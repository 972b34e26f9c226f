import { z } from 'zod';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { dayName, tokyoDay } from '#platform/dates.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { listHolders } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { type RefusedBy, refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { readEmergency } from '../answers/emergency.ts';
import { can, caseSupervisor, caseWorker, organisationsOf, worksAt } from '../access.ts';
import { formSetFor } from '../forms/read.ts';
import { readHandOff } from '../hand-offs/actions.ts';
import { linesOf } from '../households/shown.ts';
import { readProposals } from '../joins/read.ts';
import { countOpenRequests } from '../own-page/store.ts';
import { casePaths } from '../paths.ts';
import { readDay } from '../persons/rules.ts';
import { readFollowUps } from '../follow-ups/read.ts';
import { isBarredFrom, mayDo } from '../relations/rules.ts';
import { listRelations } from '../relations/store.ts';
import { namesOf } from '../referrals/names.ts';
import { listReferralsOfCase } from '../referrals/store.ts';
import { readOverview } from '../timelines/overview.ts';
import { assignCase, closeCase, openCaseFile, takeStep } from './actions.ts';
import { listPage, searchPage } from './list.tsx';
import { CasePage } from './pages/case.tsx';
import { NewCasePage } from './pages/new.tsx';
import { lookAtCase } from './read.ts';
import { refusals, wrongDay } from './refusals.ts';
import { organisationNames } from './shown.ts';
import { type CaseFile, findCaseFile } from './store.ts';
import { words } from './words.ts';

const code = () => z.string().max(40).default('');
const newForm = z.object({
  organisationId: z.uuid(),
  worries: field.choices(),
  mainWorry: code(),
  name: field.optionalText(200),
  kana: field.optionalText(200),
  nickname: field.optionalText(100),
  sex: code(),
  birth: field.optionalText(30),
  municipality: code(),
  phone: field.optionalText(40),
  email: field.optionalText(200),
  postalCode: field.optionalText(10),
  address: field.optionalText(300),
  route: code(),
  receivedOn: field.text(30),
});

type CaseVisit = Visit<{ caseId: string }>;
type Answer = { ok: true } | ({ ok: false } & RefusedBy<typeof refusals>);

export const caseFileRoutes = new Routes()
  .get(casePaths.list, can.readCases, listPage)
  .post(casePaths.search, can.readCases, searchPage)
  .get(casePaths.new, can.openCase, (visit) => newPage(visit, emptyForm))
  .post(casePaths.new, can.openCase, receive)
  .get(casePaths.case, can.readCases, (visit) => casePage(visit, emptyForm))
  .post(casePaths.step, can.writeCase, async (visit) => {
    const form = await visit.form(z.object({ on: field.text(30), screening: code() }));
    if (!form.ok) return casePage(visit, form.state);
    const on = readDay(form.values.on);
    if (!on.ok) return casePage(visit, wrongDay(visit, 'on', form.typed));
    const { caseId, step } = visit.params;
    const input = { caseId, step: step as 'screened', on: on.value, screening: form.values.screening };
    return done(visit, await takeStep(visit.db, visit.who, input, visit.now), 'taken', form.typed);
  })
  .post(casePaths.assign, can.writeCase, async (visit) => {
    const form = await visit.form(z.object({ to: z.uuid() }));
    if (!form.ok) return casePage(visit, form.state);
    const workers = await inTransaction(visit.db, visit.who, async (tx) =>
      holders(tx, await findCaseFile(tx, visit.params.caseId), visit.now),
    );
    const input = { ...visit.params, ...form.values, workers: workers.map(({ value }) => value) };
    return done(visit, await assignCase(visit.db, visit.who, input, visit.now), 'assigned', form.typed);
  })
  .post(casePaths.close, can.writeCase, async (visit) => {
    const form = await visit.form(z.object({ reason: code(), followUpOn: field.optionalText(30) }));
    if (!form.ok) return casePage(visit, form.state);
    const { reason, followUpOn } = form.values;
    const day = followUpOn ? readDay(followUpOn) : undefined;
    if (day && !day.ok) return casePage(visit, wrongDay(visit, 'followUpOn', form.typed));
    const input = { ...visit.params, reason, ...(day ? { followUpOn: day.value } : {}) };
    return done(visit, await closeCase(visit.db, visit.who, input, visit.now), 'closed', form.typed);
  }).list;

async function newPage(visit: Visit, state: FormState): Promise<Response> {
  const { view, who, now } = visit;
  const mine = organisationsOf(who);
  const { organisations, ...offers } = await inTransaction(visit.db, who, async (tx) => ({
    organisations: await organisationNames(tx, visit.lang),
    municipalities: await listMunicipalities(tx),
    forms: await formSetFor(tx, tokyoDay(now)),
  }));
  const options = organisations.filter(({ value }) => mine.includes(value));
  return visit.page(
    <NewCasePage view={view} state={state} organisations={options} {...offers} today={tokyoDay(now)} />,
    statusOf(state),
  );
}

async function receive(visit: Visit): Promise<Response> {
  const form = await visit.form(newForm);
  if (!form.ok) return newPage(visit, form.state);
  const { birth, postalCode, address, name, kana, nickname, sex, phone, email, ...rest } = form.values;
  const born = birth ? readDay(birth) : undefined;
  if (born && !born.ok) return newPage(visit, wrongDay(visit, 'birth', form.typed));
  const received = readDay(rest.receivedOn);
  if (!received.ok || received.value > tokyoDay(visit.now))
    return newPage(visit, wrongDay(visit, 'receivedOn', form.typed));
  const opened = await openCaseFile(
    visit.db,
    visit.who,
    {
      vault: visit.tools.vault,
      ...rest,
      receivedOn: received.value,
      identity: { name, kana, nickname, sex, birth: born?.value ?? '', phone, email },
      place: { postalCode, address },
    },
    visit.now,
  );
  if (opened.ok) return visit.go(casePaths.case.to({ caseId: opened.value.id }), words[visit.lang].opened);
  const fields = { 'code-unknown': String(opened.facts?.['field'] ?? '') };
  const { typed } = form;
  return newPage(visit, refusedForm({ words: refusals, lang: visit.lang, refused: opened, typed, fields }));
}

function statusOf({ problems }: FormState): 200 | 422 {
  return problems.length > 0 ? 422 : 200;
}

async function done(
  visit: CaseVisit,
  answer: Answer,
  notice: 'taken' | 'assigned' | 'closed',
  typed: Record<string, string | readonly string[]>,
): Promise<Response> {
  const { caseId } = visit.params;
  if (answer.ok) return visit.go(casePaths.case.to({ caseId }), words[visit.lang][notice]);
  const fields = { 'screening-unknown': 'screening', 'reason-missing': 'reason', 'day-order': 'on' } as const;
  return casePage(visit, refusedForm({ words: refusals, lang: visit.lang, refused: answer, typed, fields }));
}

/** Who may be named on a case; whoever is shut out of it is not offered, and nobody learns why. */
async function holders(tx: Tx, { id, organisationId }: CaseFile, now: Date) {
  const roles = [caseWorker.name, caseSupervisor.name];
  const found = await listHolders(tx, { organisationIds: [organisationId], roles });
  const relations = await listRelations(tx, id);
  return found
    .filter(({ personId }) => !isBarredFrom(relations, personId, now))
    .map(({ personId, name }) => ({ value: personId, label: name }));
}

async function referralLines(tx: Tx, caseId: string, lang: Lang) {
  const found = await listReferralsOfCase(tx, caseId);
  const names = await namesOf(tx, lang, found);
  return found.map((referral) => ({ ...referral, other: names(referral).to }));
}

async function handOffOf(tx: Tx, { lang, tools }: Visit, caseFile: CaseFile) {
  const found = await readHandOff(tx, tools.vault, caseFile);
  if (!found) return undefined;
  const { desk, on } = found;
  return {
    desk: contentIn(lang, { ja: desk.nameJa, en: desk.nameEn }),
    day: dayName(lang, on),
    words: found.words,
  };
}

async function casePage(visit: CaseVisit, state: FormState): Promise<Response> {
  const { view, person: who, tools, params, now } = visit;
  const shown = await inTransaction(visit.db, visit.who, async (tx) => {
    const opened = await lookAtCase(
      tx,
      { who, vault: tools.vault, caseId: params.caseId, what: 'case' },
      now,
    );
    return {
      ...opened,
      workers: await holders(tx, opened.caseFile, now),
      referrals: await referralLines(tx, opened.caseFile.id, visit.lang),
      overview: await readOverview(tx, { vault: tools.vault, lang: visit.lang, ...opened }, now),
      municipalities: await listMunicipalities(tx),
      forms: await formSetFor(tx, opened.caseFile.receivedOn),
      handOff: await handOffOf(tx, visit, opened.caseFile),
      followUps: await readFollowUps(tx, tools.vault, opened.caseFile),
      household: (
        await linesOf(tx, { vault: tools.vault, lang: visit.lang, personId: opened.caseFile.personId })
      ).members,
      emergency: await readEmergency(tx, { vault: tools.vault, lang: visit.lang, ...opened }),
      ownRequests: await countOpenRequests(tx, opened.caseFile.id),
      duplicates: (await readProposals(tx, { who, vault: tools.vault, caseFile: opened.caseFile })).length,
    };
  });
  const mayCarry = mayDo(shown.standing, 'write', 'basic');
  const { organisationId, assignedTo } = shown.caseFile;
  const mayTake = assignedTo === null && worksAt(who, organisationId);
  return visit.page(
    <CasePage
      view={view}
      state={state}
      caseFile={shown.caseFile}
      person={shown.person}
      workers={shown.workers}
      assignable={shown.workers.filter(({ value }) => mayCarry || (mayTake && value === who.personId))}
      municipalities={shown.municipalities}
      forms={shown.forms}
      referrals={shown.referrals}
      handOff={shown.handOff}
      followUps={shown.followUps}
      household={shown.household}
      duplicates={shown.duplicates}
      overview={shown.overview}
      emergency={shown.emergency}
      ownRequests={shown.ownRequests}
      mayCarry={mayCarry}
      today={tokyoDay(now)}
    />,
    statusOf(state),
  );
}
