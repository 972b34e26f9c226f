import { inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { listMunicipalities, readHolidays } from '#areas/directory/index.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { findOrganisation } from '#platform/people/organisations.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { Visit } from '#platform/web/visit.ts';
import { supervises, worksAt } from '../access.ts';
import { readTold } from '../bots/told.ts';
import { readContact } from '../contacts/read.ts';
import { decideOnward } from '../contacts/rules.ts';
import { findSeenContact, listOpenContacts } from '../contacts/store.ts';
import { readDebrief } from '../debriefs/actions.ts';
import { type Desk, findDesk } from '../desks/store.ts';
import { readDraft } from '../drafts/actions.ts';
import { readPhrases } from '../phrases/read.ts';
import { appended } from '../phrases/rules.ts';
import { listWhispers } from '../messages/store.ts';
import { readMailState } from '../mails/desk.ts';
import { keepPresence } from '../presences/actions.ts';
import { listPresent } from '../presences/store.ts';
import { namesOnDuty } from '../shifts/read.ts';
import { readBudget, readContactAtLine } from '../lines/outbox/read.ts';
import { closingText } from '../closings/read.ts';
import { listAsked } from '../reads/store.ts';
import { readLinks } from '../links/read.ts';
import { readDanger } from '../risks/read.ts';
import { shownCalls } from '../risks/shown.ts';
import { listOpenEscalations } from '../risks/store.ts';
import { readReferrals } from '../referrals/read.ts';
import { readOffers, readPassing } from '../transfers/read.ts';
import { BoardPage } from './pages/board.tsx';
import type { Selected } from './pages/conversation.tsx';
import { loadText, queueRows, shownToDesk } from './shown.ts';

type DeskVisit = Visit<{ deskId: string }>;

/** The desk as it stands, with one contact open; what was wrong in a form stands beside it. */
export async function boardPage(visit: DeskVisit, contactId: string, form: FormState): Promise<Response> {
  const { db, who, person, view, lang, now } = visit;
  const { deskId } = visit.params;
  if (!worksAt(who, deskId)) throw new NotFound('desk');
  const presence = await keepPresence(db, person, { deskId }, now);
  const shown = await inTransaction(db, who, async (tx) => {
    const desk = await findDesk(tx, deskId);
    const here = await listPresent(tx, { deskId, now });
    const seen = contactId ? await findSeenContact(tx, contactId) : undefined;
    const selected = seen ? await select(visit, contactId, { here, desk, form }, tx) : undefined;
    const offers = await readOffers(tx, { vault: visit.tools.vault, deskId, lang, now });
    const whispers = await listWhispers(tx, deskId);
    const asked = await listAsked(tx, { deskId, personId: person.personId });
    const onDuty = await namesOnDuty(tx, { deskId, now });
    const calls = await listOpenEscalations(tx, deskId);
    const budget = await readBudget(tx, { deskId, settings: desk.settings }, now);
    const contacts = await listOpenContacts(tx, deskId);
    const holidays = await readHolidays(tx);
    return { desk, here, onDuty, selected, calls, offers, whispers, asked, budget, contacts, holidays };
  });
  const { desk, contacts, whispers, holidays } = shown;
  const { personId } = person;
  const { settings } = desk;
  const limitMinutes = settings.escalationMinutes;
  const rows = queueRows(lang, { contacts, whispers, personId, settings, now });
  return visit.page(
    <BoardPage
      view={view}
      desk={desk}
      rows={rows}
      calls={shownCalls(lang, { calls: shown.calls, limitMinutes, now })}
      supervisor={supervises(person, deskId)}
      asked={shown.asked}
      closing={closingText(lang, { settings, contacts, personId, now, holidays })}
      offers={shown.offers}
      away={contactId !== '' && !shown.selected}
      now={now}
      here={shown.here}
      onDuty={shown.onDuty}
      presence={presence}
      selected={shown.selected}
      budget={shown.budget}
      load={loadText(lang, { contacts, settings })}
      form={form}
    />,
    form.problems.length > 0 ? 422 : 200,
  );
}

interface Around {
  readonly here: readonly { readonly personId: string; readonly name: string }[];
  readonly desk: Desk;
  readonly form: FormState;
}

async function select(
  { person, lang, now, tools, query }: DeskVisit,
  contactId: string,
  { here, desk, form }: Around,
  tx: Tx,
): Promise<Selected> {
  const { vault } = tools;
  const { contact, messages, texts } = await readContact(tx, person, { vault, contactId }, now);
  const { personId } = person;
  const supervisor = supervises(person, contact.deskId);
  const mine = contact.takenBy === personId && contact.state === 'open';
  const phrases = await readPhrases(tx, { desk, contact, now });
  // Without scripts a phrase is chosen by loading the page with it.
  const chosen = phrases.find(({ code }) => code === query('phrase'));
  const draft = await readDraft(tx, { vault, contact, personId });
  return {
    contact,
    messages: messages.map((message) => shownToDesk(lang, message, personId)),
    texts,
    told: await readTold(tx, { contact, texts, lang }),
    fills: query('fill') === 'guide',
    line: await readContactAtLine(tx, contact, now),
    mail: await readMailState(tx, contact),
    draft: chosen ? appended(draft, chosen.text) : draft,
    phrases,
    note: await readDebrief(tx, person, { vault, contactId }),
    mine,
    mayTake: !mine && contact.state !== 'ended' && (contact.takenBy === null || supervisor),
    supervisor,
    mayGoOn: decideOnward({ contact, personId, supervisor }).ok,
    caseWith: await nameOf(tx, lang, contact.caseOrganisationId),
    danger: await readDanger(tx, { vault, contact }),
    referrals: await readReferrals(tx, { contact, words: lookedFor(form), lang, now }),
    links: await readLinks(tx, contact.id),
    passing: await readPassing(tx, { contact, lang, now }),
    colleagues: here
      .filter((each) => each.personId !== personId)
      .map((each) => ({ value: each.personId, label: each.name })),
    municipalities: (await listMunicipalities(tx)).filter(({ parentCode }) => parentCode !== null),
  };
}

/** What somebody looks for in the directory; undefined while nobody does. */
function lookedFor({ values }: FormState): string | undefined {
  const words = values['referWords'];
  return words === undefined ? undefined : String(words).trim();
}

async function nameOf(tx: Tx, lang: Lang, organisationId: string | null): Promise<string> {
  if (!organisationId) return '';
  const { nameJa, nameEn } = await findOrganisation(tx, organisationId);
  return contentIn(lang, { ja: nameJa, en: nameEn });
}
