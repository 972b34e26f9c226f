import { z } from 'zod';
import { everyone, type Role } from '../../access.ts';
import { browserOf, goOn } from '../../sign-in/browser-session.ts';
import { isTypedTwice, newPasswordFields, typedTwice } from '../../sign-in/passwords/form.ts';
import { passwordRefusals } from '../../sign-in/passwords/words.ts';
import { paths as signInPaths } from '../../sign-in/paths.ts';
import { emptyForm, type FormState } from '../../web/form-state.ts';
import { field } from '../../web/form.ts';
import { type Route, Routes } from '../../web/routes.ts';
import type { Visit } from '../../web/visit.ts';
import { paths } from '../paths.ts';
import { asSite, siteFields } from '../site-form.ts';
import { type AcceptRefusal, acceptWithPassword, openLink } from './actions.ts';
import { startSite } from './first.ts';
import { AcceptPage, DeadLinkPage } from './pages/accept.tsx';
import { FirstStartPage } from './pages/first.tsx';
import { words } from './words.ts';

const passwordForm = z.object(newPasswordFields).refine(isTypedTwice, typedTwice);
const firstForm = z
  .object({
    ...newPasswordFields,
    ...siteFields,
    name: field.text(100),
    email: field.email(),
  })
  .refine(isTypedTwice, typedTwice);
type TokenVisit = Visit<{ token: string }>;

/** The pages behind one-time links: joining, a new password, the first administrator. */
export function invitationRoutes(roles: readonly Role[]): readonly Route[] {
  return new Routes()
    .get(paths.accept, everyone, (visit) => acceptPage(visit, emptyForm))
    .post(paths.accept, everyone, async (visit) => {
      const form = await visit.form(passwordForm);
      if (!form.ok) return acceptPage(visit, form.state);
      const { token } = visit.params;
      const { password } = form.values;
      const outcome = await acceptWithPassword(visit.db, { token, password, ...browserOf(visit) }, visit.now);
      if (!outcome.ok) return acceptPage(visit, refused(visit, form.typed, outcome.refusal));
      if (outcome.value.step !== 'sign-in') return goOn(visit, outcome.value, roles);
      return visit.go(signInPaths.signIn.to({}), words[visit.lang].resetDone);
    })
    .get(paths.first, everyone, (visit) => firstPage(visit, emptyForm))
    .post(paths.first, everyone, async (visit) => {
      const form = await visit.form(firstForm);
      if (!form.ok) return firstPage(visit, form.state);
      const { name, email, password, ...names } = form.values;
      const site = { ...asSite(names), demo: false };
      const { token } = visit.params;
      const outcome = await startSite(
        visit.db,
        { token, name, email, password, site, ...browserOf(visit) },
        visit.now,
      );
      return outcome.ok
        ? goOn(visit, outcome.value, roles)
        : firstPage(visit, refused(visit, form.typed, outcome.refusal));
    }).list;
}

function refused(
  visit: { lang: Visit['lang'] },
  values: FormState['values'],
  refusal: AcceptRefusal,
): FormState {
  if (refusal === 'link-dead') return { values, problems: [] };
  return { values, problems: [{ field: 'password', message: passwordRefusals[visit.lang][refusal] }] };
}

/** The link is looked at anew each time: it may have died while the form was filled. */
async function acceptPage(visit: TokenVisit, state: FormState): Promise<Response> {
  const { view, params } = visit;
  const opened = await openLink(visit.db, params.token, visit.now);
  if (opened.state !== 'open') return visit.page(<DeadLinkPage view={view} state={opened.state} />, 410);
  if (opened.purpose === 'first') return visit.go(paths.first.to(params));
  const page = <AcceptPage view={view} state={state} token={params.token} opened={opened} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function firstPage(visit: TokenVisit, state: FormState): Promise<Response> {
  const { view, params } = visit;
  const opened = await openLink(visit.db, params.token, visit.now);
  if (opened.state !== 'open' || opened.purpose !== 'first')
    return visit.page(<DeadLinkPage view={view} state="first" />, 410);
  const page = <FirstStartPage view={view} state={state} token={params.token} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
