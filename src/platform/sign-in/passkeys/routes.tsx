import { z } from 'zod';
import { everyone, signedIn } from '../../access.ts';
import { field } from '../../web/form.ts';
import { Routes } from '../../web/routes.ts';
import {
  browserOf,
  ceremonyToken,
  dropCeremony,
  goOn,
  writeCeremony,
  writeSession,
} from '../browser-session.ts';
import { paths } from '../paths.ts';
import { ownPath } from '../rules.ts';
import {
  addPasskey,
  beginNewPasskey,
  beginPasskeySignIn,
  removePasskey,
  renamePasskey,
  signInWithPasskey,
} from './actions.ts';
import { refusals, words } from './words.ts';

const answerForm = z.object({ response: field.text(20_000), next: field.optionalText(2000) });
const newForm = z.object({
  response: field.text(50_000),
  newLabel: field.optionalText(60),
  next: field.optionalText(2000),
});
/** Each row of the page has a field of its own. */
const labelForm = (id: string) => z.object({ [`label-${id}`]: field.text(60) });

/** Passkeys: signing in with one, and the ones of one's own account. */
export const routes = new Routes()
  .post(paths.passkeyOptions, everyone, async (visit) => {
    const { options, token } = await beginPasskeySignIn(visit.db, visit.tools.publicUrl, visit.now);
    writeCeremony(visit, 'passkey-sign-in', token);
    return visit.c.json(options);
  })
  .post(paths.passkey, everyone, async (visit) => {
    const form = await visit.form(answerForm);
    if (!form.ok) return visit.go(paths.signIn.to({}), words[visit.lang].failed);
    const next = ownPath(form.values.next, paths.home.to({}));
    const token = ceremonyToken(visit, 'passkey-sign-in');
    dropCeremony(visit, 'passkey-sign-in');
    const { publicUrl } = visit.tools;
    const outcome = await signInWithPasskey(
      visit.db,
      { token, response: form.values.response, publicUrl, next, ...browserOf(visit) },
      visit.now,
    );
    if (outcome.ok) return goOn(visit, outcome.value, []);
    return visit.go(paths.signIn.to({}, { next }), refusals[visit.lang][outcome.refusal]);
  })
  .post(paths.newPasskeyOptions, signedIn, async (visit) => {
    const { lang } = visit;
    const { publicUrl } = visit.tools;
    const outcome = await beginNewPasskey(visit.db, visit.person, { publicUrl, lang }, visit.now);
    if (!outcome.ok) return visit.c.json({ problem: refusals[lang][outcome.refusal] }, 422);
    writeCeremony(visit, 'passkey-new', outcome.value.token);
    return visit.c.json(outcome.value.options);
  })
  .post(paths.newPasskey, signedIn, async (visit) => {
    const form = await visit.form(newForm);
    const t = words[visit.lang];
    if (!form.ok) return visit.go(paths.account.to({}), t.failed);
    const token = ceremonyToken(visit, 'passkey-new');
    dropCeremony(visit, 'passkey-new');
    const { response } = form.values;
    const label = form.values.newLabel || browserOf(visit).device || t.unnamed;
    const { publicUrl } = visit.tools;
    const outcome = await addPasskey(
      visit.db,
      visit.person,
      { token, response, publicUrl, label },
      visit.now,
    );
    if (!outcome.ok) return visit.go(paths.account.to({}), refusals[visit.lang][outcome.refusal]);
    writeSession(visit, outcome.value);
    return visit.go(ownPath(form.values.next, paths.account.to({})), t.added);
  })
  .post(paths.renamePasskey, signedIn, async (visit) => {
    const { id } = visit.params;
    const form = await visit.form(labelForm(id));
    if (!form.ok) return visit.go(paths.account.to({}));
    const label = form.values[`label-${id}`] as string;
    await renamePasskey(visit.db, visit.person, { id, label }, visit.now);
    return visit.go(paths.account.to({}), words[visit.lang].renamed);
  })
  .post(paths.removePasskey, signedIn, async (visit) => {
    const outcome = await removePasskey(visit.db, visit.person, visit.params.id, visit.now);
    const notice = outcome.ok ? words[visit.lang].removed : refusals[visit.lang][outcome.refusal];
    return visit.go(paths.account.to({}), notice);
  }).list;
