import type { Db, Tx } from '#platform/database/database.ts';
import type { Lang, Text } from '#platform/i18n.ts';
import { ok, type Result } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { listCalls } from '../calls/store.ts';
import { isOpen, saveParts, startApplication, type StartRefusal } from './actions.ts';
import { enter } from './open.ts';

export interface OpenCall {
  readonly callId: string;
  readonly slug: string;
  readonly name: Text;
}

/** Calls for groups that take applications on this day. */
export async function listOpenCalls(tx: Tx, day: string): Promise<readonly OpenCall[]> {
  const open: OpenCall[] = [];
  for (const { id, slug, audience, terms, ...call } of await listCalls(tx, { states: ['published'] })) {
    if (audience === 'groups' && (await isOpen(tx, { id, slug, audience, ...call }, day)))
      open.push({ callId: id, slug, name: terms.name });
  }
  return open;
}

/** An application that another area begins for a group, with what is known already: by the code of a question, if the call asks it. */
export async function beginApplication(
  db: Db,
  {
    known,
    ...begin
  }: {
    callId: string;
    name: string;
    mail: string;
    lang: Lang;
    vault: Vault;
    publicUrl: string;
    known: Readonly<Record<string, string>>;
  },
  now = new Date(),
): Promise<Result<{ applicationId: string; token: string }, StartRefusal>> {
  const started = await startApplication(db, begin, now);
  if (!started.ok) return started;
  const { vault } = begin;
  const entrance = { by: 'link', token: started.value.token } as const;
  const asked = await enter(db, { entrance, vault }, async (_, { terms }) =>
    ok(terms.questions.map(({ code }) => code)),
  );
  const parts = Object.entries(known)
    .filter(([code]) => asked.ok && asked.value.includes(code))
    .map(([code, said]) => ({ code, said, base: 0 }));
  await saveParts(db, entrance, { vault, parts }, now);
  return started;
}
