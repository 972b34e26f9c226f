import type { Hours } from '#areas/directory/index.ts';

export const doors = ['phone', 'line', 'mail', 'chat', 'visit'] as const;
/** The five ways in which somebody reaches a desk. */
export type Door = (typeof doors)[number];
/** How a contact came: by a door of the desk, or as what somebody noticed of another person. A notice has no hours and no answer. */
export const ways = [...doors, 'notice'] as const;
export type Way = (typeof ways)[number];

/** How a desk works; its supervisor keeps it. */
export interface DeskSettings {
  readonly doors: Readonly<Partial<Record<Door, DoorSettings>>>;
  /** Conversations one counsellor holds at the same time. */
  readonly chatsPerCounsellor: number;
  /** At least two people on duty while text doors are open, so that one can report while the other goes on talking. */
  readonly twoPeople: boolean;
  /** Seconds within which the first answer should come, and within which each further one. */
  readonly firstAnswerSeconds: number;
  readonly answerSeconds: number;
  /** Minutes without a word after which a conversation may be ended. */
  readonly quietMinutes: number;
  /** Minutes within which a supervisor answers an escalation. */
  readonly escalationMinutes: number;
  /** Minutes after which a conversation that was offered to another desk comes back. */
  readonly transferMinutes: number;
  /** Shown before the first word: who reads. */
  readonly readers: { readonly ja: string; readonly en: string };
  readonly survey: boolean;
  /** Takes pictures and papers in the web chat; unless somebody said so, it does not. */
  readonly attachments?: boolean;
  readonly line: {
    /** doorbell: words stay out of LINE. direct only with the number of the decision that allowed it. */
    readonly mode: 'doorbell' | 'direct';
    readonly decision: string;
    readonly pushesPerMonth: number;
  };
  /** E-mail; absent: the desk has no address, and nothing comes in. */
  readonly mail?: MailSettings;
}

export interface MailSettings {
  /** Where people write to. */
  readonly address: string;
  /** What a mailbox shows beside an answer: nothing that somebody who looks over a shoulder would understand. */
  readonly sender: string;
  readonly subject: string;
  /** Whether an answer repeats the words that it answers. */
  readonly quote: boolean;
  /** The mail server takes `name+anything@…` for `name@…`: then an answer also comes back by its address. */
  readonly plus: boolean;
}

export interface DoorSettings {
  readonly open: boolean;
  /** Telephone lines, or conversations at once: people are told beforehand when all of them are in use. */
  readonly lines: number;
  readonly hours: Hours;
  /** Days after its end until the text of a contact is erased; its counts stay. */
  readonly retentionDays: number;
}

const noHours = { rules: [], publicHolidays: 'closed', closures: [], exceptions: [] } as const;

/** A door as it is before anybody settled it: closed. */
export const closedDoor: DoorSettings = {
  open: false,
  lines: 1,
  hours: { ...noHours, rules: [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' }] },
  retentionDays: 90,
};

/** A desk on its first day: it answers nobody until its supervisor opens a door. */
export const firstSettings: DeskSettings = {
  doors: Object.fromEntries(doors.map((door) => [door, closedDoor])),
  chatsPerCounsellor: 2,
  twoPeople: false,
  firstAnswerSeconds: 60,
  answerSeconds: 180,
  quietMinutes: 30,
  escalationMinutes: 5,
  transferMinutes: 15,
  readers: { ja: '', en: '' },
  survey: true,
  line: { mode: 'doorbell', decision: '', pushesPerMonth: 200 },
};
