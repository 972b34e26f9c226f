import { tokyoMinute } from '#platform/dates.ts';
import type { Lang } from '#platform/i18n.ts';
import { words as attachmentWords } from '../attachments/words.ts';
import { compareQueue, isQuiet, isUrgent, tempoOf } from '../contacts/rules.ts';
import type { Contact } from '../contacts/store.ts';
import type { DeskSettings, Door, Way } from '../desks/settings.ts';
import type { Message } from '../messages/actions.ts';
import type { ShownMessage } from '../talks/pages/conversation.tsx';
import { contactPaths } from '../paths.ts';
import { words as riskWords } from '../risks/words.ts';
import { words } from './words.ts';

/** A line of the queue, in words: made here for the page, sent as it is by the live events. */
export interface QueueRow {
  readonly id: string;
  readonly group: 'waiting' | 'mine' | 'others' | 'bot';
  readonly number: string;
  readonly door: string;
  readonly waited: string;
  readonly flags: readonly string[];
  /** The level of danger, as somebody judged it. */
  readonly risk: string;
  /** Words inside that wait for this reader. */
  readonly inside: string;
  readonly tempo: 'calm' | 'soon' | 'late';
  readonly tempoWords: string;
  /** Number of the last message: what the reader has not seen is counted from it. */
  readonly seq: number;
}

interface RowFacts {
  readonly personId: string;
  readonly settings: DeskSettings;
  readonly now: Date;
}
/** Contact → who said the last words inside. */
type Whispers = ReadonlyMap<string, string>;

const groups = ['waiting', 'mine', 'others', 'bot'] as const;

/** The desk's queue for one counsellor: who waits (danger first), then their own, then the others'. */
export function queueRows(
  lang: Lang,
  { contacts, whispers, ...facts }: RowFacts & { contacts: readonly Contact[]; whispers: Whispers },
): readonly QueueRow[] {
  return contacts
    .toSorted(compareQueue)
    .map((contact) => rowOf(lang, contact, { ...facts, whisperBy: whispers.get(contact.id) }))
    .toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));
}

function rowOf(
  lang: Lang,
  contact: Contact,
  { personId, settings, now, whisperBy }: RowFacts & { whisperBy: string | undefined },
): QueueRow {
  const t = words[lang];
  const { tempo } = tempoOf({ ...contact, ...settings, now });
  const since = contact.queuedAt ?? contact.arrivedAt;
  return {
    id: contact.id,
    group: groupOf(contact, personId),
    number: t.number(contact.number),
    door: t.door[contact.door as Way],
    waited: t.waited(Math.floor((now.getTime() - since.getTime()) / 60_000)),
    flags: contact.flags.map((flag) => t.flag[flag as keyof typeof t.flag] ?? flag),
    risk: contact.risk === null ? '' : (riskWords[lang].levels[contact.risk as 0] ?? ''),
    inside: insideWords(lang, contact, { personId, whisperBy }),
    tempo,
    tempoWords: isQuiet({ ...contact, ...settings, now }) ? t.quiet(settings.quietMinutes) : t.tempo[tempo],
    seq: contact.lastSeq,
  };
}

/** How many of the talks that a desk takes at once it has, door by door, and its telephone lines. */
export function loadText(
  lang: Lang,
  { contacts, settings }: { contacts: readonly Contact[]; settings: DeskSettings },
): string {
  const t = words[lang];
  const { phone, ...set } = settings.doors;
  const held = (door: Door) => contacts.filter((each) => each.door === door && each.state === 'open').length;
  const talks = (['chat', 'line'] as const).flatMap((door) => {
    const most = set[door]?.open ? set[door].lines : undefined;
    return most === undefined ? [] : [t.loadOf(t.door[door], held(door), most)];
  });
  return [...talks, ...(phone?.open ? [t.phoneLines(phone.lines)] : [])].join('、');
}

/** What was said inside last waits for somebody: the counsellor's question for the others, their answer for the counsellor. */
function insideWords(
  lang: Lang,
  contact: Contact,
  { personId, whisperBy }: { personId: string; whisperBy: string | undefined },
): string {
  const t = words[lang];
  if (!whisperBy || whisperBy === personId) return '';
  return whisperBy === contact.takenBy ? t.insideAsked : contact.takenBy === personId ? t.insideAnswered : '';
}

function groupOf(contact: Contact, personId: string): QueueRow['group'] {
  // Whoever tells the guide of danger is shown among those who wait: a person decides.
  if (contact.state === 'bot') return isUrgent(contact) ? 'waiting' : 'bot';
  if (contact.state === 'waiting') return 'waiting';
  return contact.takenBy === personId ? 'mine' : 'others';
}

export function shownToDesk(lang: Lang, message: Message, personId: string): ShownMessage {
  const t = words[lang];
  const label = {
    person: t.person,
    counsellor: message.personId === personId ? t.you : t.colleague,
    bot: t.guide,
    notice: t.notice,
    whisper: t.whisper,
  };
  const side =
    message.sender === 'person'
      ? 'theirs'
      : message.sender === 'whisper'
        ? 'whisper'
        : message.sender === 'notice'
          ? 'notice'
          : 'mine';
  return {
    seq: message.seq,
    side,
    label: label[message.sender],
    text: textOf(lang, message),
    time: tokyoMinute(message.at).slice(11),
    ...(message.kind === 'file' && {
      file: {
        href: contactPaths.file.to({ messageId: message.id }),
        see: attachmentWords[lang].see(message.text),
      },
    }),
  };
}

function textOf(lang: Lang, { kind, text }: Message): string {
  if (kind === 'unsent') return words[lang].unsent;
  return kind === 'changed' ? words[lang].changed(text) : text;
}
