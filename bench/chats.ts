import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { system } from '#platform/access.ts';
import { type Database, inTransaction, openDatabase } from '#platform/database/database.ts';
import { migrate } from '#platform/database/migrate.ts';
import { insertPerson } from '#platform/people/organisations.ts';
import { beginSession, hashToken, newToken } from '#platform/sign-in/sessions.ts';
import { makeVault, type Vault } from '#platform/vault/vault.ts';
import { counsellor } from '#areas/consultations/index.ts';
import { openContact } from '#areas/consultations/contacts/actions.ts';
import { makeDesk } from '#areas/consultations/desks/fixtures.ts';
import { deskPaths, talkPaths } from '#areas/consultations/paths.ts';
import { insertTalkKey } from '#areas/consultations/talks/store.ts';
import { listen, sayTo, type Stream } from './event-stream.ts';
import { median, ms, type Outcome } from './outcome.ts';
import { startProduct } from './server-process.ts';

/** Conversations of one desk; the largest that a desk's page has to draw quickly. */
const chatsPerDesk = 200;
/** Counsellors of a desk whose page is open, each with one conversation before them. */
const boardsPerDesk = 10;
const perSecond = 50;
const goalMs = 250;
const boardGoalMs = 500;

interface Talk {
  readonly contactId: string;
  readonly cookie: string;
}
interface Desk {
  readonly deskId: string;
  readonly boards: readonly { readonly cookie: string; readonly talk: Talk }[];
  readonly talks: readonly Talk[];
}

/**
 * Everybody has their page open: 1,000 people in chat and the counsellors of their desks (BENCH_SCALE=1; otherwise a part of
 * them). Fifty times a second one of the people before a counsellor says something; measured is when it is on that counsellor's
 * page. Sending, storing, sealing, the ledger's neighbours and all other open pages are in it.
 */
export async function chats(databaseUrl: string, folder: string, scale: number): Promise<Outcome[]> {
  const key = randomBytes(32);
  const desks = await fill(databaseUrl, makeVault(key), Math.max(1, Math.round(5 * scale)));
  const product = await startProduct(join(folder, 'chats'), {
    PROCESSES: '1',
    DATABASE_URL: databaseUrl,
    TSUNAGI_DEMO: '0',
    SECRET_KEY: key.toString('base64'),
  });
  const streams: Stream[] = [];
  try {
    const drawn = await drawBoards(product.url, desks);
    const talks = desks.flatMap((desk) => desk.talks);
    const before = product.residentMb();
    for (const { cookie } of talks)
      streams.push(await listen(`${product.url}${talkPaths.live.to({})}`, cookie));
    const perChat = ((product.residentMb() - before) * 1024) / talks.length;
    const seconds = scale < 1 ? 10 : 60;
    const took = await converse(product.url, desks, seconds);
    const sorted = took.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
    return [
      {
        what: `${talks.length} chats open, ${perSecond} messages/s for ${seconds} s: from send to the counsellor’s screen, p50 and p99`,
        figure: `${ms(at(0.5))}, ${ms(at(0.99))}`,
        goal: `p99 < ${goalMs} ms`,
        met: at(0.99) < goalMs,
      },
      { what: 'memory of an open chat', figure: `${perChat.toFixed(0)} kB` },
      {
        what: `a desk’s page with ${chatsPerDesk} open conversations`,
        figure: ms(drawn),
        goal: `< ${boardGoalMs} ms`,
        met: drawn < boardGoalMs,
      },
    ];
  } finally {
    for (const stream of streams) stream.close();
    await product.stop();
  }
}

async function fill(url: string, vault: Vault, count: number): Promise<Desk[]> {
  const db = openDatabase(url);
  try {
    await migrate(db.owner);
    const desks: Desk[] = [];
    for (let n = 0; n < count; n++) desks.push(await fillDesk(db, vault));
    return desks;
  } finally {
    await db.close();
  }
}

