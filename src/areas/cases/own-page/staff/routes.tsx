import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../../access.ts';
import { lookAtCase } from '../../case-files/read.ts';
import { findCaseFile } from '../../case-files/store.ts';
import { ownPageStaffPaths } from '../../paths.ts';
import { mayDo } from '../../relations/rules.ts';
import { answerRequest, issueOwnPage, revokeOwnPage } from '../actions.ts';
import { OwnPageStaffPage, SlipPage } from '../pages/staff.tsx';
import { readRequests } from '../read.ts';
import { findKey } from '../store.ts';
import { refusals } from '../refusals.ts';
import { words } from './words.ts';

const answerForm = z.object({
  requestId: z.uuid(),
  answer: field.optionalText(20),
  words: field.optionalText(4000),
});

type CaseVisit = Visit<{ caseId: string }>;

export const ownPageStaffRoutes = new Routes()
  .get(ownPageStaffPaths.page, can.readCases, (visit) => staffPage(visit, emptyForm))
  .post(ownPageStaffPaths.page, can.writeCase, async (visit) => {
    const { caseId } = visit.params;
    const slip = await issueOwnPage(visit.db, visit.who, { caseId }, visit.now);
    const caseFile = await inTransaction(visit.db, visit.who, (tx) => findCaseFile(tx, caseId));
    const { publicUrl } = visit.tools;
    return visit.page(
      <SlipPage view={visit.view} caseFile={caseFile} slip={slip} publicUrl={publicUrl} />,
      201,
    );
  })
  .post(ownPageStaffPaths.revoke, can.writeCase, async (visit) => {
    await revokeOwnPage(visit.db, visit.person, visit.params, visit.now);
    return visit.go(ownPageStaffPaths.page.to(visit.params), words[visit.lang].revoked);
  })
  .post(ownPageStaffPaths.answer, can.writeCase, async (visit) => {
    const form = await visit.form(answerForm);
    const { caseId, requestId } = visit.params;
    if (!form.ok) return staffPage(visit, form.state);
    const { answer, words: told } = form.values;
    const input = { vault: visit.tools.vault, caseId, requestId, answer, words: told };
    const answered = await answerRequest(visit.db, visit.person, input, visit.now);
    if (answered.ok) return visit.go(ownPageStaffPaths.page.to({ caseId }), words[visit.lang].replied);
    const fields = { 'answer-missing': 'answer', 'words-missing': 'words' } as const;
    const { typed } = form;
    return staffPage(
      visit,
      refusedForm({ words: refusals, lang: visit.lang, refused: answered, typed, fields }),
    );
  }).list;

async function staffPage(visit: CaseVisit, state: FormState): Promise<Response> {
  const { view, person: who, tools, params, now } = visit;
  const { vault } = tools;
  const shown = await inTransaction(visit.db, visit.who, async (tx) => {
    const opened = await lookAtCase(tx, { who, vault, caseId: params.caseId, what: 'own-page' }, now);
    const { caseFile } = opened;
    return {
      ...opened,
      ownKey: await findKey(tx, params.caseId),
      requests: await readRequests(tx, { vault, caseFile }),
    };
  });
  return visit.page(
    <OwnPageStaffPage
      view={view}
      state={state}
      caseFile={shown.caseFile}
      ownKey={shown.ownKey}
      requests={shown.requests}
      mayWrite={mayDo(shown.standing, 'write', 'basic')}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}
