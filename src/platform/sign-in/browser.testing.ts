import { sql } from 'drizzle-orm';
import { system } from '../access.ts';
import { inTransaction } from '../database/database.ts';
import type { SignedIn, TestApp } from '../../app.testing.ts';
import { insertPerson } from '../people/organisations.ts';
import { hashPassword } from './passwords/hash.ts';

export const goodPassword = 'みどりの 傘と 七つの鈴';

/** A browser that keeps cookies, for journeys over several requests. */
export function testBrowser(app: TestApp, from?: SignedIn) {
  const cookies = new Map<string, string>();
  if (from) cookies.set('session', from.cookie.replace('session=', ''));
  const as = () =>
    ({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }) as SignedIn;
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = (line.split(';')[0] as string).split('=') as [string, string];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    cookies,
    get: async (url: string) => keep(await app.get(url, as())),
    post: async (url: string, fields: Record<string, string | string[]> = {}) =>
      keep(await app.post(url, fields, as())),
  };
}

export async function makePerson(
  app: TestApp,
  {
    email,
    memberships = [],
    password = goodPassword,
  }: {
    email: string;
    memberships?: { organisationId: string; role: string }[];
    password?: string;
  },
): Promise<string> {
  const passwordHash = await hashPassword(password);
  return inTransaction(app.db, system('test'), (tx) =>
    insertPerson(tx, { email, name: '試験 花子', passwordHash, memberships }),
  );
}

/** Rows as the system sees them. */
export async function rowsOf<Row extends Record<string, unknown>>(
  app: TestApp,
  query: ReturnType<typeof sql>,
): Promise<Row[]> {
  return inTransaction(
    app.db,
    system('test'),
    async (tx) => (await tx.execute(query)).rows as unknown as Row[],
  );
}

/** Events of the ledger about a subject, in order. */
export async function eventsOf(app: TestApp, subjectId: string): Promise<string[]> {
  const rows = await rowsOf<{ event: string }>(
    app,
    sql`select event from audit_events where subject_id = ${subjectId} order by position`,
  );
  return rows.map((row) => row.event);
}

/** The link in the newest mail to somebody, as a path. */
export async function linkMailedTo(app: TestApp, email: string): Promise<string> {
  const rows = await rowsOf<{ body: string }>(
    app,
    sql`select body from mail_outbox where recipient = ${email} order by created_at desc limit 1`,
  );
  return /http:\/\/localhost(\S+)/.exec(rows[0]?.body ?? '')?.[1] ?? '';
}
