import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { contentIn } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { findPublicService } from '#areas/directory/index.ts';
import { can } from '../access.ts';
import { givenHow } from '../bases/rules.ts';
import { wrongDay } from '../case-files/refusals.ts';
import { referralPaths } from '../paths.ts';
import { readDay } from '../persons/rules.ts';
import { sidesOf } from '../referrals/actions.ts';
import { namesOf } from '../referrals/names.ts';
import { ChoosePage } from '../referrals/pages/choose.tsx';
import { findReceivers } from '../referrals/receivers.ts';
import { refused } from '../referrals/refusals.ts';
import { recordReading } from '../referrals/readings.ts';
import { isInCare } from '../referrals/rules.ts';
import { findReferral } from '../referrals/store.ts';
import { readShares } from '../referrals/told.ts';
import { words as referralWords } from '../referrals/words.ts';
import { passOn } from './actions.ts';
import { OnwardPage } from './pages/fill.tsx';
import { words } from './words.ts';

const onwardForm = z.object({
  fields: field.choices(),
  message: field.optionalText(5000),
  urgent: field.checkbox(),
  purpose: field.optionalText(2000),
  how: field.choice(givenHow),
  givenOn: field.text(30),
});
type OnwardVisit = Visit<{ referralId: string; serviceId: string }>;

export const onwardRoutes = new Routes()
  .get(referralPaths.onward, can.writeCase, async (visit) => {
    const { view, lang, params } = visit;
    const { trail } = await received(visit, params.referralId);
    return visit.page(
      <ChoosePage
        view={view}
        trail={trail}
        title={words[lang].choose}
        here={referralPaths.onward.to(params)}
        chosen={(serviceId) => referralPaths.onwardFill.to({ ...params, serviceId })}
        {...(await findReceivers(visit, { mainWorry: null, municipality: null }))}
      />,
    );
  })
  .get(referralPaths.onwardFill, can.writeCase, (visit) => onwardPage(visit, emptyForm))
  .post(referralPaths.onwardFill, can.writeCase, pass).list;

/** Only who has the person in their care comes here. */
async function received({ db, who, person, tools, lang, view, now }: Visit, referralId: string) {
  return inTransaction(db, who, async (tx) => {
    const referral = await findReferral(tx, referralId);
    if (!sidesOf(who, referral).includes('receiver') || !isInCare(referral.state))
      throw new NotFound('referral');
    await recordReading(tx, { referral, personId: person.personId, as: 'received' }, now);
    const { from } = (await namesOf(tx, lang, [referral]))(referral);
    const trail = [
      { href: view.href(referralPaths.boxes.to({})), label: referralWords[lang].title },
      { href: view.href(referralPaths.referral.to({ referralId })), label: from },
    ];
    return { trail, shares: await readShares(tx, tools.vault, referral) };
  });
}

async function service({ db, who, params }: OnwardVisit) {
  const found = await inTransaction(db, who, (tx) => findPublicService(tx, params.serviceId));
  if (!found) throw new NotFound('service');
  return found;
}

async function onwardPage(visit: OnwardVisit, state: FormState): Promise<Response> {
  const { referralId } = visit.params;
  const { trail, shares } = await received(visit, referralId);
  const told = Object.entries(shares).flatMap(([fieldClass, fields]) =>
    fields.map(({ label, value }, at) => ({ value: `${fieldClass}:${at}`, label: `${label}：${value}` })),
  );
  return visit.page(
    <OnwardPage
      view={visit.view}
      state={state}
      referralId={referralId}
      trail={trail}
      service={await service(visit)}
      told={told}
      today={tokyoDay(visit.now)}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function pass(visit: OnwardVisit): Promise<Response> {
  const form = await visit.form(onwardForm);
  if (!form.ok) return onwardPage(visit, form.state);
  const { fields, message, urgent, purpose, how, givenOn } = form.values;
  const given = readDay(givenOn);
  if (!given.ok) return onwardPage(visit, wrongDay(visit, 'givenOn', form.typed));
  const to = await service(visit);
  const { nameJa: ja, nameEn: en } = to.owner;
  const input = {
    vault: visit.tools.vault,
    referralId: visit.params.referralId,
    to: { serviceId: to.id, organisationId: to.organisationId },
    chosen: fields,
    message: { label: words[visit.lang].message, value: message },
    consent: { purpose, how, wordsShown: words.ja.shown(contentIn('ja', { ja, en })), givenOn: given.value },
    urgent,
  };
  const passed = await passOn(visit.db, visit.person, input, visit.now);
  if (!passed.ok) return onwardPage(visit, refused(visit, passed, form.typed));
  return visit.go(referralPaths.referral.to({ referralId: passed.value.id }), words[visit.lang].sent);
}
