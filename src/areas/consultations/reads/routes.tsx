import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { contentIn } from '#platform/i18n.ts';
import { listHolders } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { can, counsellor, deskSupervisor, supervises } from '../access.ts';
import { boardPage } from '../boards/board.tsx';
import { findDesk } from '../desks/store.ts';
import { deskPaths, readPaths } from '../paths.ts';
import { answerAboutReading, keepHome, reviewReading } from './actions.ts';
import { ReadsPage } from './pages/reads.tsx';
import { readUnusual } from './read.ts';
import { listHomes } from './store.ts';
import { refusals, words } from './words.ts';

const short = z.string().max(40).default('');
const reviewForm = z
  .object({
    contactId: z.uuid(),
    reader: z.uuid(),
    readOn: z.iso.date(),
    state: z.enum(['explained', 'asked']),
  })
  .catchall(z.unknown());
type DeskVisit = Visit<{ deskId: string }>;

export const readRoutes = new Routes()
  .get(readPaths.list, can.reviewReads, (visit) => listPage(visit, emptyForm))
  .post(readPaths.review, can.reviewReads, async (visit) => {
    const form = await visit.form(reviewForm);
    if (!form.ok) return listPage(visit, form.state);
    const { contactId, reader, readOn, state, ...rest } = form.values;
    const answer = short.catch('').parse(rest[`answer-${contactId}-${reader}-${readOn}`]);
    const review = { ...visit.params, contactId, reader, readOn, state, answer };
    const reviewed = await reviewReading(visit.db, visit.person, review, visit.now);
    if (reviewed.ok) return visit.go(readPaths.list.to(visit.params), words[visit.lang].reviewed);
    return listPage(visit, refusedForm({ words: refusals, lang: visit.lang, refused: reviewed, typed: {} }));
  })
  .post(readPaths.home, can.reviewReads, async (visit) => {
    const form = await visit.form(z.object({ personId: z.uuid() }).catchall(z.unknown()));
    if (!form.ok) return listPage(visit, form.state);
    const { personId, ...rest } = form.values;
    const municipality = short.catch('').parse(rest[`home-${personId}`]);
    await keepHome(visit.db, visit.person, { ...visit.params, personId, municipality }, visit.now);
    return visit.go(readPaths.list.to(visit.params), words[visit.lang].kept);
  })
  .post(readPaths.answer, can.answer, async (visit) => {
    const form = await visit.form(z.object({ reviewId: z.uuid() }).catchall(z.unknown()));
    if (!form.ok) return boardPage(visit, '', form.state);
    const { reviewId, ...rest } = form.values;
    const answer = short.catch('').parse(rest[`read-answer-${reviewId}`]);
    const answered = await answerAboutReading(visit.db, visit.person, { reviewId, answer }, visit.now);
    if (answered.ok) return visit.go(deskPaths.desk.to(visit.params), words[visit.lang].replied);
    const state = refusedForm({ words: refusals, lang: visit.lang, refused: answered, typed: {} });
    return boardPage(visit, '', state);
  }).list;

async function listPage(visit: DeskVisit, form: FormState): Promise<Response> {
  const { deskId } = visit.params;
  const { who, lang, now } = visit;
  if (!supervises(who, deskId)) throw new NotFound('desk');
  const roles = [counsellor.name, deskSupervisor.name];
  const shown = await inTransaction(visit.db, who, async (tx) => ({
    desk: await findDesk(tx, deskId),
    unusual: await readUnusual(tx, { deskId, now }),
    staff: await listHolders(tx, { organisationIds: [deskId], roles }),
    homes: await listHomes(tx, deskId),
    municipalities: (await listMunicipalities(tx)).filter(({ parentCode }) => parentCode !== null),
  }));
  const { desk, ...rest } = shown;
  const name = contentIn(lang, { ja: desk.nameJa, en: desk.nameEn });
  return visit.page(
    <ReadsPage view={visit.view} desk={{ id: deskId, name }} {...rest} form={form} />,
    form.problems.length > 0 ? 422 : 200,
  );
}
