import pg from 'pg';
import { system } from '#platform/access.ts';
import { type Database, inTransaction, openDatabase } from '#platform/database/database.ts';
import { insertOrganisation, insertPerson } from '#platform/people/organisations.ts';
import { beginSession } from '#platform/sign-in/sessions.ts';
import { seal } from '#platform/vault/seal.ts';
import { blindIndex, newDataKey, type Vault } from '#platform/vault/vault.ts';
import { caseSupervisor, caseWorker } from '#areas/cases/index.ts';
import { foldKana, foldName, noIdentity } from '#areas/cases/persons/rules.ts';

/** Each organisation carries as many cases in a small database as in a large one: what grows is what lies around them. */
const casesEach = 10_000;
const workersEach = 20;
const recordsEach = 4;
const viewsEach = 6;

export interface FilledCases {
  /** Sessions of the workers of the first organisation, whose texts open; those of all others are noise of the same length. */
  readonly cookies: readonly string[];
  readonly supervisor: string;
  readonly organisationId: string;
  readonly cases: readonly { readonly id: string; readonly name: string }[];
  readonly events: number;
}

const id = (kind: string, row: string) => `md5('${kind} ' || ${row})::uuid`;
const tables = [
  'persons',
  'person_details',
  'person_keys',
  'case_files',
  'case_plans',
  'case_records',
  'case_views',
];

/** Fills a migrated database with so many cases, ten events on each. */
export async function fillCases(url: string, vault: Vault, cases: number): Promise<FilledCases> {
  const db = openDatabase(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const staff = await makeStaff(db, Math.max(1, Math.round(cases / casesEach)));
    await client.query(
      "select set_config('app.system', 'bench', false), set_config('app.maintenance', 'on', false), set_config('maintenance_work_mem', '512MB', false)",
    );
    await client.query(
      'create temp table places (at int primary key, organisation uuid, workers uuid[]); create temp table opened (n int primary key, key text, person_key text, identity text, name text, kana text); create temp table opened_records (n int, e int, sealed text, primary key (n, e))',
    );
    for (const [at, { organisationId, workers }] of staff.places.entries())
      await client.query('insert into places values ($1, $2, $3)', [at, organisationId, workers]);
    const real = await sealFirst(client, vault, { cases, apart: staff.places.length });
    await bare(client, async () => {
      for (const statement of statements(staff.places.length)) await client.query(statement, [cases]);
    });
    for (const table of tables) await client.query(`vacuum analyze ${table}`);
    const { cookies, supervisor, places } = staff;
    return {
      cookies,
      supervisor,
      organisationId: places[0]?.organisationId ?? '',
      cases: real,
      events: cases * (recordsEach + viewsEach),
    };
  } finally {
    await client.end();
    await db.close();
  }
}

async function makeStaff(db: Database, organisations: number) {
  return inTransaction(db, system('bench'), async (tx) => {
    const places: { organisationId: string; workers: string[] }[] = [];
    const signIn = (personId: string) =>
      beginSession(tx, { personId, method: 'password', secondFactor: true, device: 'bench' }, new Date());
    const join = (organisationId: string, role: string) =>
      insertPerson(tx, {
        email: `${crypto.randomUUID()}@example.jp`,
        name: '計測 支援',
        memberships: [{ organisationId, role }],
      });
    for (let at = 0; at < organisations; at += 1) {
      const organisationId = await insertOrganisation(tx, {
        kind: 'npo',
        code: `cases-${at}`,
        nameJa: `計測の支援団体 ${at}`,
      });
      const workers: string[] = [];
      for (let n = 0; n < workersEach; n += 1) workers.push(await join(organisationId, caseWorker.name));
      places.push({ organisationId, workers });
    }
    const [first] = places;
    const cookies: string[] = [];
    for (const worker of first?.workers ?? []) cookies.push(`session=${await signIn(worker)}`);
    const chief = await join(first?.organisationId ?? '', caseSupervisor.name);
    return { places, cookies, supervisor: `session=${await signIn(chief)}` };
  });
}

/** Texts of the first organisation's cases, which can be opened: sealed as the product seals them. */
async function sealFirst(
  client: pg.Client,
  vault: Vault,
  { cases, apart }: { cases: number; apart: number },
): Promise<FilledCases['cases']> {
  const { rows } = await client.query<{ n: number; id: string; person: string }>(
    `select n, ${id('case', 'n')} as id, ${id('person', 'n')} as person from generate_series(0, $1::int - 1, $2::int) n`,
    [cases, apart],
  );
  const sealed = rows.map(({ n, id: caseId, person }) => {
    const name = `計測 ${n}`;
    const kana = `けいそく ${n}`;
    const [key, personKey] = [newDataKey(vault, `case:${caseId}`), newDataKey(vault, `person:${person}`)];
    const text = JSON.stringify({ ...noIdentity, name, kana, birth: '1980-03-04' });
    const blind = (kind: string, value: string) => blindIndex(vault, { purpose: `person-${kind}`, value });
    return {
      id: caseId,
      name,
      key: key.key,
      row: [
        n,
        key.sealed,
        personKey.sealed,
        seal(personKey.key, { text, owner: `person:${person}:identity` }),
        blind('name', foldName(name)),
        blind('kana', foldKana(kana)),
      ],
    };
  });
  const column = (at: number) => sealed.map(({ row }) => row[at]);
  await client.query(
    'insert into opened select * from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])',
    [0, 1, 2, 3, 4, 5].map(column),
  );
  await sealRecords(
    client,
    sealed.map(({ key, row }) => ({ n: Number(row[0]), key })),
  );
  return sealed.map(({ id: caseId, name }) => ({ id: caseId, name }));
}

