import type { CrisisKind } from '../crisis/rules.ts';
import type { Translated } from '../hours/hours.ts';

/**
 * The conversation as data: what is asked, what can be answered, and which desk follows. Staff edit it; a table of situations
 * beside it says what has to come out, and no edit is saved that leaves one of them without a desk.
 */
export interface Flow {
  readonly questions: readonly Question[];
  readonly topics: readonly Topic[];
  /** Desks by place: `support` → municipality or ward code → code of an entry. A ward without one has its city's. */
  readonly tables: { readonly [name: string]: { readonly [municipality: string]: string } };
  /** The first whose condition holds names the one desk. The last has no condition. */
  readonly desks: readonly DeskRule[];
  /** Who helps beside it: each whose condition holds, the first two. */
  readonly beside: readonly DeskRule[];
  readonly situations: readonly Situation[];
}

/**
 * worries: the topics, and one's own words · pressing: which of several is the worst · place: municipality, here for now, or
 * unsaid · language: from the languages that desks speak · choice, choices: from `options`.
 */
export const questionKinds = ['worries', 'pressing', 'place', 'language', 'choice', 'choices'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly ask: Translated;
  readonly hint?: Translated;
  readonly options?: readonly Option[];
  /** Asked only where this holds. */
  readonly when?: Condition;
}

export interface Option {
  readonly value: string;
  readonly label: Translated;
  readonly hint?: Translated;
}

export interface Topic extends Option {
  /** Words and parts of sentences by which it is known in what people write. */
  readonly words: readonly string[];
  /** What cannot wait about it, and when: without a condition always. */
  readonly crisis?: { readonly kind: CrisisKind; readonly when?: Condition };
  /** Who can be there now: entries, or `@table` for the one of the place. The first is asked first. */
  readonly now: readonly string[];
}

/**
 * All that it names hold: `{ worry: ['rent_loan', 'housing'], urgency: ['now'] }`. Names are questions, and `area` (the
 * municipality and what it lies in), `place` (live, now, unsaid), `crisis`, `language`.
 */
export interface Condition {
  readonly [fact: string]: readonly string[];
}

export interface DeskRule {
  readonly when?: Condition;
  /** An entry, or `@table`. */
  readonly desk: string;
  /** Said to the person: why this desk. */
  readonly why: Translated;
}

/** What somebody answered, by question. `words` is what they wrote, `municipality` belongs to the place. */
export interface Answers {
  readonly [question: string]: readonly string[];
}

export interface Situation {
  /** A sentence by which people know it: 「箱根で家賃を滞納している」 */
  readonly name: string;
  readonly answers: Answers;
  /** The entry that has to come out. */
  readonly desk: string;
  /** What cannot wait, as it has to be seen. */
  readonly crisis?: readonly CrisisKind[];
}