async function fillDesk(db: Database, vault: Vault): Promise<Desk> {
  const { deskId } = await makeDesk(db, { settings: { chatsPerCounsellor: chatsPerDesk } });
  const who = system('bench');
  const now = new Date();
  return inTransaction(db, who, async (tx) => {
    const boards: { cookie: string; personId: string }[] = [];
    for (let n = 0; n < boardsPerDesk; n++) {
      const memberships = [{ organisationId: deskId, role: counsellor.name }];
      const email = `${crypto.randomUUID()}@example.jp`;
      const personId = await insertPerson(tx, { email, name: `計測 ${n}`, memberships });
      const session = { personId, method: 'password', secondFactor: true, device: 'bench' } as const;
      boards.push({ personId, cookie: `session=${await beginSession(tx, session, now)}` });
    }
    const talks: Talk[] = [];
    for (let n = 0; n < chatsPerDesk; n++) {
      const takenBy = boards[n % boardsPerDesk]?.personId ?? null;
      const fields = { takenBy, takenAt: now };
      const opening = { vault, deskId, door: 'chat', state: 'open', inHours: true, fields } as const;
      const { id: contactId } = await openContact(tx, who, opening, now);
      const token = newToken();
      const expiresAt = new Date(now.getTime() + 3_600_000);
      await insertTalkKey(tx, { tokenHash: hashToken(token), contactId, expiresAt });
      talks.push({ contactId, cookie: `talk=${token}` });
    }
    const before = boards.map(({ cookie }, n) => ({ cookie, talk: talks[n] as Talk }));
    return { deskId, talks, boards: before };
  });
}

/** The whole page of a desk, asked for one after the other; the median (ms). */
async function drawBoards(url: string, desks: readonly Desk[]): Promise<number> {
  const [desk] = desks;
  const took: number[] = [];
  for (let n = 0; n < 12; n++) {
    const began = performance.now();
    const answer = await fetch(`${url}${deskPaths.desk.to({ deskId: desk?.deskId ?? '' })}`, {
      headers: { cookie: desk?.boards[0]?.cookie ?? '' },
    });
    const page = await answer.text();
    if (answer.status !== 200 || !page.includes('data-queue'))
      throw new Error(`the desk answered ${answer.status}`);
    if (n >= 2) took.push(performance.now() - began);
  }
  return median(took);
}

/** Says something at even pauses, whatever the answers take; how long each took to the counsellor's page (ms). */
async function converse(url: string, desks: readonly Desk[], seconds: number): Promise<number[]> {
  const sent = new Map<string, { at: number; shown: (tookMs: number) => void }>();
  const boards = desks.flatMap(({ deskId, boards: own }) => own.map((board) => ({ deskId, ...board })));
  const streams: Stream[] = [];
  for (const { deskId, cookie, talk } of boards) {
    const live = deskPaths.live.to({ deskId }, { contact: talk.contactId, after: '0' });
    const stream = await listen(`${url}${live}`, cookie, (text) => {
      for (const [words = ''] of text.matchAll(/bench-\d+-/g)) {
        const said = sent.get(words);
        sent.delete(words);
        said?.shown(performance.now() - said.at);
      }
    });
    streams.push(stream);
  }
  try {
    const took: Promise<number>[] = [];
    const began = performance.now();
    for (let n = 0; n < perSecond * seconds; n++) {
      const wait = began + (n * 1000) / perSecond - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      const words = `bench-${n}-`;
      const cookie = boards[n % boards.length]?.talk.cookie ?? '';
      took.push(
        new Promise((shown, failed) => {
          sent.set(words, { at: performance.now(), shown });
          sayTo(`${url}${talkPaths.say.to({})}`, cookie, words).catch(failed);
          setTimeout(() => failed(new Error(`${words} was not shown within 30 s`)), 30_000).unref();
        }),
      );
    }
    return await Promise.all(took);
  } finally {
    for (const stream of streams) stream.close();
  }
}
