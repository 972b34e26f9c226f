import type { OrganisationKind, PersonWho } from '../../access.ts';
import { record } from '../../audit/ledger.ts';
import { type Db, inTransaction } from '../../database/database.ts';
import { publicPagesChanged } from '../../public-pages.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { administratorLeaves } from '../actions.ts';
import {
  findOrganisation,
  findOrganisationByCode,
  insertOrganisation,
  updateOrganisation,
} from '../organisations.ts';
import { nameSite, readSite } from '../site.ts';

export type OrganisationRefusal = 'code-taken' | 'last-administrator';

export interface NewOrganisation {
  readonly kind: OrganisationKind;
  readonly code: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly localGovernmentCode: string;
}

export async function addOrganisation(
  db: Db,
  who: PersonWho,
  { kind, code, nameJa, nameEn, localGovernmentCode }: NewOrganisation,
  now = new Date(),
): Promise<Result<string, 'code-taken'>> {
  return inTransaction(db, who, async (tx) => {
    if (await findOrganisationByCode(tx, code)) return refuse('code-taken');
    const id = await insertOrganisation(tx, {
      kind,
      code,
      nameJa,
      ...(nameEn ? { nameEn } : {}),
      ...(localGovernmentCode ? { localGovernmentCode } : {}),
    });
    await publicPagesChanged(tx);
    const facts = { kind, code };
    await record(tx, { event: 'organisation.add', subject: { kind: 'organisation', id }, facts }, now);
    return ok(id);
  });
}

export async function renameOrganisation(
  db: Db,
  who: PersonWho,
  { id, nameJa, nameEn }: { id: string; nameJa: string; nameEn: string },
  now = new Date(),
): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    const { nameJa: before } = await findOrganisation(tx, id);
    await updateOrganisation(tx, id, { nameJa, nameEn: nameEn || null });
    await publicPagesChanged(tx);
    const facts = { before, after: nameJa };
    await record(tx, { event: 'organisation.rename', subject: { kind: 'organisation', id }, facts }, now);
  });
}

/** Closes an organisation: the roles of its members sleep until it is opened again. */
export async function closeOrganisation(
  db: Db,
  who: PersonWho,
  id: string,
  now = new Date(),
): Promise<Result<'closed', 'last-administrator'>> {
  return inTransaction(db, who, async (tx) => {
    await findOrganisation(tx, id);
    const leaves = await administratorLeaves(tx, (held) => held.organisationId === id);
    if (!leaves.ok) return leaves;
    await updateOrganisation(tx, id, { closedAt: now });
    await publicPagesChanged(tx);
    await record(tx, { event: 'organisation.close', subject: { kind: 'organisation', id } }, now);
    return ok('closed');
  });
}

export async function reopenOrganisation(
  db: Db,
  who: PersonWho,
  id: string,
  now = new Date(),
): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    await findOrganisation(tx, id);
    await updateOrganisation(tx, id, { closedAt: null });
    await publicPagesChanged(tx);
    await record(tx, { event: 'organisation.reopen', subject: { kind: 'organisation', id } }, now);
  });
}

/** Changes what the site is called; whether it is a sample stays as it was. */
export async function renameSite(
  db: Db,
  who: PersonWho,
  names: Omit<Awaited<ReturnType<typeof readSite>>, 'demo'>,
  now = new Date(),
): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    const { demo } = await readSite(tx);
    await nameSite(tx, { ...names, demo });
    await record(tx, { event: 'site.rename', subject: { kind: 'site', id: '1' } }, now);
  });
}
