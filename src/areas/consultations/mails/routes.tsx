import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoMinute } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, supervises, worksAt } from '../access.ts';
import { readCallTime } from '../calls/rules.ts';
import { findDesk } from '../desks/store.ts';
import { refusals as deskRefusals } from '../desks/words.ts';
import { deskPaths } from '../paths.ts';
import { refusals as contactRefusals } from '../talks/words.ts';
import { logMail, settleMail } from './desk.ts';
import { MailPage } from './pages/mail.tsx';
import { isAddress } from './parse.ts';
import { refusals, words } from './words.ts';

type DeskVisit = Visit<{ deskId: string }>;
const writeForm = z.object({
  address: field.optionalText(254),
  receivedAt: field.optionalText(30),
  subject: field.optionalText(300),
  text: field.text(100_000),
});
const settingsForm = z.object({
  version: field.whole(),
  deskAddress: field.text(254),
  sender: field.optionalText(60),
  subjectName: field.optionalText(100),
  quote: field.checkbox(),
  plus: field.checkbox(),
});
const allRefusals = {
  ja: { ...deskRefusals.ja, ...refusals.ja },
  en: { ...deskRefusals.en, ...refusals.en },
};

export const mailRoutes = new Routes()
  .get(deskPaths.mail, can.answer, (visit) => mailPage(visit, emptyForm))
  .post(deskPaths.mail, can.answer, async (visit) => {
    const form = await visit.form(writeForm);
    if (!form.ok) return mailPage(visit, form.state);
    const { lang, now, params } = visit;
    const t = words[lang];
    const { address, receivedAt, subject, text } = form.values;
    const wrong = (name: string, message: string) =>
      mailPage(visit, { values: form.typed, problems: [{ field: name, message }] });
    if (address && !isAddress(address)) return wrong('address', t.addressWrong);
    const received = receivedAt ? readCallTime(receivedAt) : now;
    if (!received || received > now) return wrong('receivedAt', t.receivedWrong);
    const written = { vault: visit.tools.vault, ...params, address, subject, text, receivedAt: received };
    const logged = await logMail(visit.db, visit.person, written, now);
    if (!logged.ok)
      return mailPage(
        visit,
        refusedForm({ words: contactRefusals, lang, refused: logged, typed: form.typed }),
      );
    return visit.go(deskPaths.desk.to(params, { contact: logged.value.contactId }), t.saved);
  })
  .post(deskPaths.mailSettings, can.runDesk, async (visit) => {
    const form = await visit.form(settingsForm);
    if (!form.ok) return mailPage(visit, form.state);
    const { version, deskAddress, sender, subjectName, quote, plus } = form.values;
    const mail = { address: deskAddress.toLowerCase(), sender, subject: subjectName, quote, plus };
    const settled = await settleMail(visit.db, visit.person, { ...visit.params, version, mail }, visit.now);
    if (settled.ok) return visit.go(deskPaths.mail.to(visit.params), words[visit.lang].settled);
    const state = refusedForm({
      words: allRefusals,
      lang: visit.lang,
      refused: settled,
      typed: form.typed,
      fields: {
        'address-wrong': 'deskAddress',
        'address-taken': 'deskAddress',
        'telling-sender': 'sender',
        'telling-subject': 'subjectName',
      },
    });
    return mailPage(visit, state);
  }).list;

async function mailPage(visit: DeskVisit, state: FormState): Promise<Response> {
  const { deskId } = visit.params;
  if (!worksAt(visit.who, deskId)) throw new NotFound('desk');
  const desk = await inTransaction(visit.db, visit.who, (tx) => findDesk(tx, deskId));
  return visit.page(
    <MailPage
      view={visit.view}
      desk={desk}
      now={tokyoMinute(visit.now).replace('T', ' ')}
      supervisor={supervises(visit.who, deskId)}
      state={state}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}
