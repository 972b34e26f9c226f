import { z } from 'zod';
import { everyone, type Role } from '../access.ts';
import { emptyForm, type FormState } from '../web/form-state.ts';
import { field } from '../web/form.ts';
import { type Route, Routes } from '../web/routes.ts';
import type { Visit } from '../web/visit.ts';
import { giveCode, type SignInRefusal, signInWithPassword, signOut } from './actions.ts';
import { browserOf, ceremonyToken, dropCeremony, dropSession, goOn } from './browser-session.ts';
import { SecondStepPage } from './pages/second-step.tsx';
import { SignInPage } from './pages/sign-in.tsx';
import { paths } from './paths.ts';
import { ownPath } from './rules.ts';
import { hasSso } from './sso/provider.ts';
import { refusals, words } from './words.ts';

const passwordForm = z.object({
  email: field.email(),
  password: field.text(1000),
  next: field.optionalText(2000),
});
const codeForm = z.object({ code: field.text(40) });

/** The first and the second step, and the way out. */
export function signInRoutes(roles: readonly Role[]): readonly Route[] {
  return new Routes()
    .get(paths.signIn, everyone, (visit) => {
      const next = ownPath(visit.query('next'), paths.home.to({}));
      if (visit.who.kind === 'person') return visit.go(next);
      return signInPage(visit, emptyForm, next);
    })
    .post(paths.signIn, everyone, async (visit) => {
      const form = await visit.form(passwordForm);
      const next = ownPath(form.ok ? form.values.next : form.state.values['next'], paths.home.to({}));
      if (!form.ok) return signInPage(visit, form.state, next);
      const { email, password } = form.values;
      const outcome = await signInWithPassword(
        visit.db,
        { email, password, next, ...browserOf(visit) },
        visit.now,
      );
      if (!outcome.ok) return signInPage(visit, refused(visit, form.typed, outcome.refusal), next);
      return goOn(visit, outcome.value, roles);
    })
    .get(paths.secondStep, everyone, (visit) =>
      ceremonyToken(visit, 'second-step')
        ? visit.page(<SecondStepPage view={visit.view} state={emptyForm} />)
        : visit.go(paths.signIn.to({})),
    )
    .post(paths.secondStep, everyone, async (visit) => {
      const form = await visit.form(codeForm);
      if (!form.ok) return visit.page(<SecondStepPage view={visit.view} state={form.state} />, 422);
      const token = ceremonyToken(visit, 'second-step');
      const { secretKey } = visit.tools;
      const outcome = await giveCode(
        visit.db,
        { token, code: form.values.code, secretKey, ...browserOf(visit) },
        visit.now,
      );
      if (outcome.ok || outcome.refusal === 'sign-in-expired') dropCeremony(visit, 'second-step');
      if (outcome.ok) return goOn(visit, outcome.value, roles);
      if (outcome.refusal === 'sign-in-expired')
        return signInPage(visit, refused(visit, {}, outcome.refusal), paths.home.to({}));
      const problems = [{ field: 'code', message: refusals[visit.lang][outcome.refusal] }];
      return visit.page(<SecondStepPage view={visit.view} state={{ values: {}, problems }} />, 422);
    })
    .post(paths.signOut, everyone, async (visit) => {
      await signOut(visit.db, visit.who, visit.now);
      dropSession(visit);
      return visit.go(paths.signIn.to({}), words[visit.lang].signedOut);
    }).list;
}

function refused(visit: Pick<Visit, 'lang'>, values: FormState['values'], refusal: SignInRefusal): FormState {
  return { values, problems: [{ field: '', message: refusals[visit.lang][refusal] }] };
}

function signInPage(visit: Visit, state: FormState, next: string): Promise<Response> {
  const sso = hasSso(visit.tools.config);
  return visit.page(
    <SignInPage view={visit.view} state={state} next={next} sso={sso} />,
    state.problems.length > 0 ? 422 : 200,
  );
}
