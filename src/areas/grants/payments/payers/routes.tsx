import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { contentIn } from '#platform/i18n.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../../access.ts';
import { grantsTrail } from '../../desk.ts';
import { payerPaths, paymentPaths } from '../../paths.ts';
import { words as paymentWords } from '../words.ts';
import { savePayer } from './actions.ts';
import { PayersPage } from './pages/payers.tsx';
import { listPayers } from './store.ts';
import { refusals, words } from './words.ts';

const payerForm = z.object({
  bureauId: z.union([z.uuid(), z.literal('')]).default(''),
  clientCode: field.text(20),
  clientName: field.text(80),
  bankCode: field.text(10),
  bankName: field.optionalText(40),
  branchCode: field.text(10),
  branchName: field.optionalText(40),
  accountKind: field.text(1),
  accountNumber: field.text(20),
  lineBreaks: field.checkbox(),
});

export const payerRoutes = new Routes()
  .get(payerPaths.list, can.editPayer, (visit) => payersPage(visit, emptyForm))
  .post(payerPaths.list, can.editPayer, async (visit) => {
    const form = await visit.form(payerForm);
    if (!form.ok) return payersPage(visit, form.state);
    const { bureauId, ...payer } = form.values;
    const saved = await savePayer(visit.db, visit.who, { bureauId: bureauId || null, payer }, visit.now);
    if (saved.ok) return visit.go(payerPaths.list.to({}), words[visit.lang].saved);
    const fields = {
      'client-code': 'clientCode',
      'client-name': 'clientName',
      'bank-code': 'bankCode',
      'branch-code': 'branchCode',
      'account-kind': 'accountKind',
      'account-number': 'accountNumber',
    };
    const { lang } = visit;
    return payersPage(
      visit,
      refusedForm({ words: refusals, lang, refused: saved, typed: form.typed, fields }),
    );
  }).list;

async function payersPage(visit: Visit, state: FormState): Promise<Response> {
  const { view, lang } = visit;
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const offices = await listOrganisations(tx, ['bureau', 'prefecture', 'municipality']);
    return (
      <PayersPage
        view={view}
        state={state}
        trail={[
          ...grantsTrail(view),
          { href: view.href(paymentPaths.list.to({})), label: paymentWords[lang].title },
        ]}
        payers={await listPayers(tx)}
        offices={offices.map(({ id, nameJa, nameEn }) => ({
          value: id,
          label: contentIn(lang, { ja: nameJa, en: nameEn }),
        }))}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
