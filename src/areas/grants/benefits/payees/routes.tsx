import { z } from 'zod';
import { hasRole, organisationsWith } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { contentIn } from '#platform/i18n.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, grantOfficer, grantPartner } from '../../access.ts';
import { benefitPaths } from '../../paths.ts';
import { accountFields, accountOf } from '../form.ts';
import { keepPayee, payeeKeeper } from './actions.ts';
import { PayeePage } from './pages/payee.tsx';
import { listKnownGroups } from './store.ts';
import { refusals, words } from './words.ts';

const payeeForm = z.object({
  ...accountFields,
  organisationId: z.uuid(),
  corporateNumber: field.optionalText(30),
  representative: field.optionalText(100),
  postalCode: field.optionalText(10),
  address: field.optionalText(300),
  phone: field.optionalText(30),
  mail: field.optionalText(200),
  bank: field.text(10),
});

export const payeeRoutes = new Routes()
  .get(benefitPaths.payee, can.keepPayee, (visit) => payeePage(visit, emptyForm))
  .post(benefitPaths.payee, can.keepPayee, async (visit) => {
    const form = await visit.form(payeeForm);
    if (!form.ok) return payeePage(visit, form.state);
    const { organisationId, corporateNumber, representative, postalCode, address, phone, mail, ...typed } =
      form.values;
    const account = accountOf(typed);
    if (!account) throw new Error('an account without a bank was taken');
    const name = (await groupsOf(visit)).find(({ value }) => value === organisationId)?.label ?? '';
    const kind = corporateNumber ? ('corporation' as const) : ('unincorporated' as const);
    const contact = { representative, postalCode, address, phone, mail };
    const facts = { kind, name, corporateNumber, contact };
    const { vault } = visit.tools;
    const kept = await keepPayee(visit.db, visit.who, { vault, organisationId, facts, account }, visit.now);
    if (kept.ok) return visit.go(benefitPaths.payee.to({}), words[visit.lang].saved);
    const at = String(kept.facts?.['field'] ?? 'organisationId');
    const fields = {
      'payee-known': 'organisationId',
      'payee-wrong': at,
      'account-wrong': accountNames[at] ?? at,
    };
    const { lang } = visit;
    return payeePage(visit, refusedForm({ words: refusals, lang, refused: kept, typed: form.typed, fields }));
  }).list;

const accountNames: Readonly<Record<string, string>> = { kind: 'accountKind', number: 'accountNumber' };

/** The partner's own groups; for the office, every group that may be a partner. */
async function groupsOf({ db, who, lang }: Visit) {
  const mine = organisationsWith(who, grantPartner);
  const isOffice = hasRole(who, grantOfficer);
  const organisations = await inTransaction(db, who, (tx) =>
    listOrganisations(tx, ['npo', 'desk', 'company']),
  );
  const known = await inTransaction(db, payeeKeeper, listKnownGroups);
  return organisations
    .filter(({ id }) => mine.includes(id) || (isOffice && known.includes(id)))
    .map(({ id, nameJa, nameEn }) => ({
      value: id,
      label: contentIn(lang, { ja: nameJa, en: nameEn }),
      isKnown: known.includes(id),
    }));
}

async function payeePage(visit: Visit, state: FormState): Promise<Response> {
  const page = (
    <PayeePage
      view={visit.view}
      state={state}
      groups={await groupsOf(visit)}
      isOffice={hasRole(visit.who, grantOfficer)}
    />
  );
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
