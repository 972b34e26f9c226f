import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { system } from '#platform/access.ts';
import { openDatabase } from '#platform/database/database.ts';
import { migrate } from '#platform/database/migrate.ts';
import { makeVault } from '#platform/vault/vault.ts';
import { connectChannel } from '#areas/consultations/lines/channels/actions.ts';
import { makeDesk } from '#areas/consultations/desks/fixtures.ts';
import { ms, type Outcome } from './outcome.ts';
import { startProduct } from './server-process.ts';

const perSecond = 200;
const goalMs = 50;
const secret = randomBytes(16).toString('hex');

/**
 * LINE tells 200 events a second, each of another person and in a request of its own, at even pauses whatever the answers take;
 * the work that they lead to runs in the same process meanwhile. What is measured is when LINE has its answer.
 */
export async function lineWebhook(databaseUrl: string, folder: string, seconds: number): Promise<Outcome[]> {
  const key = randomBytes(32);
  await connect(databaseUrl, key);
  const product = await startProduct(join(folder, 'line'), {
    PROCESSES: '1',
    DATABASE_URL: databaseUrl,
    TSUNAGI_DEMO: '0',
    SECRET_KEY: key.toString('base64'),
  });
  try {
    await tellFor(product.url, 2);
    const took = await tellFor(product.url, seconds);
    const sorted = took.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
    const p99 = at(0.99);
    return [
      {
        what: `LINE webhook acknowledged, ${perSecond} signed events/s for ${seconds} s, p50 and p99`,
        figure: `${ms(at(0.5))}, ${ms(p99)}`,
        goal: `p99 < ${goalMs} ms`,
        met: p99 < goalMs,
      },
      { what: 'memory of the process after them', figure: `${product.residentMb().toFixed(0)} MB` },
    ];
  } finally {
    await product.stop();
  }
}

async function connect(url: string, key: Buffer): Promise<void> {
  const db = openDatabase(url);
  try {
    await migrate(db.owner);
    const { deskId } = await makeDesk(db, { code: 'bench-line' });
    const vault = makeVault(key);
    const token = 'bench-token-'.padEnd(60, 'x');
    await connectChannel(db, system('bench'), { vault, deskId, secret, token, sends: false });
  } finally {
    await db.close();
  }
}

async function tellFor(url: string, seconds: number): Promise<number[]> {
  const took: Promise<number>[] = [];
  const began = performance.now();
  for (let n = 0; n < perSecond * seconds; n++) {
    const wait = began + (n * 1000) / perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    took.push(tell(url));
  }
  return Promise.all(took);
}

/** One telling; how long its answer took (ms). */
async function tell(url: string): Promise<number> {
  const body = JSON.stringify({ destination: 'U0', events: [event()] });
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  const began = performance.now();
  const answer = await fetch(`${url}/webhooks/line/bench-line`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'x-line-signature': signature },
  });
  if (answer.status !== 200) throw new Error(`the webhook answered ${answer.status}`);
  return performance.now() - began;
}

function event() {
  return {
    type: 'message',
    mode: 'active',
    timestamp: Date.now(),
    source: { type: 'user', userId: `U${randomBytes(16).toString('hex')}` },
    webhookEventId: randomBytes(13).toString('hex'),
    deliveryContext: { isRedelivery: false },
    replyToken: randomBytes(16).toString('hex'),
    message: { type: 'text', id: String(Date.now()), quoteToken: 'q', text: '話を聞いてください' },
  };
}
