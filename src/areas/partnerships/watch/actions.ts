import { randomUUID } from 'node:crypto';
import { system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result } from '#platform/result.ts';
import { hashToken, newToken } from '#platform/sign-in/sessions.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import { listDesks } from '#areas/consultations/index.ts';
import { can, mustActFor, watchKeeper } from '../access.ts';
import type { Subject } from './notices/rules.ts';
import { decideMember, decideNetwork, type WatchKind, type WatchRefusal } from './rules.ts';
import {
  findWatchMember,
  insertWatchMember,
  updateWatchMember,
  upsertNetwork,
  type WatchMember,
} from './store.ts';

/** Whoever holds a member's link, or comes without any. */
export const watching = system('watch');

export function mustKeep(who: Who, organisationId: string): void {
  mustActFor(who, watchKeeper, { organisationId, permission: can.keepWatch });
}

export interface NetworkInput {
  readonly organisationId: string;
  readonly aboutJa: string;
  readonly aboutEn: string;
  readonly deskId: string;
  readonly routes: Readonly<Partial<Record<Subject, string>>>;
  readonly open: boolean;
  readonly illustrative?: boolean;
}

/** Begins a network, or changes where its notices go. */
export async function saveNetwork(
  db: Db,
  who: Who,
  network: NetworkInput,
  now = new Date(),
): Promise<Result<'save', WatchRefusal>> {
  const { organisationId } = network;
  mustKeep(who, organisationId);
  return inTransaction(db, who, async (tx) => {
    const desks = (await listDesks(tx)).map(({ id }) => id);
    const decision = decideNetwork(network, desks);
    if (!decision.ok) return decision;
    await upsertNetwork(tx, { ...network, changedAt: now });
    await noted(tx, { event: 'watch.keep', organisationId, facts: { open: network.open } }, now);
    await publicPagesChanged(tx);
    return decision;
  });
}

/** Who answers at a member, and where they are written to; '' where no mail is wanted. */
export interface Reached {
  readonly person: string;
  readonly mail: string;
  readonly lang: Lang;
}
interface SealedMember extends Reached {
  readonly token: string;
}

const ownerOf = (id: string) => `watch-member:${id}`;

function sealedMember(vault: Vault, id: string, { person, mail, lang, token }: SealedMember) {
  const owner = ownerOf(id);
  const { key, sealed: sealedKey } = newDataKey(vault, owner);
  const sealed = seal(key, { text: JSON.stringify({ person, mail, lang, token }), owner });
  return { sealedKey, sealed, tokenHash: hashToken(token) };
}

export function openMember(
  vault: Vault,
  { id, sealedKey, sealed }: Pick<WatchMember, 'id' | 'sealedKey' | 'sealed'>,
): SealedMember {
  const owner = ownerOf(id);
  return JSON.parse(
    unseal(openDataKey(vault, { sealed: sealedKey, owner }), { sealed, owner }),
  ) as SealedMember;
}

interface MemberInput extends Reached {
  readonly vault: Vault;
  readonly organisationId: string;
  readonly name: string;
  readonly kind: WatchKind;
}

/** A member joins, with a link of their own. */
export async function addMember(
  db: Db,
  who: Who,
  { vault, organisationId, name, kind, ...reached }: MemberInput,
  now = new Date(),
): Promise<{ memberId: string; token: string }> {
  mustKeep(who, organisationId);
  const [memberId, token] = [randomUUID(), newToken()];
  await inTransaction(db, who, async (tx) => {
    const sealed = sealedMember(vault, memberId, { ...reached, token });
    await insertWatchMember(tx, { id: memberId, organisationId, name, kind, ...sealed, joinedAt: now });
    await noted(tx, { event: 'watch.add-member', organisationId, facts: { memberId } }, now);
  });
  return { memberId, token };
}

interface Named {
  readonly organisationId: string;
  readonly memberId: string;
}

export async function editMember(
  db: Db,
  who: Who,
  { vault, organisationId, memberId, name, kind, ...reached }: MemberInput & Named,
  now = new Date(),
): Promise<Result<'change', WatchRefusal>> {
  return changing(
    db,
    who,
    { organisationId, memberId, event: 'watch.edit-member' },
    now,
    async (tx, member) => {
      const { token } = openMember(vault, member);
      await updateWatchMember(tx, memberId, {
        name,
        kind,
        ...sealedMember(vault, memberId, { ...reached, token }),
      });
    },
  );
}

/** A sheet was lost: the link on it opens nothing any more, a new one does. */
export async function renewLink(
  db: Db,
  who: Who,
  { vault, ...named }: Named & { vault: Vault },
  now = new Date(),
): Promise<Result<'change', WatchRefusal>> {
  return changing(db, who, { ...named, event: 'watch.renew-link' }, now, async (tx, member) => {
    const opened = openMember(vault, member);
    await updateWatchMember(tx, member.id, sealedMember(vault, member.id, { ...opened, token: newToken() }));
  });
}

/** A member leaves: its link ends at once, and who answered there is forgotten. */
export async function leaveNetwork(
  db: Db,
  who: Who,
  { vault, ...named }: Named & { vault: Vault },
  now = new Date(),
): Promise<Result<'change', WatchRefusal>> {
  return changing(db, who, { ...named, event: 'watch.leave' }, now, async (tx, member) => {
    const nobody = { person: '', mail: '', lang: 'ja', token: newToken() } as const;
    await updateWatchMember(tx, member.id, { leftAt: now, ...sealedMember(vault, member.id, nobody) });
  });
}

async function changing(
  db: Db,
  who: Who,
  { event, ...named }: Named & { event: `watch.${string}` },
  now: Date,
  change: (tx: Tx, member: WatchMember) => Promise<void>,
): Promise<Result<'change', WatchRefusal>> {
  const { organisationId, memberId } = named;
  mustKeep(who, organisationId);
  return inTransaction(db, who, async (tx) => {
    const member = await findWatchMember(tx, named);
    const decision = decideMember(member);
    if (!decision.ok) return decision;
    await change(tx, member);
    await noted(tx, { event, organisationId, facts: { memberId } }, now);
    return ok('change');
  });
}

export async function noted(
  tx: Tx,
  {
    event,
    organisationId,
    facts,
  }: {
    event: `${string}.${string}`;
    organisationId: string;
    facts: Readonly<Record<string, string | number | boolean>>;
  },
  now: Date,
): Promise<void> {
  await record(tx, { event, subject: { kind: 'watch-network', id: organisationId }, facts }, now);
}
