import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { anonymous, type PersonWho, type Who } from '../access.ts';
import { Conflict } from '../errors.ts';

/** The database of a process: connections that cannot bypass row-level security, and a few of the owner. */
export interface Database {
  readonly kind: 'database';
  /** Every connection has become the role tsunagi_app: see roles.sql. */
  readonly pool: pg.Pool;
  /** Migrations, the job runner, listening, maintenance. Never used by an area. */
  readonly owner: pg.Pool;
  close(): Promise<void>;
}

/** An open transaction in which the database knows who acts. */
export type Tx = NodePgDatabase & {
  readonly who: Who;
  /** What goes to the database together with the commit, in its order: see `beforeCommit` and `notify`. */
  readonly closing: { readonly statements: Map<string, Closing>; readonly notices: Set<string> } | undefined;
  /** The connection, for statements that are prepared: see prepared.ts. */
  readonly $client: pg.PoolClient;
};

/** A statement that is prepared once per connection; its name is unique in the product. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly (string | null)[];
}

/** A statement that takes all that was said for it as one value ($1), a list of rows in JSON. */
interface Closing extends Pick<Statement, 'name' | 'text'> {
  readonly rows: Map<string, Statement['values']>;
}

/** First argument of stores and actions: the database, or the transaction one is already in. */
export type Db = Database | Tx;

/** What is said in one go, statement after statement, goes to the database on one way: it wakes once, and so do we. */
class TogetherClient extends pg.Client {
  override query = ((...said: [never]) => {
    const { stream } = this.connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
    return super.query(...said);
  }) as pg.Client['query'];
}

/** Each that has written keeps some megabytes of plans in the database; of what a rush needed two stay. */
const idle = { min: 2, idleTimeoutMillis: 3000 } as const;

export function openDatabase(url: string, { connections = 8 } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    ...idle,
    options: '-c role=tsunagi_app',
    application_name: 'tsunagi',
    // A statement may be sent before the one in front of it is answered.
    pipeline: true,
    Client: TogetherClient,
  });
  const owner = new pg.Pool({ connectionString: url, max: 4, ...idle, application_name: 'tsunagi-owner' });
  // A connection that breaks while idle is replaced by the pool; the next query tells if the database is really gone.
  for (const each of [pool, owner]) {
    each.on('error', () => {});
    each.on('connect', (client) => client.on('error', () => {}));
  }
  return {
    kind: 'database',
    pool,
    owner,
    async close() {
      await Promise.all([pool.end(), owner.end()]);
    },
  };
}

/**
 * Runs `work` in one transaction as `who`: row-level security sees them, and a thrown error undoes everything.
 * Inside an open transaction of the same person it simply goes on. A violated unique constraint becomes `Conflict`.
 */
export async function inTransaction<T>(db: Db, who: Who, work: (tx: Tx) => Promise<T>): Promise<T> {
  if ('who' in db) {
    if (context(db.who) !== context(who)) throw new Error('a transaction belongs to one person');
    return work(db);
  }
  const client = await db.pool.connect();
  let broken: Error | undefined;
  // Not waited for: the first statement of the work follows it on the same way, in order.
  const begun = client.query(`begin${context(who)}`);
  begun.catch(() => {});
  try {
    const tx: Tx = Object.assign(
      Object.create(builderOf(client)) as NodePgDatabase & { $client: pg.PoolClient },
      {
        who,
        closing: { statements: new Map<string, Closing>(), notices: new Set<string>() },
      },
    );
    const result = await work(tx);
    await begun;
    await commit(client, tx.closing);
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw asConflict(error);
  } finally {
    client.release(broken);
  }
}

/** The builder of a connection, made once: it holds nothing of a transaction. */
function builderOf(client: pg.PoolClient): NodePgDatabase {
  const known = builders.get(client) ?? drizzle({ client });
  builders.set(client, known);
  return known;
}

const builders = new WeakMap<pg.PoolClient, NodePgDatabase>();

