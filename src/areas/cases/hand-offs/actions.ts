import { type PersonWho, system, type Who } from '#platform/access.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { postToReaders } from '#platform/mail/letters.ts';
import {
  findOrganisation,
  listHolders,
  listMailRecipients,
  listOrganisations,
  type Organisation,
} from '#platform/people/organisations.ts';
import { ok, type Result } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import {
  becomeCase,
  type OnwardContact,
  type OnwardRefusal,
  readOnward,
} from '#areas/consultations/index.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { caseSupervisor, caseWorker, worksAt } from '../access.ts';
import { giveConsent } from '../bases/actions.ts';
import { openCaseFile } from '../case-files/actions.ts';
import { caseKey } from '../case-files/read.ts';
import type { CaseFile } from '../case-files/store.ts';
import { formSetFor } from '../forms/read.ts';
import { codeIn, listOf } from '../forms/rules.ts';
import { casePaths } from '../paths.ts';
import { type Identity, noIdentity } from '../persons/rules.ts';
import { mailWords } from './mail-words.ts';
import { chosenWords, decideHandOff, type HandOffRefusal } from './rules.ts';
import { findHandOff, insertHandOff } from './store.ts';

/** The counsellor does not see a case of another organisation: the product opens it there for them. */
const handing = system('case.hand-off');
const shared = ['identity', 'basic', 'record'] as const;

export interface HandOff {
  readonly vault: Vault;
  readonly publicUrl: string;
  readonly contactId: string;
  /** The organisation whose workers carry the case. */
  readonly to: string;
  /** What goes along: kinds of texts of the record, numbers of the person's messages, and what the counsellor adds. */
  readonly texts: readonly string[];
  readonly said: readonly string[];
  readonly added: string;
  readonly identity: Pick<Identity, 'name' | 'kana' | 'nickname' | 'phone'>;
  readonly agreed: boolean;
  readonly how: string;
  /** The sentence that the person was read. */
  readonly wordsShown: string;
  readonly purpose: string;
}

/**
 * A contact becomes a case, with the person's consent and without retyping: codes go over as they are, of the words those that
 * were chosen. Carried by the counsellor where they carry cases, otherwise by nobody yet, and the workers there are told.
 */
export async function handOff(
  db: Database,
  who: PersonWho,
  input: HandOff,
  now = new Date(),
): Promise<Result<{ caseFile: CaseFile; own: boolean }, HandOffRefusal | OnwardRefusal>> {
  const { vault, contactId, to } = input;
  const read = await inTransaction(db, who, (tx) => readOnward(tx, who, { vault, contactId }, now));
  if (!read.ok) return read;
  const contact = read.value;
  const words = chosenWords(contact, input);
  const receivers = (await listReceivers(db)).map(({ id }) => id);
  const decision = decideHandOff({ agreed: input.agreed, words, to, receivers });
  if (!decision.ok) return decision;
  const own = worksAt(who, to);
  const acting: Who = own ? who : handing;
  return inTransaction(db, acting, async (tx) => {
    const became = await becomeCase(tx, who, { contactId, organisationId: to }, now);
    if (!became.ok) return became;
    const caseFile = mustBe(await openFrom(tx, acting, { ...input, contact }, now));
    mustBe(await recordConsent(tx, acting, { ...input, caseFile }, now));
    await insertHandOff(tx, {
      caseId: caseFile.id,
      contactId,
      deskId: contact.deskId,
      sealed: seal(caseKey(vault, caseFile), { text: words, owner: `hand-off:${caseFile.id}` }),
      handedBy: who.personId,
      handedAt: now,
    });
    if (!own) await tellWorkers(tx, { caseFile, publicUrl: input.publicUrl });
    return ok({ caseFile, own });
  });
}

/** Everything was asked before: what is refused now undoes the whole. */
function mustBe<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`a contact could not become a case: ${result.refusal}`);
  return result.value;
}

/** Codes of the consultation record in those of the forms; what the forms do not know is left open, not guessed. */
async function openFrom(
  tx: Tx,
  acting: Who,
  { vault, to, identity, contact }: HandOff & { contact: OnwardContact },
  now: Date,
) {
  const forms = await formSetFor(tx, tokyoDay(now));
  const municipalities = await listMunicipalities(tx);
  const codeOf = (list: string, code: string) => codeIn(listOf(forms, list), code) ?? '';
  return openCaseFile(
    tx,
    acting,
    {
      vault,
      organisationId: to,
      contactId: contact.id,
      identity: { ...noIdentity, ...identity, sex: codeOf('sex', contact.sex) },
      route: codeOf('route', contact.route),
      worries: contact.worries.map((worry) => codeOf('worry', worry)).filter(Boolean),
      mainWorry: codeOf('worry', contact.mainWorry),
      municipality: municipalities.find(({ code }) => code === contact.municipality)?.code ?? '',
      ageBand: contact.ageBand === 'unknown' ? '' : contact.ageBand,
      ...(acting.kind === 'person' ? {} : { assignedTo: null }),
    },
    now,
  );
}

async function recordConsent(
  tx: Tx,
  acting: Who,
  { vault, to, how, wordsShown, purpose, caseFile }: HandOff & { caseFile: CaseFile },
  now: Date,
) {
  const consent = {
    caseId: caseFile.id,
    classes: [...shared],
    organisationIds: [to],
    purpose,
    how,
    wordsShown,
  };
  return giveConsent(tx, acting, { vault, ...consent, givenOn: tokyoDay(now), untilOn: '' }, now);
}

/** Nothing of the person stands in the letter: only that a case waits for somebody. */
async function tellWorkers(
  tx: Tx,
  { caseFile, publicUrl }: { caseFile: CaseFile; publicUrl: string },
): Promise<void> {
  const { organisationId } = caseFile;
  const supervisors = await listMailRecipients(tx, { organisationId, role: caseSupervisor.name });
  const told =
    supervisors.length > 0
      ? supervisors
      : await listMailRecipients(tx, { organisationId, role: caseWorker.name });
  const url = publicUrl + casePaths.case.to({ caseId: caseFile.id });
  await postToReaders(tx, told, (lang) => {
    const { subject, body } = mailWords[lang];
    return { subject, body: `${body}\n\n${url}\n` };
  });
}

/** Organisations at which somebody carries cases: a counsellor does not see who, only that there is somebody. */
export async function listReceivers(db: Database): Promise<readonly Organisation[]> {
  return inTransaction(db, handing, async (tx) => {
    const organisations = await listOrganisations(tx);
    const organisationIds = organisations.map(({ id }) => id);
    const roles = [caseWorker.name, caseSupervisor.name];
    const holders = await listHolders(tx, { organisationIds, roles });
    const held = new Set(holders.map(({ organisationId }) => organisationId));
    return organisations.filter(({ id }) => held.has(id));
  });
}

/** What came along, for those who may see the record of the case. */
export async function readHandOff(
  tx: Tx,
  vault: Vault,
  caseFile: CaseFile,
): Promise<{ desk: Organisation; on: string; words: string } | undefined> {
  if (!caseFile.contactId || !caseFile.sealedKey) return undefined;
  const row = await findHandOff(tx, caseFile.id);
  if (!row) return undefined;
  const owner = `hand-off:${caseFile.id}`;
  const words = unseal(caseKey(vault, caseFile), { sealed: row.sealed, owner });
  return { desk: await findOrganisation(tx, row.deskId), on: tokyoDay(row.handedAt), words };
}
