import type { webhook } from '@line/bot-sdk';

/** An event is remembered for so long (days); one that says it is older was kept by somebody, and is not taken. */
export const rememberedDays = 7;
/** Clocks differ by no more (ms). */
const clocksMs = 10 * 60_000;

/** Whether an event is of a time in which one that was told before would be known. */
export function isTimely({ happenedAt, now }: { happenedAt: number; now: Date }): boolean {
  const age = now.getTime() - happenedAt;
  return age < rememberedDays * 86_400_000 && age > -clocksMs;
}

/** What somebody did, as far as a desk needs to know it. */
export type Deed =
  | { readonly kind: 'came' }
  | { readonly kind: 'left' }
  | { readonly kind: 'wrote'; readonly messageId: string; readonly text: string }
  /** A sticker, a picture …: shown in words, nothing is fetched. */
  | { readonly kind: 'sent'; readonly messageId: string; readonly what: SentKind; readonly words: string }
  | { readonly kind: 'changed'; readonly messageId: string; readonly text: string }
  | { readonly kind: 'unsent'; readonly messageId: string }
  | { readonly kind: 'pressed'; readonly press: Press };

export type SentKind = 'sticker' | 'image' | 'video' | 'audio' | 'file' | 'location';

/** A button of ours that was pressed. */
export type Press =
  | { readonly button: 'open' | 'hours' | 'place' | 'danger' | 'guide' | 'human' | 'ja' | 'en' }
  | { readonly button: 'choice'; readonly value: string };

const buttons = ['open', 'hours', 'place', 'danger', 'guide', 'human', 'ja', 'en'] as const;

/** What a button of ours brings back. */
export function pressData(press: Press): string {
  return press.button === 'choice' ? `choice=${press.value}` : press.button;
}

/** Undefined: no button of ours. */
export function readPress(data: string): Press | undefined {
  if (data.startsWith('choice=')) return { button: 'choice', value: data.slice('choice='.length, 200) };
  const button = buttons.find((each) => each === data);
  return button && { button };
}

/** What an event of LINE says; undefined: nothing that concerns a desk (groups, beacons, membership …). */
export function readDeed(event: webhook.Event): Deed | undefined {
  if (event.type === 'follow') return { kind: 'came' };
  if (event.type === 'unfollow') return { kind: 'left' };
  if (event.type === 'unsend') return { kind: 'unsent', messageId: event.unsend.messageId };
  if (event.type === 'message') return readMessage(event.message);
  if (event.type === 'messageEdited') return readChange(event.message);
  if (event.type !== 'postback') return undefined;
  const press = readPress(event.postback.data);
  return press && { kind: 'pressed', press };
}

function readChange(message: webhook.MessageContent): Deed | undefined {
  return message.type === 'text' ? { kind: 'changed', messageId: message.id, text: message.text } : undefined;
}

function readMessage(message: webhook.MessageContent): Deed | undefined {
  const messageId = message.id;
  if (message.type === 'text') return { kind: 'wrote', messageId, text: message.text };
  if (message.type === 'sticker') {
    // The words that somebody put on the sticker, or what LINE says that it shows.
    const words = message.text ?? message.keywords?.slice(0, 3).join('・') ?? '';
    return { kind: 'sent', messageId, what: 'sticker', words };
  }
  const what = (['image', 'video', 'audio', 'file', 'location'] as const).find(
    (each) => each === message.type,
  );
  return what && { kind: 'sent', messageId, what, words: '' };
}

/** The message that an event brings, changes or takes back. */
export function messageOf(event: webhook.Event): string | undefined {
  if (event.type === 'message' || event.type === 'messageEdited') return event.message.id;
  return event.type === 'unsend' ? event.unsend.messageId : undefined;
}
