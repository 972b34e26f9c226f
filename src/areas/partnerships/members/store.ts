import { and, asc, count, eq, gte, inArray, lte, or, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { endOfTokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { organisations } from '#platform/people/tables.ts';
import { members } from './tables.ts';

type MemberRow = typeof members.$inferSelect;

/** A member with the names of its organisation. */
export interface Member extends MemberRow {
  readonly code: string;
  readonly nameJa: string;
  readonly nameEn: string | null;
}

const named = { code: organisations.code, nameJa: organisations.nameJa, nameEn: organisations.nameEn };

function select(tx: Tx) {
  return tx
    .select({ member: members, named })
    .from(members)
    .innerJoin(organisations, eq(organisations.id, members.organisationId));
}

function flat({ member, named: names }: { member: MemberRow; named: Omit<Member, keyof MemberRow> }): Member {
  return { ...member, ...names };
}

/** Also one that has ended: its state says so. */
export async function findMember(tx: Tx, organisationId: string): Promise<Member> {
  const [row] = await select(tx).where(eq(members.organisationId, organisationId));
  if (!row) throw new NotFound('member');
  return flat(row);
}

export async function isMember(tx: Tx, organisationId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.organisationId, organisationId), eq(members.state, 'active')));
  return row !== undefined;
}

export interface MemberFilter {
  readonly kind: string;
  readonly topic: string;
  readonly place: string;
}

/** A part of a list: what comes after a member (its code), and how many. */
interface Part {
  readonly after?: string | undefined;
  readonly limit?: number;
}

const whole = 10_000;

/** Active ones by name; an empty filter asks for all, and who works everywhere works in each place. */
export async function listMembers(
  tx: Tx,
  { kind, topic, place }: MemberFilter = { kind: '', topic: '', place: '' },
  { after, limit = whole }: Part = {},
): Promise<Member[]> {
  const rows = await select(tx)
    .where(
      and(
        eq(members.state, 'active'),
        kind ? eq(members.kind, kind) : undefined,
        topic ? sql`${topic} = any(${members.topics})` : undefined,
        place
          ? sql`(cardinality(${members.municipalities}) = 0 or ${place} = any(${members.municipalities}))`
          : undefined,
        after
          ? sql`(${organisations.nameJa}, ${organisations.code}) > (select o.name_ja, o.code from organisations o where o.code = ${after})`
          : undefined,
      ),
    )
    .orderBy(asc(organisations.nameJa), asc(organisations.code))
    .limit(limit);
  return rows.map(flat);
}

/** How many there were at the end of a day. */
export async function countMembers(tx: Tx, { on }: { on: string }): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(members)
    .where(
      and(
        lte(members.joinedOn, on),
        gte(members.until, on),
        or(eq(members.state, 'active'), sql`${members.endedAt} > ${endOfTokyoDay(on)}`),
      ),
    );
  return row?.count ?? 0;
}

/** Of an organisation that was one before, the row is taken up again. */
export async function upsertMember(tx: Tx, row: typeof members.$inferInsert): Promise<void> {
  const { id: _, organisationId: __, ...set } = row;
  await tx
    .insert(members)
    .values(row)
    .onConflictDoUpdate({
      target: members.organisationId,
      set: { ...set, state: 'active', endedAt: null, endReason: '', remindedFor: null },
    });
}

/** For a decision on it: held until the end of the transaction; nothing when the organisation never was a member. */
export async function lockMember(tx: Tx, organisationId: string): Promise<MemberRow | undefined> {
  const [row] = await tx
    .select()
    .from(members)
    .where(eq(members.organisationId, organisationId))
    .for('update');
  return row;
}

export async function updateMember(
  tx: Tx,
  organisationId: string,
  change: Partial<Omit<MemberRow, 'id' | 'organisationId'>>,
): Promise<void> {
  await tx.update(members).set(change).where(eq(members.organisationId, organisationId));
}

export async function findMemberByCode(tx: Tx, code: string): Promise<Member> {
  const [row] = await select(tx).where(and(eq(organisations.code, code), eq(members.state, 'active')));
  if (!row) throw new NotFound('member');
  return flat(row);
}

/** Whoever asks may see: an agent their own, the office also those that have ended; the active ones first. */
export async function listAllMembers(tx: Tx, { after, limit = whole }: Part = {}): Promise<Member[]> {
  const ended = sql`${members.state} <> 'active'`;
  const behind = sql`(${ended}, ${organisations.nameJa}, ${organisations.code}) > (select m.state <> 'active', o.name_ja, o.code
    from members m join organisations o on o.id = m.organisation_id where o.code = ${after})`;
  const rows = await select(tx)
    .where(after ? behind : undefined)
    .orderBy(ended, asc(organisations.nameJa), asc(organisations.code))
    .limit(limit);
  return rows.map(flat);
}

export async function listMembersOf(tx: Tx, organisationIds: readonly string[]): Promise<Member[]> {
  if (organisationIds.length === 0) return [];
  const rows = await select(tx)
    .where(inArray(members.organisationId, [...organisationIds]))
    .orderBy(asc(organisations.nameJa), asc(organisations.code));
  return rows.map(flat);
}