/** What the timelines of these cases say. */
async function sealRecords(client: pg.Client, cases: readonly { n: number; key: Buffer }[]): Promise<void> {
  const { rows } = await client.query<{ n: number; e: number; id: string }>(
    `select n, e, ${id('record', "n || ' ' || e")} as id from opened, generate_series(1, ${recordsEach}) e`,
  );
  const keys = new Map(cases.map(({ n, key }) => [n, key]));
  const text = JSON.stringify({
    body: '計測のための記録です。'.repeat(8),
    placeText: '',
    names: '',
    next: '',
  });
  const sealed = rows.map(({ n, id: record }) =>
    seal(keys.get(n) ?? Buffer.alloc(32), { text, owner: `record:${record}` }),
  );
  await client.query('insert into opened_records select * from unnest($1::int[], $2::int[], $3::text[])', [
    rows.map(({ n }) => n),
    rows.map(({ e }) => e),
    sealed,
  ]);
}

/** Without indexes and foreign keys, which are made (and looked at) once at the end. */
async function bare(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows: keys } = await client.query<{ on: string; name: string; made: string }>(
    `select conrelid::regclass::text as on, conname as name, pg_get_constraintdef(oid) as made from pg_constraint
     where contype = 'f' and conrelid = any($1::text[]::regclass[])`,
    [tables],
  );
  const { rows: indexes } = await client.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes where tablename = any($1::text[])
     and indexname not in (select conname from pg_constraint)`,
    [tables],
  );
  for (const { on, name } of keys) await client.query(`alter table ${on} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await work();
  for (const { made } of indexes) await client.query(made);
  for (const { on, name, made } of keys)
    await client.query(`alter table ${on} add constraint ${name} ${made}`);
}

const noise = (length: number, row: string) =>
  `left(repeat(md5('noise ' || ${row}), ${Math.ceil(length / 32)}), ${length})`;

/** Case `n` is with organisation `n % organisations`; a tenth are open, a third have a plan. */
function statements(organisations: number): readonly string[] {
  const place = `join places p on p.at = n % ${organisations}`;
  const series = 'generate_series(0, $1::int - 1) n';
  const day = `(date '2016-04-01' + (n::bigint * 7919 % 3600)::int)`;
  return [
    `insert into persons (id, organisation_id, sealed_key, created_at)
      select ${id('person', 'n')}, p.organisation, coalesce(o.person_key, ${noise(120, 'n')}), now()
      from ${series} ${place} left join opened o using (n)`,
    `insert into person_details (person_id, class, sealed, updated_at)
      select ${id('person', 'n')}, 'identity', coalesce(o.identity, ${noise(260, 'n')}), now()
      from ${series} left join opened o using (n)`,
    `insert into person_keys (person_id, organisation_id, kind, blind)
      select ${id('person', 'n')}, p.organisation, k.kind, coalesce(k.blind, md5(k.kind || n) || md5('b' || k.kind || n))
      from ${series} ${place} left join opened o using (n), lateral (values ('name', o.name), ('kana', o.kana)) k (kind, blind)`,
    `insert into case_files (id, number, organisation_id, person_id, sealed_key, assigned_to, step, received_on, route, worries,
        main_worry, municipality, screening, screened_on, consented_on, next_on, closed_on, close_reason, opened_at, touched_at)
      select ${id('case', 'n')}, '2016-' || lpad(n::text, 7, '0'), p.organisation, ${id('person', 'n')}, coalesce(o.key, ${noise(120, 'n')}),
        p.workers[1 + (n / ${organisations}) % ${workersEach}], case when n % 97 < 10 then 'consented' else 'closed' end, ${day}, 'self',
        array['housing', 'income'], 'income', '14201', 'supported', ${day}, ${day},
        case when n % 97 < 10 then date '2026-04-01' + (n * 31 % 365)::int end,
        case when n % 97 < 10 then null else ${day} + 90 end, case when n % 97 < 10 then null else 'settled' end, now(), now()
      from ${series} ${place} left join opened o using (n)`,
    `insert into case_plans (case_id, home_id, round, made_on, is_employment_target, created_at, updated_at)
      select ${id('case', 'n')}, p.organisation, 1, ${day} + 20, n % 2 = 0, now(), now() from ${series} ${place} where n % 3 = 0`,
    `insert into case_records (id, case_id, home_id, kind, service, with_whom, started_at, minutes, place, sealed, written_at)
      select ${id('record', "n || ' ' || e")}, ${id('case', 'n')}, p.organisation,
        (array['phone', 'interview', 'visit', 'accompaniment'])[e], case when e < 4 then 'consultation' else 'accompaniment' end, array['person'],
        ${day} + e * interval '9 days', 20 + e, 'office', coalesce(o.sealed, ${noise(300, 'n')}), now()
      from ${series} ${place} cross join generate_series(1, ${recordsEach}) e left join opened_records o using (n, e)`,
    `insert into case_views (case_id, organisation_id, person_id, at, what, "as")
      select ${id('case', 'n')}, p.organisation, p.workers[1 + n % ${workersEach}], ${day} + e * interval '5 days', 'case', 'assigned'
      from ${series} ${place}, generate_series(1, ${viewsEach}) e`,
  ];
}
