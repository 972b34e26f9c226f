import { existsSync, readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';

/** CPU that a database server has used so far, all its processes together; 0 where the system does not say. */
export async function watchDatabase(url: string): Promise<() => number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const server = ticksOf(String(rows[0]?.pid))?.parent;
  await client.end();
  if (server === undefined) return () => 0;
  return () => {
    const own = ticksOf(server);
    const others = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const children = others.map(ticksOf).filter((each) => each?.parent === server);
    return (
      ((own?.used ?? 0) + (own?.ended ?? 0) + children.reduce((sum, each) => sum + (each?.used ?? 0), 0)) * 10
    );
  };
}

/** In hundredths of a second: of a process, and of its children that have ended. */
function ticksOf(pid: string): { parent: string; used: number; ended: number } | undefined {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return undefined;
  const fields = readFileSync(stat, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  const sum = (from: number) => Number(fields[from]) + Number(fields[from + 1]);
  return { parent: fields[1] ?? '', used: sum(11), ended: sum(13) };
}
