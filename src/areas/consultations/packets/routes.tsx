import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { navigatorPaths } from '#areas/directory/paths.ts';
import { can, worksAt } from '../access.ts';
import { listDesks } from '../desks/store.ts';
import { deskPaths, talkPaths } from '../paths.ts';
import { talker } from '../talks/actions.ts';
import { deskBeforePage, desksShown } from '../talks/shown.tsx';
import { packetDoors, takePacket } from './actions.ts';
import { ChooseDeskPage } from './pages/choose.tsx';
import { PacketBackPage, PacketPage } from './pages/packet.tsx';
import { readAnswersTold } from './told.ts';
import { refusals, words } from './words.ts';

const codeForm = z.object({ code: field.text(100), door: z.enum(packetDoors) });

export const packetContactRoutes = new Routes()
  .get(deskPaths.packet, can.answer, (visit) => packetPage(visit, emptyForm))
  .post(deskPaths.packet, can.answer, async (visit) => {
    const form = await visit.form(codeForm);
    const { deskId } = visit.params;
    if (!form.ok) return packetPage(visit, form.state);
    if (!worksAt(visit.who, deskId)) throw new NotFound('desk');
    const packet = { vault: visit.tools.vault, deskId, ...form.values };
    const taken = await takePacket(visit.db, visit.person, packet, visit.now);
    if (!taken.ok) {
      const fields = { [taken.refusal]: 'code' };
      const { typed } = form;
      return packetPage(
        visit,
        refusedForm({ words: refusals, lang: visit.lang, refused: taken, typed, fields }),
      );
    }
    const { contactId, back } = taken.value;
    if (back) {
      const shown = { view: visit.view, deskId, contactId, back };
      return visit.page(<PacketBackPage {...shown} />);
    }
    return visit.go(deskPaths.desk.to({ deskId }, { contact: contactId }), words[visit.lang].opened);
  })
  .anonymousPost(navigatorPaths.talk, fromGuide, { maxBody: 65_536 }).list;

async function packetPage(visit: Visit<{ deskId: string }>, state: FormState): Promise<Response> {
  const { deskId } = visit.params;
  if (!worksAt(visit.who, deskId)) throw new NotFound('desk');
  return visit.page(
    <PacketPage view={visit.view} deskId={deskId} state={state} />,
    state.problems.length > 0 ? 422 : 200,
  );
}

/** From the end of the guide into a talk: with the desk that the guide names, or whichever is chosen. */
async function fromGuide(visit: Visit): Promise<Response> {
  const form = await visit.form(z.record(z.string(), z.unknown()));
  const fields = form.ok ? form.values : {};
  const { told, desks } = await inTransaction(visit.db, talker, async (tx) => ({
    told: await readAnswersTold(tx, fields, visit),
    desks: (await listDesks(tx)).filter(({ settings }) => settings.doors.chat?.open),
  }));
  if (!told) return visit.go(talkPaths.start.to({}));
  const right = desks.find(
    ({ code, serviceId }) => code === fields['desk'] || (!fields['desk'] && serviceId === told.serviceId),
  );
  if (right) return deskBeforePage(visit, right, { state: emptyForm, told });
  if (desks.length === 0) return visit.go(talkPaths.start.to({}));
  const shown = await inTransaction(visit.db, talker, (tx) => desksShown(tx, visit, desks));
  return visit.page(<ChooseDeskPage view={visit.view} desks={shown} told={told} />);
}
