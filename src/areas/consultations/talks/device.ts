import { cookiesFor } from '#platform/web/cookies.ts';
import type { Visit } from '#platform/web/visit.ts';

/** What a device holds of a conversation: one cookie, gone with the browser. */
const talkCookie = 'talk';

export function enterTalk({ c, tools }: Visit, token: string): void {
  cookiesFor(tools.publicUrl).write(c, talkCookie, token, { sameSite: 'Strict' });
}

export function readTalkToken({ c, tools }: Visit): string | undefined {
  return cookiesFor(tools.publicUrl).read(c, talkCookie);
}

export function dropTalkToken({ c, tools }: Visit): void {
  cookiesFor(tools.publicUrl).drop(c, talkCookie);
}
