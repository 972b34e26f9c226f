import type { Database } from '../database/database.ts';

/**
 * Which of these words stand in clear anywhere in the database, as `schema.table: word`: every column of every table, the queue of
 * jobs as well, whatever row-level security shows. What somebody who takes a dump along could read.
 */
export async function wordsInClear({ owner }: Database, words: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(words.flatMap(writings))].filter((word) => [...word].length > 3);
  const found: string[] = [];
  const client = await owner.connect();
  try {
    await client.query('begin');
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
    );
    for (const { name } of tables) {
      await client.query(`alter table ${name} no force row level security`);
      const { rows } = await client.query<{ dump: string | null }>(
        `select string_agg(t::text, E'\n') as dump from ${name} t`,
      );
      for (const word of wanted) if (rows[0]?.dump?.includes(word)) found.push(`${name}: ${word}`);
    }
  } finally {
    await client.query('rollback');
    client.release();
  }
  return found;
}

/** A word as it was typed, without its blanks, in one width, and as bytes. */
function writings(word: string): string[] {
  const plain = word.normalize('NFKC');
  return [word, plain, plain.replace(/\s/g, ''), Buffer.from(plain).toString('hex')];
}
