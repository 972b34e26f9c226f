import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type OrganisationKind, type PersonWho, type Role, system } from '#platform/access.ts';
import { readConfig } from '#platform/config.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { LiveHub } from '#platform/live/hub.ts';
import { makeLog } from '#platform/log.ts';
import { insertOrganisation, insertPerson } from '#platform/people/organisations.ts';
import { beginSession, findSession } from '#platform/sign-in/sessions.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { makeVault } from '#platform/vault/vault.ts';
import type { Tools } from '#platform/web/visit.ts';
import { roles, tsunagi } from './app.tsx';

export interface TestApp {
  readonly db: Database & { readonly url: string };
  readonly tools: Tools;
  /** A GET; `as` is a signed-in person of `signIn`. */
  get(url: string, as?: SignedIn): Promise<Response>;
  /** A form posted from one of our own pages. */
  post(url: string, fields: FormData | Record<string, string | string[]>, as?: SignedIn): Promise<Response>;
  /** Any request, with nothing added: for what a browser of ours would not send. */
  send(url: string, request: RequestInit): Promise<Response>;
  /** Makes an organisation, a person with this role there, and a session with a second factor. */
  signIn(
    role: Role,
    at?: { kind?: OrganisationKind; organisationId?: string; name?: string },
  ): Promise<SignedIn>;
}

export interface SignedIn {
  readonly who: PersonWho;
  readonly organisationId: string;
  readonly cookie: string;
}

/** The whole product on a database of its own, without a network: for route tests. */
export async function testApp(environment: Record<string, string> = {}): Promise<TestApp> {
  const db = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'tsunagi-files-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: folder, ...environment });
  const secretKey = createHash('sha256').update('test').digest();
  const tools: Tools = {
    config,
    log: makeLog('silent'),
    files: { folder: join(folder, 'files') },
    publicUrl: 'http://localhost',
    secretKey,
    vault: makeVault(secretKey),
    live: new LiveHub(),
  };
  const { hono } = await tsunagi({ db, tools });
  // Whoever asks comes from an address of this app's own: what is counted by address in this process is not another file's.
  const from = { incoming: { socket: { remoteAddress: randomUUID() } } };
  const headers = (as?: SignedIn) => ({
    'sec-fetch-site': 'same-origin',
    ...(as ? { cookie: as.cookie } : {}),
  });
  return {
    db,
    tools,
    get: async (url, as) => hono.request(url, { headers: headers(as) }, from),
    post: async (url, fields, as) =>
      hono.request(url, { method: 'POST', headers: headers(as), body: asFormData(fields) }, from),
    send: async (url, request) => hono.request(url, request, from),
    signIn: (role, at = {}) => signIn(db, role, at),
  };
}

async function signIn(
  db: Database,
  role: Role,
  {
    kind,
    organisationId,
    name = '試験 担当',
  }: { kind?: OrganisationKind; organisationId?: string; name?: string },
): Promise<SignedIn> {
  const token = await inTransaction(db, system('test'), async (tx) => {
    const code = crypto.randomUUID();
    const organisation =
      organisationId ??
      (await insertOrganisation(tx, {
        kind: kind ?? role.at[0] ?? 'bureau',
        code,
        nameJa: `試験組織 ${code.slice(0, 4)}`,
      }));
    const personId = await insertPerson(tx, {
      email: `${code}@example.jp`,
      name,
      memberships: [{ organisationId: organisation, role: role.name }],
    });
    return beginSession(tx, { personId, method: 'password', secondFactor: true, device: 'test' }, new Date());
  });
  const who = await findSession(db, token, new Date(), roles);
  if (!who) throw new Error('no session');
  return { who, organisationId: who.memberships[0]?.organisationId ?? '', cookie: `session=${token}` };
}

function asFormData(fields: FormData | Record<string, string | string[]>): FormData {
  if (fields instanceof FormData) return fields;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const each of Array.isArray(value) ? value : [value]) form.append(name, each);
  }
  return form;
}
