import { inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { contentIn } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listServicesByIds } from '#areas/directory/index.ts';
import { can, organisationsOf } from '../access.ts';
import { caseTrail, casesTrail } from '../case-files/pages/trail.tsx';
import { lookAtCase, type OpenedCase } from '../case-files/read.ts';
import { findCaseFile } from '../case-files/store.ts';
import { referralPaths } from '../paths.ts';
import { StoppedPage } from '../protections/pages/stopped.tsx';
import { isStopped } from '../protections/stop.ts';
import { mayDo } from '../relations/rules.ts';
import { askNextReceiver, moveReferral, sidesOf } from './actions.ts';
import { draft, fillPage } from './fill.tsx';
import { findReceivers } from './receivers.ts';
import { BoxesPage } from './pages/boxes.tsx';
import { ChoosePage } from './pages/choose.tsx';
import { ReferralPage, SheetPage } from './pages/referral.tsx';
import { makeSheetCode } from './paper/actions.ts';
import { moveForm, reasonOf } from './move-form.ts';
import { namesOf } from './names.ts';
import { refused } from './refusals.ts';
import { chainOf, type ReferralMove, type Side } from './rules.ts';
import { recordReading } from './readings.ts';
import { findReferral, listReferrals, listReferralsOfCase, type Referral } from './store.ts';
import { readShares, readSteps, type ReferralStep } from './told.ts';
import { words } from './words.ts';

type ReferralVisit = Visit<{ referralId: string }>;

export const referralRoutes = new Routes()
  .get(referralPaths.boxes, can.readCases, boxesPage)
  .get(referralPaths.choose, can.writeCase, choosePage)
  .get(referralPaths.fill, can.writeCase, (visit) => fillPage(visit, emptyForm))
  .post(referralPaths.fill, can.writeCase, draft)
  .get(referralPaths.referral, can.readCases, (visit) => referralPage(visit, emptyForm))
  .get(referralPaths.sheet, can.readCases, sheetPage)
  .post(referralPaths.next, can.writeCase, async (visit) => {
    const { referralId } = visit.params;
    const { vault } = visit.tools;
    const asked = await askNextReceiver(visit.db, visit.person, { vault, referralId }, visit.now);
    if (!asked.ok) return referralPage(visit, refused(visit, asked, {}));
    const there = referralPaths.referral.to({ referralId: asked.value.id });
    return visit.go(there, words[visit.lang].askedNext);
  })
  .post(referralPaths.move, can.writeCase, async (visit) => {
    const form = await visit.form(moveForm);
    if (!form.ok) return referralPage(visit, form.state);
    const { referralId, move } = visit.params;
    const by = form.values.by === 'telephone' ? 'telephone' : 'account';
    const moving = { referralId, move: move as ReferralMove, by, outcome: form.values.outcome } as const;
    const answer = await moveReferral(
      visit.db,
      visit.person,
      { vault: visit.tools.vault, ...moving, reason: reasonOf(form.values) },
      visit.now,
    );
    if (answer.ok) return visit.go(referralPaths.referral.to({ referralId }), words[visit.lang].done);
    return referralPage(visit, refused(visit, answer, form.typed));
  }).list;

async function boxesPage(visit: Visit): Promise<Response> {
  const box = visit.query('box') === 'sent' ? 'sent' : 'received';
  const organisationIds = organisationsOf(visit.who);
  const lines = await inTransaction(visit.db, visit.who, async (tx) => {
    const found = await listReferrals(tx, { organisationIds, box });
    const names = await namesOf(tx, visit.lang, found);
    return found.map((referral) => ({ ...referral, other: names(referral)[box === 'sent' ? 'to' : 'from'] }));
  });
  return visit.page(
    <BoxesPage view={visit.view} box={box} lines={lines} supervises={can.superviseCases.allows(visit.who)} />,
  );
}

async function choosePage(visit: Visit<{ caseId: string }>): Promise<Response> {
  const { db, who, params } = visit;
  const caseFile = await inTransaction(db, who, (tx) => findCaseFile(tx, params.caseId));
  return visit.page(
    <ChoosePage
      view={visit.view}
      trail={caseTrail(visit.view, caseFile)}
      title={words[visit.lang].choose}
      here={referralPaths.choose.to(params)}
      chosen={(serviceId) => referralPaths.fill.to({ ...params, serviceId })}
      {...(await findReceivers(visit, caseFile))}
    />,
  );
}

