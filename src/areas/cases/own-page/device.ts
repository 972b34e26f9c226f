import { cookiesFor } from '#platform/web/cookies.ts';
import type { Visit } from '#platform/web/visit.ts';
import { keptDays } from './rules.ts';
import { findPage } from './visits.ts';

/** `my`: the page is open, gone with the browser. `my-device`: one press opens it, kept by the person's wish. */
export type OwnCookie = 'my' | 'my-device';

export function writeOwnCookie({ c, tools }: Visit, name: OwnCookie, token: string): void {
  const kept = name === 'my-device' ? { maxAgeSeconds: keptDays * 86_400 } : {};
  cookiesFor(tools.publicUrl).write(c, name, token, { sameSite: 'Strict', ...kept });
}

export function readOwnCookie({ c, tools }: Visit, name: OwnCookie): string | undefined {
  return cookiesFor(tools.publicUrl).read(c, name);
}

export function dropOwnCookie({ c, tools }: Visit, name: OwnCookie): void {
  cookiesFor(tools.publicUrl).drop(c, name);
}

/** The case whose page is open on the visit's device. */
export async function findOwnCase(visit: Visit): Promise<string | undefined> {
  return (await findOwnPage(visit))?.caseId;
}

/** The same, with whether it is to say little to somebody who looks. */
export async function findOwnPage(visit: Visit): Promise<{ caseId: string; safe: boolean } | undefined> {
  const page = await findPage(visit.db, readOwnCookie(visit, 'my'), visit.now);
  return page && { caseId: page.caseFile.id, safe: page.safe };
}
