import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { contentIn } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { type RefusedBy, refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { deskOfContact, readOnward } from '#areas/consultations/index.ts';
import { contactPaths, deskPaths } from '#areas/consultations/paths.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { can, worksAt } from '../access.ts';
import { givenHow } from '../bases/rules.ts';
import { municipalityName } from '../case-files/shown.ts';
import { casePaths } from '../paths.ts';
import { handOff, listReceivers } from './actions.ts';
import { HandOffPage } from './pages/hand-off.tsx';
import { NoHandOffPage, ReceiversPage } from './pages/receivers.tsx';
import { handOffRefusals, words } from './words.ts';

const handOffForm = z.object({
  to: z.uuid(),
  texts: field.choices(),
  said: field.choices(),
  added: field.optionalText(20_000),
  name: field.optionalText(200),
  kana: field.optionalText(200),
  nickname: field.optionalText(100),
  phone: field.optionalText(40),
  agreed: field.checkbox(),
  how: field.choice(givenHow),
});

type ContactVisit = Visit<{ contactId: string }>;

export const handOffRoutes = new Routes()
  .get(contactPaths.toCase, can.handOff, (visit) => handOffPage(visit, visit.query('to'), emptyForm))
  .post(contactPaths.toCase, can.handOff, async (visit) => {
    const form = await visit.form(handOffForm);
    if (!form.ok) return handOffPage(visit, String(form.state.values['to'] ?? ''), form.state);
    const { to, texts, said, added, agreed, how, ...identity } = form.values;
    const { vault } = visit.tools;
    const { contactId } = visit.params;
    const organisation = (await receivers(visit)).find(({ id }) => id === to)?.name ?? '';
    const t = words[visit.lang];
    const chosen = { texts, said, added };
    const consent = { agreed, how, wordsShown: t.shown(organisation), purpose: t.purpose };
    const input = { vault, publicUrl: visit.tools.publicUrl, contactId, to, identity };
    const handed = await handOff(visit.db, visit.person, { ...input, ...chosen, ...consent }, visit.now);
    if (!handed.ok) return handOffPage(visit, to, refusedState(visit, handed, form.typed));
    const { caseFile, own } = handed.value;
    if (own) return visit.go(casePaths.case.to({ caseId: caseFile.id }), t.doneOwn);
    return visit.go(await boardOf(visit), t.doneOther(organisation));
  }).list;

type Refused = RefusedBy<typeof handOffRefusals>;

function refusedState(visit: Visit, refused: Refused, typed: FormState['values']): FormState {
  const fields = {
    'consent-missing': 'agreed',
    'words-missing': 'added',
    'words-too-long': 'added',
    'receiver-unknown': 'to',
  } as const;
  return refusedForm({ words: handOffRefusals, lang: visit.lang, refused, typed, fields });
}

/** Organisations with case workers, one's own first. */
async function receivers(visit: Visit) {
  const found = await listReceivers(visit.db);
  return found
    .map(({ id, nameJa, nameEn }) => ({
      id,
      name: contentIn(visit.lang, { ja: nameJa, en: nameEn }),
      own: worksAt(visit.who, id),
    }))
    .toSorted((one, other) => Number(other.own) - Number(one.own));
}

async function boardOf(visit: ContactVisit): Promise<string> {
  const { contactId } = visit.params;
  const deskId = await inTransaction(visit.db, visit.who, (tx) => deskOfContact(tx, contactId));
  return deskPaths.desk.to({ deskId }, { contact: contactId });
}

async function handOffPage(visit: ContactVisit, to: string, state: FormState): Promise<Response> {
  const { view, db, who, person, tools, params, now, lang } = visit;
  const { vault } = tools;
  const { contactId } = params;
  const { onward, municipalities } = await inTransaction(db, who, async (tx) => ({
    onward: await readOnward(tx, person, { vault, contactId }, now),
    municipalities: await listMunicipalities(tx),
  }));
  const back = await boardOf(visit);
  if (!onward.ok) return visit.page(<NoHandOffPage view={view} back={back} refusal={onward.refusal} />, 422);
  const contact = onward.value;
  const all = await receivers(visit);
  const receiver = all.find(({ id }) => id === to) ?? (all.length === 1 ? all[0] : undefined);
  if (!receiver)
    return visit.page(<ReceiversPage view={view} back={back} contact={contact} receivers={all} />);
  return visit.page(
    <HandOffPage
      view={view}
      state={state}
      back={back}
      contact={contact}
      receiver={receiver}
      municipality={municipalityName(lang, municipalities, contact.municipality)}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}
