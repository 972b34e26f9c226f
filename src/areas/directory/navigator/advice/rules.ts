import { type CrisisKind, crisisKinds, findCrises } from '../../crisis/rules.ts';
import { lineOf, type Place } from '../../municipalities/rules.ts';
import { type Facts, holds, topicsOf } from '../conversation/rules.ts';
import type { Answers, DeskRule, Flow } from '../flow.ts';
import type { Translated } from '../../hours/hours.ts';

/** An entry, and why it is named. */
export interface Named {
  readonly code: string;
  readonly why: Translated;
}

export interface Advice {
  /** What cannot wait, the most pressing first: who is there now stands above everything else. */
  readonly crises: readonly CrisisKind[];
  /** Worries, the worst first. */
  readonly topics: readonly string[];
  /** The one desk. Undefined only where no entry of the flow can be seen. */
  readonly desk: Named | undefined;
  /** Who helps beside it: in one's language, as a carer. Two at most. */
  readonly beside: readonly Named[];
  /** Entries that may be there now for the worst worry, in the order of the flow; the desk is one of them. */
  readonly now: readonly string[];
  /** The municipality or ward and what it lies in, the smallest first; empty where it was not said. */
  readonly line: readonly string[];
}

/** What the advice needs besides flow and answers. */
export interface Surroundings {
  readonly places: readonly Place[];
  /** Whether everybody may see an entry: published, active, not sealed. */
  readonly isVisible: (code: string) => boolean;
}

/** Where the answers lead: the same for pages, for LINE and for the table of situations. */
export function adviseFor(flow: Flow, answers: Answers, { places, isVisible }: Surroundings): Advice {
  const [municipality] = answers['municipality'] ?? [];
  const line = municipality ? lineOf(municipality, places) : [];
  const topics = topicsOf(flow, answers);
  const facts = factsOf(flow, answers, line);
  const resolve = (reference: string): string | undefined => {
    const code = entryOf(flow, reference, line);
    return code !== undefined && isVisible(code) ? code : undefined;
  };
  const fitting = (rules: readonly DeskRule[]): readonly Named[] =>
    rules.flatMap((rule) => {
      const code = holds(rule.when, facts) ? resolve(rule.desk) : undefined;
      return code ? [{ code, why: rule.why }] : [];
    });
  const [desk] = fitting(flow.desks);
  const now = topics[0]?.now.flatMap((reference) => resolve(reference) ?? []) ?? [];
  return {
    crises: crisesOf(flow, answers),
    topics: topics.map(({ value }) => value),
    desk,
    beside: fitting(flow.beside)
      .filter(({ code }) => code !== desk?.code)
      .slice(0, 2),
    now: [...new Set([...now, ...(desk ? [desk.code] : [])])],
    line,
  };
}

/** An entry by its code, or by the table of places: the smallest place that has one, or `other`. */
export function entryOf(flow: Flow, reference: string, line: readonly string[]): string | undefined {
  if (!reference.startsWith('@')) return reference;
  const table = flow.tables[reference.slice(1)];
  return table && table[keyOf(table, line)];
}

/** The code of the place by which a table answers, or `other`. */
export function keyOf(table: Flow['tables'][string], line: readonly string[]): string {
  return line.find((code) => table[code]) ?? 'other';
}

/** What cannot wait: by what was written, and by worries that say so in these answers. */
export function crisesOf(flow: Flow, answers: Answers): readonly CrisisKind[] {
  const topics = topicsOf(flow, answers);
  const facts: Facts = { ...answers, worry: topics.map(({ value }) => value) };
  const found = new Set<CrisisKind>(findCrises(answers['words']?.[0] ?? ''));
  for (const { crisis } of topics) if (crisis && holds(crisis.when, facts)) found.add(crisis.kind);
  return crisisKinds.filter((kind) => found.has(kind));
}

function factsOf(flow: Flow, answers: Answers, line: readonly string[]): Facts {
  const topics = topicsOf(flow, answers).map(({ value }) => value);
  return {
    ...answers,
    worry: topics,
    pressing: topics.slice(0, 1),
    area: line,
    crisis: crisesOf(flow, answers),
  };
}

/** What is known of an entry at this moment. */
export interface Candidate {
  readonly code: string;
  readonly state: 'open' | 'always' | 'closed' | 'unknown';
  readonly opensAt?: Date | undefined;
  readonly languages: readonly string[];
  readonly channels: readonly string[];
}

/** Ways of contact that feel possible, and the channels that they mean. */
export const contactChannels: Readonly<Record<string, readonly string[]>> = {
  phone: ['phone'],
  text: ['line', 'chat', 'mail', 'form'],
  visit: ['visit'],
  along: ['outreach', 'visit'],
  online: ['video', 'metaverse'],
};

/** Open now first, then what opens next; among those, who speaks the language and can be reached as it feels possible. */
export function inOrderOfHelp(
  candidates: readonly Candidate[],
  { language, contact }: { language?: string | undefined; contact: readonly string[] },
): readonly Candidate[] {
  const wanted = contact.flatMap((way) => contactChannels[way] ?? []);
  const rank = (each: Candidate) =>
    (each.state === 'open' || each.state === 'always' ? 0 : each.state === 'closed' ? 8 : 4) +
    (!language || each.languages.includes(language) ? 0 : 2) +
    (wanted.length === 0 || each.channels.some((channel) => wanted.includes(channel)) ? 0 : 1);
  return candidates.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.opensAt?.getTime() ?? Number.POSITIVE_INFINITY) -
        (b.opensAt?.getTime() ?? Number.POSITIVE_INFINITY) ||
      0,
  );
}
