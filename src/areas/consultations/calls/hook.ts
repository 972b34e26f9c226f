import { z } from 'zod';
import { type Attempt, callResults } from './rules.ts';

/** One call as an exchange tells it: `{"id":"…","at":"2026-11-25T09:05:00+09:00","result":"answered","wait":12,"talk":300}`. */
const body = z.object({
  id: z.string().min(1).max(200),
  at: z.iso.datetime({ offset: true }),
  result: z.enum(callResults),
  wait: z.int().min(0).max(86_400).nullable().default(null),
  talk: z.int().min(0).max(86_400).nullable().default(null),
});

/** Undefined when it is no such telling. Numbers of callers, if an exchange sends them, are not even read. */
export function readHookBody(bytes: Buffer): Attempt | undefined {
  let told: unknown;
  try {
    told = JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
  const read = body.safeParse(told);
  if (!read.success) return undefined;
  const { id: callId, at, result, wait: waitSeconds, talk: talkSeconds } = read.data;
  return { callId, at: new Date(at), result, waitSeconds, talkSeconds };
}