/** A look by those who stand to the case is the case's; by those who were told, or who pass on what they were told, a reading of that. */
async function recordLook(
  tx: Tx,
  { person: who, tools: { vault }, now }: ReferralVisit,
  { referral, sides, what }: { referral: Referral; sides: readonly Side[]; what: string },
): Promise<OpenedCase | undefined> {
  const { caseId, onwardBy, toOrganisationId } = referral;
  const ofCase = sides.length === 0 || (sides.includes('sender') && !onwardBy);
  if (ofCase) return lookAtCase(tx, { who, vault, caseId, what }, now);
  const readerAt = sides.includes('receiver') ? toOrganisationId : (onwardBy ?? toOrganisationId);
  await recordReading(tx, { referral, personId: who.personId, readerAt, as: 'received' }, now);
  return undefined;
}

async function readReferral(visit: ReferralVisit, what: 'referral' | 'referral-sheet') {
  const { db, who, tools, params, view, lang } = visit;
  return inTransaction(db, who, async (tx) => {
    const referral = await findReferral(tx, params.referralId);
    const sides = sidesOf(who, referral);
    const all = await listReferralsOfCase(tx, referral.caseId);
    const nameOf = await namesOf(tx, lang, all);
    const { from, to } = nameOf(referral);
    const opened = await recordLook(tx, visit, { referral, sides, what });
    const ofCase = opened !== undefined && sides.includes('sender');
    const trail = opened
      ? caseTrail(view, opened.caseFile)
      : [...casesTrail(view), { href: view.href(referralPaths.boxes.to({})), label: words[lang].title }];
    const further = await listServicesByIds(tx, referral.furtherServiceIds);
    return {
      view,
      referral,
      sides,
      trail,
      mayPrint: sides.includes('sender') && (!ofCase || mayDo(opened.standing, 'export', 'basic')),
      from,
      title: sides.includes('receiver') && !sides.includes('sender') ? from : to,
      shares: sides.length > 0 ? await readShares(tx, tools.vault, referral) : {},
      steps: hidden(sides, await readSteps(tx, tools.vault, referral)),
      chain: chainOf(all, referral.id).map((each) => ({ referral: each, ...nameOf(each) })),
      further: further.map(({ content }) => contentIn(lang, content.name)),
    };
  });
}

/** Who sees states only is not told the words of a reason. */
function hidden(sides: readonly Side[], steps: readonly ReferralStep[]): readonly ReferralStep[] {
  return sides.length > 0 ? steps : steps.map((step) => ({ ...step, said: '' }));
}

async function referralPage(visit: ReferralVisit, state: FormState): Promise<Response> {
  const shown = await readReferral(visit, 'referral');
  return visit.page(<ReferralPage {...shown} state={state} />, state.problems.length > 0 ? 422 : 200);
}

async function sheetPage(visit: ReferralVisit): Promise<Response> {
  const { sides, mayPrint, ...shown } = await readReferral(visit, 'referral-sheet');
  if (!sides.includes('sender')) throw new NotFound('sheet');
  if (!mayPrint) throw new Forbidden(can.writeCase.name);
  const stopped = shown.referral.onwardBy ? undefined : await stoppedBefore(visit, shown.referral.caseId);
  if (stopped) return visit.page(stopped, 403);
  const code = await makeSheetCode(visit.db, { referralId: shown.referral.id }, visit.now);
  return visit.page(<SheetPage {...shown} code={code} publicUrl={visit.tools.publicUrl} />);
}

/** Paper about somebody protected waits for a second person; who passes on what they received has no more than that. */
async function stoppedBefore({ db, person, now, view }: ReferralVisit, caseId: string) {
  return inTransaction(db, person, async (tx) => {
    const caseFile = await findCaseFile(tx, caseId);
    const isHeld = await isStopped(tx, { who: person, caseFile, what: 'print' }, now);
    return isHeld ? <StoppedPage view={view} caseFile={caseFile} what="print" /> : undefined;
  });
}