/** One statement as `who`: it goes to the database on one way with the beginning and the end of its transaction. */
export async function askOnce<Row extends pg.QueryResultRow>(
  db: Database,
  who: Who,
  { values, ...statement }: Statement,
): Promise<Row[]> {
  const client = await db.pool.connect();
  const answers = [
    client.query(`begin${context(who)}`),
    client.query<Row>({ ...statement, values: [...values] }),
    client.query('commit'),
  ] as const;
  try {
    const [, { rows }] = await Promise.all(answers);
    return rows;
  } finally {
    await Promise.allSettled(answers);
    client.release();
  }
}

/** PostgreSQL answers the commit of what failed halfway by undoing it, without an error: whoever passed over the first one hears it here. */
async function commit(client: pg.PoolClient, closing: Tx['closing']): Promise<void> {
  const said = Array.from(closing?.statements.values() ?? [], ({ rows, ...statement }) =>
    client.query({ ...statement, values: [JSON.stringify([...rows.values()])] }),
  );
  const end = client.query([...(closing?.notices ?? []), 'commit'].join('; '));
  const answers = await Promise.all([...said, end]);
  if (answers.flat().at(-1)?.command !== 'COMMIT') throw new Error('the transaction was undone');
}

/**
 * Single statements as nobody, each for itself: outside a transaction the database knows nobody, so what everybody may read
 * needs none, and saves its beginning and its end.
 */
function asNobody(db: Database): Tx {
  const known =
    nobodies.get(db) ?? Object.assign(drizzle({ client: db.pool }), { who: anonymous, closing: undefined });
  nobodies.set(db, known as Tx);
  return known as Tx;
}

/** Runs what only reads: as nobody each statement stands for itself, anybody else reads in one transaction. */
export function reading<T>(db: Db, who: Who, work: (tx: Tx) => Promise<T>): Promise<T> {
  return 'who' in db || who.kind !== 'anonymous' ? inTransaction(db, who, work) : work(asNobody(db));
}

/** The same for one statement that writes: as nobody it is a transaction of its own. */
export function inOneStatement<T>(db: Database, who: Who, work: (tx: Tx) => Promise<T>): Promise<T> {
  return reading(db, who, work);
}

const nobodies = new WeakMap<Database, Tx>();

/**
 * Sends a statement together with the commit: for what all writers queue for (the end of the ledger, the queue of jobs), so that none
 * of them waits while another one is on its way between two statements. It is sent once, with all rows that were said for it ($1, a
 * list of lists in JSON), in their order; the same row twice is one.
 */
export function beforeCommit(tx: Tx, { name, text, values }: Statement): void {
  const { statements } = closingOf(tx);
  const statement = statements.get(name) ?? { name, text, rows: new Map<string, Statement['values']>() };
  statements.set(name, statement);
  statement.rows.set(JSON.stringify(values), values);
}

/** Tells every process that listens on the channel, once this transaction has committed. */
export function notify(tx: Tx, channel: string, payload = ''): void {
  closingOf(tx).notices.add(`notify ${pg.escapeIdentifier(channel)}, ${pg.escapeLiteral(payload)}`);
}

function closingOf({ closing }: Tx): NonNullable<Tx['closing']> {
  if (!closing) throw new Error('nothing waits for a commit that does not come');
  return closing;
}

/** Who acts, as row-level security asks for it; of what is not said the database knows nothing, as outside of a transaction. */
function context(who: Who): string {
  const said = {
    'app.person': who.kind === 'person' ? who.personId : '',
    'app.system': who.kind === 'system' ? who.name : '',
    'app.roles': who.kind === 'person' ? rolesOf(who.memberships) : '',
  };
  return Object.entries(said)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `; set local ${name} = ${pg.escapeLiteral(value)}`)
    .join('');
}

function rolesOf(memberships: PersonWho['memberships']): string {
  if (memberships.length === 0) return '';
  return ` ${memberships.map(({ role, organisationId }) => `${role}@${organisationId}`).join(' ')} `;
}

function asConflict(error: unknown): unknown {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof pg.DatabaseError && cause.code === '23505')
    return new Conflict(cause.constraint ?? 'unique');
  return error;
}
