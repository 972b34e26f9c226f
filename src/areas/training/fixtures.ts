import { randomUUID } from 'node:crypto';
import { system } from '#platform/access.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { issueCertificate } from './certificates/actions.ts';
import { addCourse } from './courses/actions.ts';
import { findCourse } from './courses/store.ts';
import { type Entrant, markOf, sealEntrant, tokenHash, tokenOf } from './entries/sealed.ts';
import { insertEntry, updateEntry } from './entries/store.ts';
import { insertRequirement } from './requirements/store.ts';
import { addSession, type SessionInput } from './sessions/actions.ts';
import { findSession, type Session } from './sessions/store.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';

const it = system('test');

export function exampleCourse(titleJa = `試験の研修 ${randomUUID().slice(0, 4)}`) {
  return {
    titleJa,
    titleEn: null,
    purpose: '試験のため',
    content: '守ること、話さないこと',
    audiences: ['supporter', 'commissioner'] as const,
    validMonths: 12,
  };
}

export function makeCourse(
  db: Db,
  organisationId: string,
  change: { validMonths?: number | null } = {},
): Promise<string> {
  return addCourse(db, it, { ...exampleCourse(), ...change, organisationId });
}

/** A session of two hours that begins so many minutes from a moment. */
export async function makeSession(
  db: Db,
  courseId: string,
  {
    startsIn = 60,
    now = new Date(),
    ...change
  }: Partial<SessionInput> & { startsIn?: number; now?: Date } = {},
): Promise<string> {
  const startsAt = new Date(now.getTime() + startsIn * 60_000);
  const endsAt = new Date(startsAt.getTime() + 120 * 60_000);
  const made = await addSession(
    db,
    it,
    {
      courseId,
      startsAt,
      endsAt,
      way: 'on-site',
      venue: '会議室 1',
      url: '',
      quota: null,
      entryFrom: addDays(tokyoDay(startsAt), -30),
      // A session of late evening ends on another day.
      entryUntil: tokyoDay(endsAt),
      ...change,
    },
    now,
  );
  if (!made.ok) throw new Error(made.refusal);
  return made.value.sessionId;
}

/** A requirement that holds, without the month that the rule leaves to people. */
export function makeRequirement(
  db: Db,
  { role, courseId, since }: { role: string; courseId: string; since: Date },
): Promise<string> {
  return inTransaction(db, it, (tx) => insertRequirement(tx, { role, courseId, since, createdAt: since }));
}

export function makeCertificate(
  { db, vault }: { db: Db; vault: Vault },
  { courseId, personId, issuedAt }: { courseId: string; personId: string | null; issuedAt: Date },
): Promise<string> {
  return inTransaction(db, it, async (tx) => {
    const course = await findCourse(tx, courseId);
    const issuing = { vault, course, name: '試験 花子', personId, entryId: null, issuedAt };
    return issueCertificate(tx, issuing, issuedAt);
  });
}

/** An entry as it lies there, without the mails of entering. */
export async function makeEntry(
  tx: Tx,
  vault: Vault,
  {
    session,
    entrant,
    ...row
  }: {
    session: Session;
    audience: string;
    personId: string | null;
    state: 'in' | 'waiting';
    entrant: Entrant;
  },
): Promise<string> {
  const id = randomUUID();
  await insertEntry(tx, {
    ...row,
    id,
    sessionId: session.id,
    organisationId: session.organisationId,
    lang: 'ja',
    mark: markOf(vault, entrant.mail),
    ...sealEntrant(vault, id, entrant),
    tokenHash: tokenHash(tokenOf(vault, id)),
    askedAt: new Date(session.startsAt.getTime() - 20 * 86_400_000),
  });
  return id;
}

/** A session that was held at noon of a day, with who was there, by their addresses. */
export async function makeHeld(
  { db, vault }: { db: Db; vault: Vault },
  { courseId, on, mails }: { courseId: string; on: string; mails: readonly string[] },
): Promise<void> {
  const sessionId = await makeSession(db, courseId, { startsIn: 1, now: new Date(`${on}T03:00:00Z`) });
  await inTransaction(db, it, async (tx) => {
    const session = await findSession(tx, sessionId);
    for (const mail of mails) {
      const entrant = { name: '試験 花子', mail, from: '試験の会' };
      const entry = { session, audience: 'supporter', personId: null, state: 'in', entrant } as const;
      const id = await makeEntry(tx, vault, entry);
      await updateEntry(tx, id, { attendedAt: session.endsAt, attendedBy: 'list' });
    }
  });
}
