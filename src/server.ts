import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type DemoSignIns, loadDemo } from '#seeds/load.ts';
import { roles, routes, tsunagi } from './app.tsx';
import { jobs } from './jobs.ts';
import { ensureForms } from '#areas/cases/index.ts';
import { readSearch } from '#areas/directory/index.ts';
import { type Config, readConfig } from '#platform/config.ts';
import { type Database, openDatabase } from '#platform/database/database.ts';
import { type Embedded, startEmbedded } from '#platform/database/embedded/start.ts';
import { migrate } from '#platform/database/migrate.ts';
import { StartError } from '#platform/errors.ts';
import { answerUnreadable } from '#platform/web/unreadable.ts';
import { startJobs } from '#platform/jobs.ts';
import { LiveHub } from '#platform/live/hub.ts';
import { makeLog } from '#platform/log.ts';
import { mailCarrier } from '#platform/mail/outbox.ts';
import { PageViews } from '#platform/page-views/counter.ts';
import { publicSections } from '#platform/page-views/rules.ts';
import { firstAdministratorLink } from '#platform/people/invitations/first.ts';
import { giveBack } from '#platform/processes/give-back.ts';
import { placeOf } from '#platform/processes/place.ts';
import { readSecretKey } from '#platform/secret-key.ts';
import { makeDataDir } from '#platform/data-dir.ts';
import { openVault } from '#platform/vault/key-ring.ts';
import type { Tools } from '#platform/web/visit.ts';

const place = placeOf(process.env['TSUNAGI_PLACE']);

type Closer = () => Promise<void>;
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Config → database → app → listen. What was started is ended in reverse order, on a signal or when the start fails. */
async function main(): Promise<void> {
  const closers: Closer[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  const started = start(closers);
  place.whenToEnd(() => {
    started
      .catch(() => {})
      .then(close)
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  });
  try {
    await started;
  } catch (error) {
    await close().catch(() => {});
    if (!(error instanceof StartError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

async function start(closers: Closer[]): Promise<void> {
  const config = readConfig({ ...process.env, ...(await place.settings()) });
  const log = makeLog(config.LOG_LEVEL);
  const dataDir = await makeDataDir(config.DATA_DIR);
  let answer: Answer = stillStarting;
  const server = createServer((request, response) => answer(request, response));
  server.on('clientError', answerUnreadable);
  const open = async () => {
    const port = await listen(server, config);
    closers.push(() => closeServer(server));
    return `http://${config.HOST === '127.0.0.1' ? 'localhost' : config.HOST}:${port}`;
  };
  // Another of several processes opens its door when it can answer.
  const address = place.first ? await open() : '';
  const { db, url } = await openStore(config, dataDir, closers);
  const secretKey = await readSecretKey({ given: config.SECRET_KEY, dataDir });
  const vault = openVault(secretKey, dataDir);
  const files = { folder: `${dataDir}/files` };
  const publicUrl = config.PUBLIC_URL?.replace(/\/$/, '') ?? address;
  const demo = place.first ? await fill({ db, vault, files, publicUrl }, config) : null;
  const live = new LiveHub();
  const tools: Tools = { config, log, files, publicUrl, secretKey, vault, live };
  const app = await tsunagi({ db, tools });
  await app.cache.listen(db);
  closers.push(() => app.cache.close());
  await live.listen(db);
  // Otherwise whoever searches first waits for it.
  await readSearch(db);
  if (place.first) {
    const runner = await work(db, tools, dataDir);
    closers.push(() => runner.stop());
  }
  const handle = getRequestListener(app.hono.fetch);
  const views = new PageViews(publicSections(routes));
  closers.push(views.start(db, (error) => log.error({ err: error }, 'page views were not written')).close);
  answer = (request, response) => {
    views.watch(request, response);
    if (!app.cache.serve(request, response)) void handle(request, response);
  };
  if (!place.first) await open();
  // Last in, first out: requests end before what answers them does.
  closers.push(() => closeServer(server));
  closers.push(() => live.close());
  await place.answers({ DATABASE_URL: url, PUBLIC_URL: publicUrl });
  giveBack();
  if (place.first) await announce({ db, publicUrl, config, demo });
}

/** What has to be in a database before anybody can work with it. */
async function fill(world: Parameters<typeof loadDemo>[0], config: Config): Promise<DemoSignIns | null> {
  await ensureForms(world.db);
  return config.TSUNAGI_DEMO ? loadDemo(world) : null;
}

/** What is done without anybody asking. */
function work(db: Database, tools: Tools, dataDir: string): ReturnType<typeof startJobs> {
  const { config, log } = tools;
  const mail = { smtpUrl: config.SMTP_URL, from: config.MAIL_FROM, folder: `${dataDir}/mail` };
  return startJobs(db, jobs({ carrier: mailCarrier(mail), tools }), log);
}

async function announce({
  db,
  publicUrl,
  config,
  demo,
}: {
  db: Database;
  publicUrl: string;
  config: Config;
  demo: DemoSignIns | null;
}): Promise<void> {
  process.stdout.write(`Tsunagi is ready: ${publicUrl}\n`);
  if (demo) process.stdout.write(signInsOf(demo));
  const first = config.TSUNAGI_DEMO ? null : await firstAdministratorLink(db, publicUrl);
  if (first) process.stdout.write(`Make the first administrator (once, within 2 days): ${first}\n`);
}

/** Who can be in the demo world; the people are invented and exist only in it. */
function signInsOf({ password, people }: DemoSignIns): string {
  const named = (name: string) => roles.find((role) => role.name === name)?.words.ja ?? name;
  const lines = people.map(
    ({ email, name, roles: held }) => `  ${email.padEnd(24)} ${name}（${held.map(named).join('、')}）\n`,
  );
  return `Demo sign-ins at /sign-in, all with the password ${password}\n${lines.join('')}`;
}

/** The port is taken before the database starts, so that a second start fails at once; until all is up, the truth is told. */
function stillStarting(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(request.url === '/healthz' ? 200 : 503, {
    'content-type': 'text/plain',
    'retry-after': '2',
  });
  response.end('starting');
}

async function openStore(
  config: Config,
  dataDir: string,
  closers: Closer[],
): Promise<{ db: Database; url: string }> {
  const embedded = config.DATABASE_URL ? undefined : await startEmbedded({ dataDir });
  if (embedded) closers.push(endWith(embedded));
  const url = config.DATABASE_URL ?? (embedded?.url as string);
  const db = openDatabase(url);
  closers.push(() => db.close());
  if (place.first) await migrate(db.owner);
  return { db, url };
}

/** The product ends when its database ends without being asked to: whoever watches over the process starts both again. */
function endWith(embedded: Embedded): Closer {
  let asked = false;
  void embedded.ended.then(() => {
    if (asked) return;
    process.stderr.write('The embedded database ended by itself; Tsunagi ends too. Start it again.\n');
    process.exit(1);
  });
  return () => {
    asked = true;
    return embedded.stop();
  };
}

/** Takes the port; the number that was really given. */
function listen(server: Server, { HOST, PORT }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? 'is in use by another program'
          : error.code === 'EACCES'
            ? 'needs more rights'
            : `cannot be used (${error.code})`;
      reject(new StartError(`Port ${PORT} on ${HOST} ${why}. Set PORT to another number.`));
    });
    server.listen(PORT, HOST, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : PORT);
    });
  });
}

/** No new connections; open requests get ten seconds. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), 10_000);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

await main();
