import { randomBytes, randomUUID } from 'node:crypto';
import { system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Database, type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { endOfTokyoDay, fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import { findPersonByEmail } from '#platform/people/invitations/store.ts';
import { ok, type Result } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import { mustKeepAt } from '../access.ts';
import { type Course, findCourse } from '../courses/store.ts';
import {
  type CertificateRefusal,
  decideGive,
  decideRevoke,
  initialOf,
  numberOf,
  validUntilOf,
} from './rules.ts';
import { type Certificate, findCertificate, insertCertificate, updateCertificate } from './store.ts';

const ownerOf = (id: string) => `training-certificate:${id}`;

/** Undefined once it was erased. */
export function holderOf(vault: Vault, { id, sealedKey, sealed }: Certificate): string | undefined {
  if (!sealedKey || !sealed) return undefined;
  const owner = ownerOf(id);
  return unseal(openDataKey(vault, { sealed: sealedKey, owner }), { sealed, owner });
}

interface Issuing {
  readonly vault: Vault;
  readonly course: Course;
  readonly name: string;
  readonly personId: string | null;
  readonly entryId: string | null;
  readonly issuedAt: Date;
}

/** Written in the caller's transaction; the proof of its holder's roles is written with it, by the database. */
export async function issueCertificate(
  tx: Tx,
  { vault, course, name, personId, entryId, issuedAt }: Issuing,
  now: Date,
): Promise<string> {
  const id = randomUUID();
  const { key, sealed: sealedKey } = newDataKey(vault, ownerOf(id));
  await insertCertificate(tx, {
    id,
    number: numberOf(fiscalYearOf(tokyoDay(issuedAt)), randomBytes(8)),
    courseId: course.id,
    organisationId: course.organisationId,
    personId,
    entryId,
    initial: initialOf(name),
    sealedKey,
    sealed: seal(key, { text: name, owner: ownerOf(id) }),
    issuedAt,
    validUntil: validUntilOf(issuedAt, course.validMonths),
  });
  await record(
    tx,
    {
      event: 'training.certify',
      subject: { kind: 'training-certificate', id },
      facts: { courseId: course.id },
    },
    now,
  );
  return id;
}

/** By hand, for what was taken elsewhere on a day that has been; it opens the roles of whoever signs in with this address. */
export async function giveCertificate(
  db: Database,
  who: Who,
  given: { vault: Vault; courseId: string; name: string; mail: string; on: string },
  now = new Date(),
): Promise<Result<{ certificateId: string; known: boolean }, CertificateRefusal>> {
  const course = await inTransaction(db, who, (tx) => findCourse(tx, given.courseId));
  mustKeepAt(who, course.organisationId);
  const decision = decideGive({ on: given.on }, tokyoDay(now));
  if (!decision.ok) return decision;
  // A keeper does not see the people of other organisations; whether there is one with this address is all that is asked.
  const person = given.mail
    ? await inTransaction(db, system('training-address'), (tx) => findPersonByEmail(tx, given.mail))
    : undefined;
  return inTransaction(db, who, async (tx) => {
    const { vault, name, on } = given;
    const endOfDay = endOfTokyoDay(on);
    const issuedAt = endOfDay > now ? now : new Date(endOfDay.getTime() - 1000);
    const issuing = { vault, course, name, personId: person?.id ?? null, entryId: null, issuedAt };
    const certificateId = await issueCertificate(tx, issuing, now);
    return ok({ certificateId, known: person !== undefined });
  });
}

/** Its holder's roles are closed in the same moment, if nothing else proves the course. */
export async function revokeCertificate(
  db: Db,
  who: Who,
  { certificateId, reason }: { certificateId: string; reason: string },
  now = new Date(),
): Promise<Result<'revoked', CertificateRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { certificate } = await findCertificate(tx, certificateId);
    mustKeepAt(who, certificate.organisationId);
    const decision = decideRevoke({ revokedAt: certificate.revokedAt, reason });
    if (!decision.ok) return decision;
    await updateCertificate(tx, certificateId, { revokedAt: now, revokeReason: reason });
    await record(
      tx,
      { event: 'training.revoke', subject: { kind: 'training-certificate', id: certificateId } },
      now,
    );
    return ok('revoked');
  });
}
