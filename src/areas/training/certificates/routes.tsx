import { z } from 'zod';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { contentIn } from '#platform/i18n.ts';
import { findOrganisation } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { type Route, Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, keptBy } from '../access.ts';
import { readEntry } from '../entries/read.ts';
import { staffTrainingPaths, trainingPaths } from '../paths.ts';
import { holderOf, revokeCertificate } from './actions.ts';
import { CheckedPage, CheckFormPage } from './pages/check.tsx';
import { CertificatePage } from './pages/paper.tsx';
import { readNumber } from './rules.ts';
import { type CertificateOf, findByNumber, findCertificate } from './store.ts';
import { refusals, words } from './words.ts';

const revokeForm = z.object({ reason: field.optionalText(500) });
/** Anybody may ask for a number, and learns no more than the page shows. */
const checker = system('training-check');

export const certificateRoutes: readonly Route[] = new Routes()
  .anonymousPage(trainingPaths.check, (visit) => {
    const typed = visit.query('number');
    const number = readNumber(typed);
    if (number) return visit.go(trainingPaths.certificate.to({ number }));
    return visit.page(<CheckFormPage view={visit.view} unknown={typed !== ''} />);
  })
  .anonymousPage(trainingPaths.certificate, async (visit) => {
    const found = await inTransaction(visit.db, checker, (tx) =>
      findByNumber(tx, readNumber(visit.params.number)),
    );
    if (!found) return visit.page(<CheckFormPage view={visit.view} unknown />, 404);
    const giver = await giverOf(visit, found);
    return visit.page(<CheckedPage view={visit.view} found={found} giver={giver} now={visit.now} />);
  })
  .anonymousPage(trainingPaths.entryCertificate, async (visit) => {
    const { certificateId } = await readEntry(visit.db, { token: visit.params.token });
    if (!certificateId) throw new NotFound('certificate');
    const found = await inTransaction(visit.db, checker, (tx) => findCertificate(tx, certificateId));
    return certificatePage(visit, found, emptyForm);
  })
  .get(staffTrainingPaths.certificate, can.readOwn, async (visit) => {
    const found = await inTransaction(visit.db, visit.who, (tx) =>
      findCertificate(tx, visit.params.certificateId),
    );
    return certificatePage(visit, found, emptyForm);
  })
  .post(staffTrainingPaths.revoke, can.keepCourses, async (visit) => {
    const form = await visit.form(revokeForm);
    const { certificateId } = visit.params;
    const found = await inTransaction(visit.db, visit.who, (tx) => findCertificate(tx, certificateId));
    if (!form.ok) return certificatePage(visit, found, form.state);
    const revoked = await revokeCertificate(
      visit.db,
      visit.who,
      { certificateId, ...form.values },
      visit.now,
    );
    if (!revoked.ok) {
      const fields = { 'reason-missing': 'reason' };
      const refused = { words: refusals, lang: visit.lang, refused: revoked, typed: form.typed, fields };
      return certificatePage(visit, found, refusedForm(refused));
    }
    return visit.go(staffTrainingPaths.certificate.to({ certificateId }), words[visit.lang].revoked);
  }).list;

async function giverOf(visit: Visit, { course }: CertificateOf): Promise<string> {
  const { nameJa, nameEn } = await inTransaction(visit.db, visit.who, (tx) =>
    findOrganisation(tx, course.organisationId),
  );
  return contentIn(visit.lang, { ja: nameJa, en: nameEn });
}

async function certificatePage(visit: Visit, found: CertificateOf, state: FormState): Promise<Response> {
  const { vault, publicUrl } = visit.tools;
  return visit.page(
    <CertificatePage
      view={visit.view}
      state={state}
      found={found}
      holder={holderOf(vault, found.certificate)}
      giver={await giverOf(visit, found)}
      publicUrl={publicUrl}
      signedIn={visit.who.kind === 'person'}
      mayRevoke={keptBy(visit.who).includes(found.certificate.organisationId)}
      now={visit.now}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}
