import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import type { RefusalFacts } from '#platform/result.ts';
import { field } from '#platform/web/form.ts';
import { emptyForm } from '#platform/web/form-state.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { NotFound } from '#platform/errors.ts';
import { can, worksAt } from '../access.ts';
import { again, back } from '../boards/answer.ts';
import { boardPage } from '../boards/board.tsx';
import { deskPaths, transferPaths } from '../paths.ts';
import { acceptTransfer, declineTransfer, offerTransfer, withdrawTransfer } from './actions.ts';
import { dangerReasons, declineReasons, type TransferRefusal } from './rules.ts';
import { lockTransfer } from './store.ts';
import { refusals, words } from './words.ts';

const offerForm = z.object({
  transferTo: z.union([z.uuid(), z.literal('')]).default(''),
  basis: z.string().max(20).default(''),
  dangerReason: z.union([z.enum(dangerReasons), z.literal('')]).default(''),
  handoff: field.optionalText(4000),
});

type TransferVisit = Visit<{ transferId: string }>;

export const transferRoutes = new Routes()
  .post(transferPaths.offer, can.transfer, async (visit) => {
    const form = await visit.form(offerForm);
    if (!form.ok) return again(visit, form.state);
    const { transferTo, basis, dangerReason, handoff } = form.values;
    const offered = transferTo
      ? await offerTransfer(
          visit.db,
          visit.person,
          {
            vault: visit.tools.vault,
            contactId: visit.params.contactId,
            toDeskId: transferTo,
            basis,
            danger: dangerReason,
            handoff,
          },
          visit.now,
        )
      : ({ ok: false, refusal: 'transfer-desk-unfit' } as const);
    if (offered.ok) return back(visit, words[visit.lang].offered);
    const fields = {
      'transfer-desk-unfit': 'transferTo',
      'transfer-basis-missing': 'basis',
      'transfer-danger-missing': 'dangerReason',
      'transfer-handoff-missing': 'handoff',
    } as const;
    const { typed } = form;
    return again(visit, refusedForm({ words: refusals, lang: visit.lang, refused: offered, typed, fields }));
  })
  .post(transferPaths.accept, can.transfer, async (visit) => {
    const offer = { vault: visit.tools.vault, ...visit.params };
    const accepted = await acceptTransfer(visit.db, visit.person, offer, visit.now);
    if (!accepted.ok) return atDesk(visit, accepted);
    const to = { ...visit, person: visit.person, params: accepted.value };
    return back(to, words[visit.lang].accepted);
  })
  .post(transferPaths.decline, can.transfer, async (visit) => {
    const { transferId } = visit.params;
    const name = `decline-${transferId}`;
    const form = await visit.form(z.object({ [name]: z.enum(declineReasons).optional() }));
    const reason = (form.ok && form.values[name]) || '';
    const declined = await declineTransfer(visit.db, visit.person, { transferId, reason }, visit.now);
    if (!declined.ok) return atDesk(visit, declined);
    return visit.go(deskPaths.desk.to(declined.value), words[visit.lang].declined);
  })
  .post(transferPaths.withdraw, can.transfer, async (visit) => {
    const withdrawn = await withdrawTransfer(visit.db, visit.person, visit.params, visit.now);
    if (!withdrawn.ok) return atDesk(visit, withdrawn);
    const to = { ...visit, person: visit.person, params: withdrawn.value };
    return back(to, words[visit.lang].withdrawn);
  }).list;

/** Refused: the desk of whoever asked, with the reason. */
async function atDesk(
  visit: TransferVisit,
  refused: { readonly refusal: TransferRefusal; readonly facts?: RefusalFacts },
): Promise<Response> {
  const { who, lang, params } = visit;
  const offer = await inTransaction(visit.db, who, (tx) => lockTransfer(tx, params.transferId));
  const deskId = [offer?.toDeskId, offer?.fromDeskId].find((id) => id !== undefined && worksAt(who, id));
  if (!deskId) throw new NotFound('transfer');
  const state = { ...refusedForm({ words: refusals, lang, refused, typed: {} }), values: emptyForm.values };
  return boardPage({ ...visit, person: visit.person, params: { deskId } }, '', state);
}
