import type { Hours } from '#areas/directory/index.ts';

export const doors = ['phone', 'line', 'mail', 'chat', 'visit'] as const;
/** The five ways in which somebody reaches a desk. */
export type Door = (typeof doors)[number];

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
  /** Shown before the first word: who reads. */
  readonly readers: { readonly ja: string; readonly en: string };
  readonly survey: boolean;
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
}

export interface DoorSettings {
  readonly open: boolean;
  /** Telephone lines, or conversations at once. */
  readonly lines: number;
  readonly hours: Hours;
  /** Days after its end until the text of a contact is erased; its counts stay. */
  readonly retentionDays: number;
}
