import { z } from 'zod';
import { inTransaction, reading } from '#platform/database/database.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { actsFor, can, watchKeeper } from '../../access.ts';
import { nameIn } from '../../members/shown.ts';
import { watchPaths, watchStaffPaths } from '../../paths.ts';
import { mustKeep } from '../actions.ts';
import { findNetwork, findNetworkByCode, listMemberNames, listNetworks } from '../store.ts';
import { editWarning, mustCheck, openWarning, readWarning, stepWarning, writeWarning } from './actions.ts';
import { WarningPage } from './pages/public.tsx';
import { ToCheckPage, WarningsPage } from './pages/list.tsx';
import { WarningStaffPage } from './pages/staff.tsx';
import type { WarningRefusal } from './rules.ts';
import { countReads, findWarning, listReceipts, listToCheck, listWarnings } from './store.ts';
import { refusals, words } from './words.ts';

const textForm = z.object({ title: field.text(80), body: field.text(2000), advice: field.text(600) });
const stepForm = z.object({ remark: field.optionalText(600), seen: field.optionalText(40) });

type NetworkVisit = Visit<{ organisationId: string }>;
type WarningVisit = Visit<{ organisationId: string; warningId: string }>;
type MemberVisit = Visit<{ token: string; warningId: string }>;

export const watchWarningRoutes = new Routes()
  .publicPage(watchPaths.warning, async (visit) => {
    const { code, warningId } = visit.params;
    const shown = await reading(visit.db, visit.who, async (tx) => {
      const network = await findNetworkByCode(tx, code);
      return {
        network,
        warning: await findWarning(tx, { organisationId: network.organisationId, warningId }),
      };
    });
    return visit.page(<WarningPage view={visit.view} {...shown} />);
  })
  .anonymousPage(watchPaths.memberWarning, memberWarning)
  .anonymousPost(
    watchPaths.readWarning,
    async (visit) => {
      await readWarning(visit.db, visit.params, visit.now);
      return visit.go(watchPaths.memberWarning.to(visit.params));
    },
    { secretUrl: true },
  )
  .get(watchStaffPaths.toCheck, can.checkWarning, async ({ db, who, view, lang, page }) => {
    const { warnings, networks } = await inTransaction(db, who, async (tx) => ({
      warnings: await listToCheck(tx),
      networks: await listNetworks(tx),
    }));
    const names = new Map(networks.map((network) => [network.organisationId, nameIn(lang, network)]));
    return page(<ToCheckPage view={view} warnings={warnings} nameOf={(id) => names.get(id) ?? ''} />);
  })
  .get(watchStaffPaths.warnings, can.keepWatch, (visit) => warningsPage(visit, emptyForm))
  .post(watchStaffPaths.warnings, can.keepWatch, async (visit) => {
    const form = await visit.form(textForm);
    if (!form.ok) return warningsPage(visit, form.state);
    const input = { ...visit.params, ...form.values };
    const { warningId } = await writeWarning(visit.db, visit.person, input, visit.now);
    return visit.go(
      watchStaffPaths.warning.to({ ...visit.params, warningId }),
      words[visit.lang].proposedNotice,
    );
  })
  .get(watchStaffPaths.warning, can.checkWarning, (visit) => warningPage(visit, emptyForm))
  .post(watchStaffPaths.warning, can.keepWatch, async (visit) => {
    const form = await visit.form(textForm);
    if (!form.ok) return warningPage(visit, form.state);
    const edited = await editWarning(visit.db, visit.person, { ...visit.params, ...form.values }, visit.now);
    if (!edited.ok) return warningPage(visit, refused(visit, edited, form.typed));
    return visit.go(watchStaffPaths.warning.to(visit.params), words[visit.lang].proposedNotice);
  })
  .post(watchStaffPaths.warningStep, can.checkWarning, async (visit) => {
    const form = await visit.form(stepForm);
    if (!form.ok) return warningPage(visit, form.state);
    const { step, ...named } = visit.params as typeof visit.params & { step: 'send' | 'return' | 'withdraw' };
    const { vault, publicUrl } = visit.tools;
    const input = { ...named, ...form.values, step, vault, publicUrl };
    const done = await stepWarning(visit.db, visit.person, input, visit.now);
    if (!done.ok) return warningPage(visit, refused(visit, done, form.typed));
    const said = { send: 'sent', return: 'returned', withdraw: 'withdrawn' } as const;
    return visit.go(watchStaffPaths.warning.to(named), words[visit.lang][said[step]]);
  }).list;

function refused({ lang }: Visit, refusal: RefusedWith<WarningRefusal>, typed: Typed): FormState {
  const fields = { 'remark-missing': 'remark' } as const;
  return refusedForm<WarningRefusal>({ words: refusals, lang, refused: refusal, typed, fields });
}

async function memberWarning(visit: MemberVisit): Promise<Response> {
  const { network, warning, readAt } = await openWarning(visit.db, visit.params);
  const member = { token: visit.params.token, read: readAt !== null };
  return visit.page(<WarningPage view={visit.view} network={network} warning={warning} member={member} />);
}

async function warningsPage(visit: NetworkVisit, state: FormState): Promise<Response> {
  const { db, who, params } = visit;
  mustKeep(who, params.organisationId);
  const shown = await inTransaction(db, who, async (tx) => ({
    network: await findNetwork(tx, params.organisationId),
    warnings: await listWarnings(tx, params),
    reads: await countReads(tx, params.organisationId),
  }));
  const status = state.problems.length > 0 ? 422 : 200;
  return visit.page(<WarningsPage view={visit.view} state={state} {...shown} />, status);
}

async function warningPage(visit: WarningVisit, state: FormState): Promise<Response> {
  const { db, person, params } = visit;
  const { organisationId } = params;
  mustCheck(person, organisationId);
  const keeper = actsFor(person, watchKeeper, organisationId);
  const shown = await inTransaction(db, person, async (tx) => {
    const names = await listMemberNames(tx, organisationId);
    const receipts = await listReceipts(tx, params.warningId);
    return {
      network: await findNetwork(tx, organisationId),
      warning: await findWarning(tx, params),
      receipts: keeper
        ? receipts.map(({ memberId, ...receipt }) => ({ name: names.get(memberId) ?? '', ...receipt }))
        : null,
    };
  });
  const mayCheck = shown.warning.writtenBy !== person.personId;
  const page = { view: visit.view, state, keeper, mayCheck, ...shown };
  return visit.page(<WarningStaffPage {...page} />, state.problems.length > 0 ? 422 : 200);
}
