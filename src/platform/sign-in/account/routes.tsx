import { z } from 'zod';
import { signedIn } from '../../access.ts';
import { inTransaction } from '../../database/database.ts';
import { languages } from '../../i18n.ts';
import { cookiesFor, langCookie } from '../../web/cookies.ts';
import { emptyForm, type FormState } from '../../web/form-state.ts';
import { field } from '../../web/form.ts';
import { Routes } from '../../web/routes.ts';
import type { Visit } from '../../web/visit.ts';
import { listPasskeys } from '../passkeys/store.ts';
import { isTypedTwice, newPasswordFields, typedTwice } from '../passwords/form.ts';
import { paths } from '../paths.ts';
import { idleMs } from '../sessions.ts';
import { hasTotp, listSessions } from '../store.ts';
import { changePassword, changeProfile, endOwnOtherSessions, endOwnSession } from './actions.ts';
import { AccountPage } from './pages/account.tsx';
import { findOwnPerson } from './store.ts';
import { refusals, words } from './words.ts';

const profileForm = z.object({ name: field.text(100), lang: field.choice(languages) });
const passwordForm = z
  .object({ ...newPasswordFields, old: field.optionalText(1000) })
  .refine(isTypedTwice, typedTwice);

/** One's own account. */
export const routes = new Routes()
  .get(paths.account, signedIn, (visit) => accountPage(visit, emptyForm))
  .post(paths.profile, signedIn, async (visit) => {
    const form = await visit.form(profileForm);
    if (!form.ok) return accountPage(visit, form.state);
    await changeProfile(visit.db, visit.person, form.values, visit.now);
    const { lang } = form.values;
    cookiesFor(visit.tools.publicUrl).write(visit.c, langCookie, lang, { maxAgeSeconds: 31_536_000 });
    return visit.go(paths.account.to({}), words[lang].saved);
  })
  .post(paths.password, signedIn, async (visit) => {
    const form = await visit.form(passwordForm);
    if (!form.ok) return accountPage(visit, form.state);
    const outcome = await changePassword(visit.db, visit.person, form.values, visit.now);
    if (outcome.ok) return visit.go(paths.account.to({}), words[visit.lang].changed);
    const { refusal } = outcome;
    const name = refusal === 'old-wrong' ? 'old' : refusal === 'confirm-first' ? '' : 'password';
    const problems = [{ field: name, message: refusals[visit.lang][refusal] }];
    return accountPage(visit, { values: {}, problems });
  })
  .post(paths.endSession, signedIn, async (visit) => {
    await endOwnSession(visit.db, visit.person, visit.params.id, visit.now);
    return visit.go(paths.account.to({}), words[visit.lang].ended);
  })
  .post(paths.endOtherSessions, signedIn, async (visit) => {
    await endOwnOtherSessions(visit.db, visit.person, visit.now);
    return visit.go(paths.account.to({}), words[visit.lang].ended);
  }).list;

async function accountPage(visit: Visit, state: FormState): Promise<Response> {
  const { db, person: who, now, view } = visit;
  const { personId } = who;
  const page = await inTransaction(db, who, async (tx) => (
    <AccountPage
      view={view}
      state={state}
      person={await findOwnPerson(tx, personId)}
      totp={await hasTotp(tx, personId)}
      passkeys={await listPasskeys(tx, personId)}
      sessions={await listSessions(tx, { personId, idleSince: new Date(now.getTime() - idleMs) }, now)}
      sessionId={who.sessionId}
    />
  ));
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
