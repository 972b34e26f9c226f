import { z } from 'zod';
import { type Role, signedIn } from '../../access.ts';
import { emptyForm, type FormState } from '../../web/form-state.ts';
import { field } from '../../web/form.ts';
import { type Route, Routes } from '../../web/routes.ts';
import type { Visit } from '../../web/visit.ts';
import { writeSession } from '../browser-session.ts';
import { paths } from '../paths.ts';
import { ownPath } from '../rules.ts';
import {
  beginTotp,
  confirmTotp,
  renewRecoveryCodes,
  type SecondFactorRefusal,
  turnOffTotp,
} from './actions.ts';
import { RecoveryCodesPage } from './pages/recovery-codes.tsx';
import { SecondFactorPage } from './pages/second-factor.tsx';
import { readSecondFactors } from './read.ts';
import { refusals, words } from './words.ts';

const nextForm = z.object({ next: field.optionalText(2000) });
const codeForm = z.object({ code: field.text(40), next: field.optionalText(2000) });
const here = paths.secondFactor;

/** The second factor of one's own account. */
export function secondFactorRoutes(roles: readonly Role[]): readonly Route[] {
  const show = async (visit: Visit, state: FormState, next: string) => {
    const factors = await readSecondFactors(visit, roles);
    const page = <SecondFactorPage view={visit.view} state={state} factors={factors} next={next} />;
    return visit.page(page, state.problems.length > 0 ? 422 : 200);
  };
  const nextOf = (next: unknown) => ownPath(next, paths.account.to({}));
  return new Routes()
    .get(here, signedIn, (visit) => show(visit, emptyForm, nextOf(visit.query('next'))))
    .post(paths.totpBegin, signedIn, async (visit) => {
      const form = await visit.form(nextForm);
      const next = nextOf(form.ok && form.values.next);
      const outcome = await beginTotp(visit.db, visit.person, visit.tools.secretKey, visit.now);
      return outcome.ok
        ? visit.go(here.to({}, { next }))
        : show(visit, refused(visit, outcome.refusal), next);
    })
    .post(paths.totpConfirm, signedIn, async (visit) => {
      const form = await visit.form(codeForm);
      if (!form.ok) return show(visit, form.state, nextOf(form.state.values['next']));
      const next = nextOf(form.values.next);
      const { secretKey } = visit.tools;
      const outcome = await confirmTotp(
        visit.db,
        visit.person,
        { code: form.values.code, secretKey },
        visit.now,
      );
      if (!outcome.ok) return show(visit, refused(visit, outcome.refusal), next);
      writeSession(visit, outcome.value.token);
      return visit.page(
        <RecoveryCodesPage view={visit.view} codes={outcome.value.recoveryCodes} next={next} />,
      );
    })
    .post(paths.totpRemove, signedIn, async (visit) => {
      const form = await visit.form(codeForm);
      const next = paths.account.to({});
      if (!form.ok) return show(visit, form.state, next);
      const { secretKey } = visit.tools;
      const outcome = await turnOffTotp(
        visit.db,
        visit.person,
        { code: form.values.code, secretKey },
        visit.now,
      );
      return outcome.ok
        ? visit.go(next, words[visit.lang].turnedOff)
        : show(visit, refused(visit, outcome.refusal), next);
    })
    .post(paths.recoveryCodes, signedIn, async (visit) => {
      const next = paths.account.to({});
      const outcome = await renewRecoveryCodes(visit.db, visit.person, visit.now);
      return outcome.ok
        ? visit.page(<RecoveryCodesPage view={visit.view} codes={outcome.value} next={next} />)
        : show(visit, refused(visit, outcome.refusal), next);
    }).list;
}

function refused({ lang }: Pick<Visit, 'lang'>, refusal: SecondFactorRefusal): FormState {
  const field = refusal === 'code-wrong' ? 'code' : '';
  return { values: {}, problems: [{ field, message: refusals[lang][refusal] }] };
}
