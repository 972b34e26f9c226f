import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listServicesByIds, searchServices } from '#areas/directory/index.ts';
import { can, organisationsOf } from '../access.ts';
import { caseTrail } from '../case-files/pages/trail.tsx';
import { findCaseFile } from '../case-files/store.ts';
import { words as caseWords } from '../case-files/words.ts';
import { casePaths, referralPaths } from '../paths.ts';
import { moveReferral, readShares, sidesOf } from './actions.ts';
import { draft, fillPage } from './fill.tsx';
import { BoxesPage } from './pages/boxes.tsx';
import { ChoosePage } from './pages/choose.tsx';
import { ReferralPage, SheetPage } from './pages/referral.tsx';
import { moveForm, reasonOf } from './move-form.ts';
import { namesOf } from './names.ts';
import { refused } from './refusals.ts';
import type { ReferralMove } from './rules.ts';
import { findReferral, listMoves, listReferrals } from './store.ts';
import { words } from './words.ts';

type ReferralVisit = Visit<{ referralId: string }>;

export const referralRoutes = new Routes()
  .get(referralPaths.boxes, can.readCases, boxesPage)
  .get(referralPaths.choose, can.writeCase, choosePage)
  .get(referralPaths.fill, can.writeCase, (visit) => fillPage(visit, emptyForm))
  .post(referralPaths.fill, can.writeCase, draft)
  .get(referralPaths.referral, can.readCases, (visit) => referralPage(visit, emptyForm))
  .get(referralPaths.sheet, can.readCases, sheetPage)
  .post(referralPaths.move, can.writeCase, async (visit) => {
    const form = await visit.form(moveForm);
    if (!form.ok) return referralPage(visit, form.state);
    const { referralId, move } = visit.params;
    const by = form.values.by === 'telephone' ? 'telephone' : 'account';
    const moving = { referralId, move: move as ReferralMove, by, outcome: form.values.outcome } as const;
    const answer = await moveReferral(
      visit.db,
      visit.person,
      { ...moving, reason: reasonOf(form.values) },
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
  return visit.page(<BoxesPage view={visit.view} box={box} lines={lines} />);
}

async function choosePage(visit: Visit<{ caseId: string }>): Promise<Response> {
  const { db, who, now, view, params } = visit;
  const q = visit.query('q').slice(0, 200);
  const caseFile = await inTransaction(db, who, (tx) => findCaseFile(tx, params.caseId));
  const municipality = caseFile.municipality ?? undefined;
  const topics = caseFile.mainWorry ? [caseFile.mainWorry] : [];
  const found = await searchServices(
    db,
    who,
    { ...(q ? { q } : { topics }), ...(municipality ? { municipality } : {}), pageSize: 20 },
    now,
  );
  const services = await inTransaction(db, who, (tx) =>
    listServicesByIds(
      tx,
      found.rows.map(({ id }) => id),
    ),
  );
  const inOrder = found.rows.flatMap(({ id }) => services.find((service) => service.id === id) ?? []);
  return visit.page(<ChoosePage view={view} caseFile={caseFile} q={q} services={inOrder} />);
}

async function readReferral(visit: ReferralVisit) {
  const { db, who, tools, params, view } = visit;
  return inTransaction(db, who, async (tx) => {
    const referral = await findReferral(tx, params.referralId);
    const sides = sidesOf(who, referral);
    const names = (await namesOf(tx, visit.lang, [referral]))(referral);
    const sender = sides.includes('sender');
    const trail = sender
      ? caseTrail(view, await findCaseFile(tx, referral.caseId))
      : [
          { href: view.href(casePaths.list.to({})), label: caseWords[visit.lang].title },
          { href: view.href(referralPaths.boxes.to({})), label: words[visit.lang].title },
        ];
    const shares = await readShares(tx, tools.vault, referral);
    const steps = await listMoves(tx, referral.id);
    return { view, referral, sides, trail, shares, steps, title: sender ? names.to : names.from };
  });
}

async function referralPage(visit: ReferralVisit, state: FormState): Promise<Response> {
  const shown = await readReferral(visit);
  return visit.page(<ReferralPage {...shown} state={state} />, state.problems.length > 0 ? 422 : 200);
}

async function sheetPage(visit: ReferralVisit): Promise<Response> {
  const { sides, ...shown } = await readReferral(visit);
  if (!sides.includes('sender')) throw new NotFound('sheet');
  return visit.page(<SheetPage {...shown} />);
}
