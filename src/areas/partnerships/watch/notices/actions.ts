import type { PersonWho, Who } from '#platform/access.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { postToHolders } from '#platform/mail/letters.ts';
import { ok, type Result } from '#platform/result.ts';
import { hashToken, newToken } from '#platform/sign-in/sessions.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { blindIndex, newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import { joinNotices, listTaken, receiveNotice } from '#areas/consultations/index.ts';
import { watchKeeper } from '../../access.ts';
import { mustKeep, noted, watching } from '../actions.ts';
import { watchStaffPaths } from '../../paths.ts';
import {
  findMemberByToken,
  findNetwork,
  findNetworkByCode,
  lockNetwork,
  type Network,
  type WatchMember,
} from '../store.ts';
import { deskText } from './desk-text.ts';
import { decideJoin, decideNotice, deskFor, type NoticeRefusal, plainPlace, type Sign } from './rules.ts';
import {
  findNoticeByToken,
  findNoticeIfAny,
  insertNotice,
  lockNotice,
  moveJoined,
  updateNotice,
  type WatchNotice,
} from './store.ts';
import { mailWords } from './words.ts';

/** What somebody wrote: nothing of it stands anywhere but sealed. */
export interface Told {
  /** Roughly where. */
  readonly place: string;
  readonly words: string;
  /** Who was noticed, as far as the noticer wants to say. */
  readonly noticed: string;
  /** Who noticed, if the desk may ask back. */
  readonly name: string;
  readonly reach: string;
}
type SealedNotice = Told & { readonly token: string };

export interface NewNotice extends Told {
  /** Of the form. */
  readonly id: string;
  readonly from: { readonly code: string } | { readonly token: string };
  readonly signs: readonly string[];
  readonly urgent: boolean;
}

interface Outside {
  readonly vault: Vault;
  readonly publicUrl: string;
}

const ownerOf = (id: string) => `watch-notice:${id}`;

/** A notice from a member's link or from the form for everybody: a contact at the right desk, and a receipt for the noticer. */
export async function sendNotice(
  db: Db,
  { vault, publicUrl }: Outside,
  { id, from, signs, urgent, ...told }: NewNotice,
  now = new Date(),
): Promise<Result<{ token: string }, NoticeRefusal>> {
  return inTransaction(db, watching, async (tx) => {
    const { network, member } = await whence(tx, from);
    await lockNetwork(tx, network.organisationId);
    const before = await findNoticeIfAny(tx, id);
    if (before) return ok({ token: openNotice(vault, before)?.token ?? '' });
    const { open } = network;
    const chosen = decideNotice({ signs, words: told.words, open, member: member !== undefined });
    if (!chosen.ok) return chosen;
    const deskId = deskFor(network, chosen.value);
    const text = deskText({ network, member, signs: chosen.value, urgent, told });
    const municipality = network.localGovernmentCode?.slice(0, 5) ?? null;
    const received = await receiveNotice(tx, { vault, deskId, text, urgent, municipality }, now);
    if (!received.ok) return received;
    const token = newToken();
    const row = { id, signs: [...chosen.value], urgent, deskId, ...received.value, at: now };
    const { organisationId } = network;
    await insertNotice(tx, {
      ...row,
      organisationId,
      memberId: member?.id ?? null,
      ...sealedNotice(vault, id, { ...told, token }),
    });
    await tellKeepers(tx, { organisationId, noticeId: id, publicUrl });
    await noted(tx, { event: 'watch.notice', organisationId, facts: { notice: id, urgent } }, now);
    return ok({ token });
  });
}

async function whence(
  tx: Tx,
  from: NewNotice['from'],
): Promise<{ network: Network; member: WatchMember | undefined }> {
  if ('code' in from) return { network: await findNetworkByCode(tx, from.code), member: undefined };
  const member = await findMemberByToken(tx, from.token);
  return { network: await findNetwork(tx, member.organisationId), member };
}

function sealedNotice(vault: Vault, id: string, told: SealedNotice) {
  const owner = ownerOf(id);
  const { key, sealed: sealedKey } = newDataKey(vault, owner);
  return {
    sealedKey,
    sealed: seal(key, { text: JSON.stringify(told), owner }),
    tokenHash: hashToken(told.token),
    placeMark: blindIndex(vault, { purpose: 'watch-place', value: plainPlace(told.place) }),
  };
}

