import type { webhook } from '@line/bot-sdk';
import { z } from 'zod';

/** Of the official shape, what must be there; the rest of an event is taken as LINE's types say, and never trusted beyond text. */
const id = z.string().min(1).max(200);
const event = z.looseObject({
  type: z.string().min(1).max(40),
  webhookEventId: id,
  timestamp: z.number(),
  mode: z.string().optional(),
  source: z.looseObject({ type: z.string(), userId: id.optional() }).optional(),
  replyToken: id.optional(),
});
const message = z.looseObject({ id, type: z.string().max(40) });
const text = z.string().max(20_000);
const parts: Readonly<Record<string, z.ZodType>> = {
  message: z.looseObject({
    message: z.union([message.extend({ type: z.literal('text'), text }), message]),
  }),
  messageEdited: z.looseObject({ message }),
  unsend: z.looseObject({ unsend: z.looseObject({ messageId: id }) }),
  postback: z.looseObject({ postback: z.looseObject({ data: z.string().max(300) }) }),
};
const body = z.looseObject({ destination: z.string().max(100), events: z.array(event).max(500) });

export type TakenEvent = webhook.Event & { readonly userId: string };

/**
 * The events of a body whose signature is right: those of a person who writes to the channel. Undefined: not what LINE sends.
 * An event of a kind that we do not know, or that another system answers (`standby`), is left out.
 */
export function readBody(bytes: Buffer): readonly TakenEvent[] | undefined {
  let told: unknown;
  try {
    told = JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
  const read = body.safeParse(told);
  if (!read.success) return undefined;
  return read.data.events.flatMap((each): TakenEvent[] => {
    const userId = each.source?.type === 'user' ? each.source.userId : undefined;
    const part = parts[each.type];
    if (!userId || each.mode === 'standby' || (part && !part.safeParse(each).success)) return [];
    return [{ ...(each as unknown as webhook.Event), userId }];
  });
}
