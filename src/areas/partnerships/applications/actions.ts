import { randomUUID } from 'node:crypto';
import { hasRole, system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Database, type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { isLang, type Lang } from '#platform/i18n.ts';
import { post } from '#platform/mail/outbox.ts';
import { findOrganisation } from '#platform/people/organisations.ts';
import type { Result } from '#platform/result.ts';
import { hashToken, newToken } from '#platform/sign-in/sessions.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { blindIndex, newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import { can, concierge } from '../access.ts';
import {
  type ApplicationRefusal,
  type ApplicationState,
  type ApplicationStep,
  decideApplication,
  decideEntry,
  type EntryRefusal,
  type MemberKind,
} from '../members/rules.ts';
import { lockMember } from '../members/store.ts';
import { memberPaths } from '../paths.ts';
import { mailWords } from './mail-words.ts';
import {
  type Application,
  findApplicationByToken,
  hasUnconfirmed,
  insertApplication,
  lockApplication,
  updateApplication,
} from './store.ts';

/** Whoever asks to become a member is nobody we know. */
const asApplicant = system('member-application');
const ownerOf = (id: string) => `member-application:${id}`;

interface Applicant {
  readonly name: string;
  readonly mail: string;
  readonly phone: string;
}

export interface Asked {
  readonly organisationName: string;
  readonly kind: MemberKind;
  readonly about: string;
  readonly website: string;
  readonly topics: readonly string[];
  readonly municipalities: readonly string[];
  readonly groupIds: readonly string[];
  readonly applicant: Applicant;
  readonly lang: Lang;
}

export interface Outside {
  readonly vault: Vault;
  readonly publicUrl: string;
}

/** Writes the request down and mails its link; the answer is the same for everybody. Gives the token, for the mail alone. */
export async function applyForMembership(
  db: Db,
  { vault, publicUrl }: Outside,
  { applicant, lang, ...asked }: Asked,
  now = new Date(),
): Promise<string | undefined> {
  return inTransaction(db, asApplicant, async (tx) => {
    const addressMark = blindIndex(vault, { purpose: 'member-application', value: applicant.mail });
    if (await hasUnconfirmed(tx, addressMark)) return undefined;
    const [id, token] = [randomUUID(), newToken()];
    const { key, sealed: sealedKey } = newDataKey(vault, ownerOf(id));
    const sealed = seal(key, { text: JSON.stringify(applicant), owner: ownerOf(id) });
    await insertApplication(tx, {
      ...asked,
      topics: [...asked.topics],
      municipalities: [...asked.municipalities],
      groupIds: [...asked.groupIds],
      id,
      token,
      lang,
      addressMark,
      sealedKey,
      sealed,
      createdAt: now,
    });
    const words = mailWords[lang].confirm;
    const body = words.body(linkOf(publicUrl, token));
    await post(tx, { to: applicant.mail, subject: words.subject, body });
    return token;
  });
}

function linkOf(publicUrl: string, token: string): string {
  return publicUrl + memberPaths.application.to({ token });
}

/** Null once they were forgotten. */
export function applicantOf(
  vault: Vault,
  { id, sealedKey, sealed }: Pick<Application, 'id' | 'sealedKey' | 'sealed'>,
): Applicant | null {
  if (!sealedKey || !sealed) return null;
  const owner = ownerOf(id);
  return JSON.parse(unseal(openDataKey(vault, { sealed: sealedKey, owner }), { sealed, owner })) as Applicant;
}

export async function openApplication(db: Database, token: string): Promise<Application> {
  return inTransaction(db, asApplicant, (tx) => findApplicationByToken(tx, token));
}

/** Confirm, answer, withdraw: by whoever holds the mailed link. */
export async function stepByLink(
  db: Db,
  { token, step, words = '' }: { token: string; step: 'confirm' | 'answer' | 'withdraw'; words?: string },
  now = new Date(),
): Promise<Result<ApplicationState, ApplicationRefusal>> {
  return inTransaction(db, asApplicant, async (tx) => {
    const application = await findApplicationByToken(tx, token);
    return move(tx, { application, step, words, by: 'applicant' }, now);
  });
}

async function move(
  tx: Tx,
  {
    application,
    step,
    words,
    by,
  }: { application: Application; step: ApplicationStep; words: string; by: 'office' | 'applicant' },
  now: Date,
): Promise<Result<ApplicationState, ApplicationRefusal>> {
  const decision = decideApplication({ step, state: application.state, words });
  if (!decision.ok) return decision;
  const said = step === 'ask' || step === 'answer';
  const ends = ['accepted', 'refused', 'withdrawn'].includes(decision.value);
  await updateApplication(tx, application.id, {
    state: decision.value,
    ...(said && { talk: [...application.talk, { by, at: now.toISOString(), words }] }),
    ...(step === 'refuse' && { reason: words }),
    ...(ends && { decidedAt: now, decidedBy: tx.who.kind === 'person' ? tx.who.personId : null }),
  });
  const subject = { kind: 'member-application', id: application.id };
  await record(tx, { event: `member-application.${step}`, subject }, now);
  return decision;
}

function mustVet(who: Who): void {
  if (who.kind !== 'system' && !hasRole(who, concierge)) throw new Forbidden(can.vetMember.name);
}

/** Asks back or refuses; the applicant reads it behind their link. */
export async function answerApplication(
  db: Db,
  who: Who,
  { id, step, words, vault, publicUrl }: { id: string; step: 'ask' | 'refuse'; words: string } & Outside,
  now = new Date(),
): Promise<Result<ApplicationState, ApplicationRefusal>> {
  mustVet(who);
  return inTransaction(db, who, async (tx) => {
    const application = await lockApplication(tx, id);
    const moved = await move(tx, { application, step, words, by: 'office' }, now);
    if (moved.ok) await tell(tx, { application, letter: step, vault, publicUrl });
    return moved;
  });
}

/** The old link is dead: only what was mailed last opens. */
export async function tell(
  tx: Tx,
  {
    application,
    letter,
    vault,
    publicUrl,
  }: { application: Application; letter: 'ask' | 'refuse' | 'accept' } & Outside,
): Promise<void> {
  const applicant = applicantOf(vault, application);
  if (!applicant) return;
  const token = newToken();
  await updateApplication(tx, application.id, { tokenHash: hashToken(token) });
  const words = mailWords[isLang(application.lang) ? application.lang : 'ja'][letter];
  await post(tx, { to: applicant.mail, subject: words.subject, body: words.body(linkOf(publicUrl, token)) });
}

/** The office says yes, and to which organisation of the product; none makes a new one. `admit` brings it about. */
export async function acceptApplication(
  db: Db,
  who: Who,
  { id, organisationId }: { id: string; organisationId: string | null },
  now = new Date(),
): Promise<Result<ApplicationState, ApplicationRefusal | EntryRefusal>> {
  mustVet(who);
  return inTransaction(db, who, async (tx) => {
    const application = await lockApplication(tx, id);
    if (organisationId) {
      const { closedAt } = await findOrganisation(tx, organisationId);
      const fits = decideEntry({ state: (await lockMember(tx, organisationId))?.state, closedAt });
      if (!fits.ok) return fits;
    }
    const moved = await move(tx, { application, step: 'accept', words: '', by: 'office' }, now);
    if (moved.ok) await updateApplication(tx, id, { organisationId });
    return moved;
  });
}