/** Undefined once its words are gone. */
export function openNotice(
  vault: Vault,
  { id, sealedKey, sealed }: Pick<WatchNotice, 'id' | 'sealedKey' | 'sealed'>,
): SealedNotice | undefined {
  if (!sealedKey || !sealed) return undefined;
  const owner = ownerOf(id);
  return JSON.parse(
    unseal(openDataKey(vault, { sealed: sealedKey, owner }), { sealed, owner }),
  ) as SealedNotice;
}

/** That there is one, and nothing of it. */
async function tellKeepers(
  tx: Tx,
  { organisationId, noticeId, publicUrl }: { organisationId: string; noticeId: string; publicUrl: string },
): Promise<void> {
  const url = publicUrl + watchStaffPaths.notice.to({ organisationId, noticeId });
  await postToHolders(tx, { organisationId, role: watchKeeper.name }, (lang) => {
    const { subject, body } = mailWords[lang];
    return { subject, body: body(url) };
  });
}

/** All that the noticer ever learns: received, or looked at. */
export async function readReceipt(
  db: Db,
  token: string,
): Promise<{ network: Network; at: Date; looked: boolean }> {
  return inTransaction(db, watching, async (tx) => {
    const notice = await findNoticeByToken(tx, token);
    const looked = notice.lookedAt !== null || (await listTaken(tx, [notice.contactId])).length > 0;
    return { network: await findNetwork(tx, notice.organisationId), at: notice.at, looked };
  });
}

interface Named {
  readonly organisationId: string;
  readonly noticeId: string;
}

/** Whether the desk has taken it: the keeper learns no more of a desk. */
export function isAtDesk(db: Db, { contactId }: WatchNotice): Promise<boolean> {
  return inTransaction(db, watching, async (tx) => (await listTaken(tx, [contactId])).length > 0);
}

/** Somebody of the network opens a notice: that they looked is on record, and the noticer may know it. */
export async function lookAtNotice(
  db: Db,
  who: Who,
  { vault, ...named }: Named & { vault: Vault },
  now = new Date(),
): Promise<{ notice: WatchNotice; told: Told | undefined }> {
  mustKeep(who, named.organisationId);
  return inTransaction(db, who, async (tx) => {
    const notice = await lockNotice(tx, named);
    if (!notice.lookedAt) await updateNotice(tx, notice.id, { lookedAt: now });
    const { organisationId } = named;
    await noted(tx, { event: 'watch.read-notice', organisationId, facts: { notice: notice.id } }, now);
    return { notice: { ...notice, lookedAt: notice.lookedAt ?? now }, told: openNotice(vault, notice) };
  });
}

/** Two notices of one person go on as one contact at the desk: the product joins them there, for the keeper who decided it. */
export async function joinNotice(
  db: Db,
  who: PersonWho,
  { vault, organisationId, noticeId, into }: Named & { vault: Vault; into: string },
  now = new Date(),
): Promise<Result<'join', NoticeRefusal>> {
  mustKeep(who, organisationId);
  return inTransaction(db, watching, async (tx) => {
    await lockNetwork(tx, organisationId);
    const second = await lockNotice(tx, { organisationId, noticeId });
    const first = await lockNotice(tx, { organisationId, noticeId: into });
    const decision = decideJoin(second, first);
    if (!decision.ok) return decision;
    const told = openNotice(vault, second);
    if (!told) throw new NotFound('notice');
    const { contactId } = first;
    const text = await secondText(tx, second, told);
    const joined = await joinNotices(tx, { vault, from: second.contactId, into: contactId, text }, now);
    if (!joined.ok) return { ok: false, refusal: 'desk-has-it' };
    await updateNotice(tx, second.id, { joinedTo: first.id, contactId });
    await moveJoined(tx, { from: second.id, into: first.id, contactId });
    const facts = { notice: noticeId, into, by: who.personId };
    await noted(tx, { event: 'watch.join-notice', organisationId, facts }, now);
    return ok('join');
  });
}

async function secondText(tx: Tx, notice: WatchNotice, told: Told): Promise<string> {
  const network = await findNetwork(tx, notice.organisationId);
  const signs = notice.signs as Sign[];
  return deskText({ network, member: undefined, signs, urgent: notice.urgent, told, again: true });
}
