import { everyone, type Role } from '../../access.ts';
import { NotFound } from '../../errors.ts';
import { cookiesFor, langCookie } from '../../web/cookies.ts';
import { type Route, Routes } from '../../web/routes.ts';
import type { Visit } from '../../web/visit.ts';
import { browserOf, ceremonyToken, dropCeremony, goOn, writeCeremony } from '../browser-session.ts';
import { ceremonySeconds } from '../ceremonies.ts';
import { SignInPage } from '../pages/sign-in.tsx';
import { paths } from '../paths.ts';
import { ownPath } from '../rules.ts';
import { beginSso, finishSso, type SsoRefusal } from './actions.ts';
import { hasSso } from './provider.ts';
import { refusals } from './words.ts';

/** To the provider and back. The way there is a link, because a form may not lead to another site. */
export function ssoRoutes(roles: readonly Role[]): readonly Route[] {
  return new Routes()
    .get(paths.sso, everyone, async (visit) => {
      const { config, publicUrl } = toolsWithSso(visit);
      const next = ownPath(visit.query('next'), paths.home.to({}));
      const outcome = await beginSso(visit.db, { config, publicUrl, next }, visit.now);
      if (!outcome.ok) return refused(visit, outcome.refusal, next);
      writeCeremony(visit, 'sso', outcome.value.token);
      // The provider sends back to a fixed address, which cannot carry the language.
      cookiesFor(publicUrl).write(visit.c, langCookie, visit.lang, { maxAgeSeconds: ceremonySeconds });
      return visit.c.redirect(outcome.value.url, 303);
    })
    .get(paths.ssoReturn, everyone, async (visit) => {
      const { config, publicUrl } = toolsWithSso(visit);
      const token = ceremonyToken(visit, 'sso');
      dropCeremony(visit, 'sso');
      const { search } = new URL(visit.c.req.url);
      const outcome = await finishSso(
        visit.db,
        { config, publicUrl, search, token, ...browserOf(visit) },
        visit.now,
      );
      return outcome.ok
        ? goOn(visit, outcome.value, roles)
        : refused(visit, outcome.refusal, paths.home.to({}));
    }).list;
}

function toolsWithSso({ tools }: Visit): Visit['tools'] {
  if (!hasSso(tools.config)) throw new NotFound('single sign-on');
  return tools;
}

function refused(visit: Visit, refusal: SsoRefusal, next: string): Promise<Response> {
  const state = { values: {}, problems: [{ field: '', message: refusals[visit.lang][refusal] }] };
  return visit.page(<SignInPage view={visit.view} state={state} next={next} sso />, 422);
}
