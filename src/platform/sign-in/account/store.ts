import { eq } from 'drizzle-orm';
import type { Tx } from '../../database/database.ts';
import { NotFound } from '../../errors.ts';
import type { Lang } from '../../i18n.ts';
import { people } from '../../people/tables.ts';

export interface OwnPerson {
  readonly email: string;
  readonly name: string;
  readonly lang: string;
  readonly hasPassword: boolean;
}

export async function findOwnPerson(tx: Tx, personId: string): Promise<OwnPerson> {
  const [row] = await tx.select().from(people).where(eq(people.id, personId));
  if (!row) throw new NotFound('person');
  return { email: row.email, name: row.name, lang: row.lang, hasPassword: row.passwordHash !== null };
}

export async function updateProfile(
  tx: Tx,
  personId: string,
  profile: { name: string; lang: Lang },
): Promise<void> {
  await tx.update(people).set(profile).where(eq(people.id, personId));
}
