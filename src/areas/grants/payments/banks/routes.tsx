import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { formatNumber } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../../access.ts';
import { grantsTrail } from '../../desk.ts';
import { bankPaths, paymentPaths } from '../../paths.ts';
import { words as paymentWords } from '../words.ts';
import { takeRegister } from './actions.ts';
import { BanksPage } from './pages/banks.tsx';
import { listRegisters } from './store.ts';
import { refusals, words } from './words.ts';

const registerForm = z.object({ file: field.upload(), asOf: field.day() });
/** 10 MB: every branch of the country several times over. */
const mostBytes = 10_485_760;

export const bankRoutes = new Routes()
  .get(bankPaths.list, can.takeRegister, (visit) => banksPage(visit, emptyForm))
  .post(
    bankPaths.list,
    can.takeRegister,
    async (visit) => {
      const { lang } = visit;
      const form = await visit.form(registerForm);
      if (!form.ok) return banksPage(visit, form.state);
      const { file, asOf } = form.values;
      const bytes = file && new Uint8Array(await file.arrayBuffer());
      const taken = bytes
        ? await takeRegister(visit.db, visit.who, { bytes, asOf }, visit.now)
        : ({ ok: false, refusal: 'file-missing' } as const);
      if (taken.ok)
        return visit.go(bankPaths.list.to({}), words[lang].taken(formatNumber(lang, taken.value.branches)));
      const field = taken.refusal === 'as-of-later' ? 'asOf' : 'file';
      const fields = { [taken.refusal]: field };
      return banksPage(
        visit,
        refusedForm({ words: refusals, lang, refused: taken, typed: { asOf }, fields }),
      );
    },
    { maxBody: mostBytes },
  ).list;

async function banksPage(visit: Visit, state: FormState): Promise<Response> {
  const { view, lang } = visit;
  const registers = await inTransaction(visit.db, visit.who, listRegisters);
  const page = (
    <BanksPage
      view={view}
      state={state}
      trail={[
        ...grantsTrail(view),
        { href: view.href(paymentPaths.list.to({})), label: paymentWords[lang].title },
      ]}
      registers={registers}
      today={tokyoDay(visit.now)}
    />
  );
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
