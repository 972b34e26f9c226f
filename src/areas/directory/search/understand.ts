import { fold } from './folding.ts';
import { segmentsOf } from './tokens.ts';
import { longestTyped } from './vocabulary/matching.ts';
import { passingWords, urgentWords } from './vocabulary/shipped/passing.ts';
import type { Phrase, Vocabulary } from './vocabulary/vocabulary.ts';

/** One thing that somebody looks for. */
export interface Need {
  /** As typed, folded; empty for a sentence. */
  readonly text: string;
  /** Groups of the vocabulary; none: the letters themselves are looked for. */
  readonly codes: readonly string[];
  /** A language that somebody speaks. */
  readonly lang?: string;
}

/** What was understood of what somebody typed. */
export interface Understanding {
  readonly folded: string;
  /** Runs of letters of all that was typed, to be found as they stand; empty when it is a long sentence. */
  readonly whole: readonly string[];
  readonly needs: readonly Need[];
  /** Municipalities named; several when the name is that of several. */
  readonly places: readonly string[];
  /** Worries, the one most spoken of first. */
  readonly topics: readonly string[];
  /** It cannot wait: what is open now comes first. */
  readonly urgent: boolean;
}

const mostLetters = 200;
const longSentence = 40;
const urgent = urgentWords.map(fold);
const passing = new Set([...passingWords.map(fold), ...urgent]);

export function understand(typed: string, vocabulary: Vocabulary): Understanding {
  const folded = fold(typed.slice(0, mostLetters));
  const spans = spansOf(folded, vocabulary);
  const spoken = phrasesIn(folded, vocabulary);
  const named = spans.filter((span) => span.as !== 'place' && isOfPhrase(span, spoken));
  const needs = distinct([...spoken, ...named].map(({ need }) => need));
  const nothingKnown = spans.length + spoken.length === 0;
  const literal = literalNeeds(restOf(folded, [...spans, ...spoken]), typed, nothingKnown);
  const all = [...needs, ...literal];
  const segments = segmentsOf(folded);
  return {
    folded,
    whole: folded.length > longSentence ? [] : segments,
    needs: all,
    places: spans.find(({ as }) => as === 'place')?.places ?? [],
    topics: topicsOf(all, vocabulary),
    urgent: urgent.some((word) => folded.includes(word)),
  };
}

/** A part of what was typed, and what it says. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly as: 'word' | 'phrase' | 'place' | 'language';
  readonly need: Need;
  readonly places: readonly string[];
}

/** Known words, places and languages, the longest first, none overlapping. */
function spansOf(folded: string, vocabulary: Vocabulary): readonly Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < folded.length; ) {
    const span = spanAt(folded, at, vocabulary);
    if (span) spans.push(span);
    at = span?.to ?? at + 1;
  }
  return spans;
}

function spanAt(folded: string, at: number, vocabulary: Vocabulary): Span | undefined {
  const word = longestTyped(vocabulary.words, folded, at);
  const place = longestTyped(vocabulary.placeNames, folded, at);
  const language = longestTyped(vocabulary.languages, folded, at);
  const length = Math.max(word?.length ?? 0, place?.length ?? 0, language?.length ?? 0);
  if (length === 0) return undefined;
  const text = folded.slice(at, at + length);
  const span = { from: at, to: at + length, places: [] };
  if (language?.length === length)
    return { ...span, as: 'language', need: { text, codes: [], lang: language.value[0] ?? '' } };
  if (word?.length === length) return { ...span, as: 'word', need: { text, codes: word.value } };
  return { ...span, as: 'place', need: { text, codes: [] }, places: place?.value ?? [] };
}

/** Phrases, the longest where some overlap; several of the same letters are one need. */
function phrasesIn(folded: string, vocabulary: Vocabulary): readonly Span[] {
  const found = begunIn(folded, vocabulary).flatMap(({ code, pattern }) => {
    const hit = pattern.exec(folded);
    return hit ? [{ from: hit.index, to: hit.index + hit[0].length, code }] : [];
  });
  const longest = found.filter(
    (one) => !found.some((other) => overlap(one, other) && length(other) > length(one)),
  );
  const ends = [...new Set(longest.map(({ from, to }) => `${from} ${to}`))];
  return ends.map((key) => {
    const same = longest.filter(({ from, to }) => `${from} ${to}` === key);
    const { from = 0, to = 0 } = same[0] ?? {};
    return { from, to, as: 'phrase', need: { text: '', codes: same.map(({ code }) => code) }, places: [] };
  });
}

/** Phrases whose beginning is somewhere in it: few of all. */
function begunIn(folded: string, { phrases }: Vocabulary): readonly Phrase[] {
  const begun = new Set<Phrase>();
  for (let at = 0; at < folded.length; at += 1)
    for (const { value } of phrases.allAt(folded, at)) for (const phrase of value) begun.add(phrase);
  return [...begun].sort((a, b) => a.at - b.at);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

const length = ({ from, to }: Range) => to - from;

function overlap(one: Range, other: Range): boolean {
  return one.from < other.to && other.from < one.to;
}

function isWithin(one: Range, other: Range): boolean {
  return other.from <= one.from && one.to <= other.to;
}

/** What a phrase is about counts, not what else its words could be about. */
function isOfPhrase(word: Span, phrases: readonly Span[]): boolean {
  const around = phrases.filter((phrase) => isWithin(word, phrase));
  return (
    around.length === 0 ||
    around.some(({ need }) => need.codes.some((code) => word.need.codes.includes(code)))
  );
}

/** One need for each group of the vocabulary: a sentence and a word in it often say the same. */
function distinct(needs: readonly Need[]): readonly Need[] {
  const kept: Need[] = [];
  for (const need of needs) {
    const same = kept.findIndex(
      (each) => each.lang === need.lang && each.codes.some((code) => need.codes.includes(code)),
    );
    const other = kept[same];
    if (other)
      kept[same] = {
        ...other,
        text: other.text || need.text,
        codes: [...new Set([...other.codes, ...need.codes])],
      };
    else if (need.lang === undefined || !kept.some(({ lang }) => lang === need.lang)) kept.push(need);
  }
  return kept;
}

/** What nothing known covers. */
function restOf(folded: string, spans: readonly Span[]): readonly string[] {
  const letters = folded.split('');
  for (const { from, to } of spans) letters.fill(' ', from, to);
  return segmentsOf(letters.join(''));
}

const runs =
  /[\p{Script=Han}々]+|[\u3041-\u3096]+|[\p{Script=Latin}\p{Nd}]+|[^\p{Script=Han}\u3041-\u3096\p{Script=Latin}\p{Nd}]+/gu;
const kanaOnly = /^[\u3041-\u3096]+$/;

/**
 * Unknown words: kanji, katakana, Latin letters, other scripts. Hiragana between them is grammar, unless nothing else was typed.
 */
function literalNeeds(rest: readonly string[], typed: string, alone: boolean): readonly Need[] {
  const katakana = (typed.normalize('NFKC').match(/[\u30a1-\u30fa\u30fc]+/g) ?? []).map(fold);
  const found = rest.flatMap((segment) => segment.match(runs) ?? []);
  const content = found
    .flatMap((run) => (kanaOnly.test(run) ? katakana.filter((word) => run.includes(word)) : run))
    .filter((run) => [...run].length >= 2 && !passing.has(run));
  if (content.length > 0) return literals(content);
  if (!alone) return [];
  const whole = rest.filter((segment) => [...segment].length >= 2);
  return literals(whole.length > 0 ? whole : rest);
}

function literals(texts: readonly string[]): readonly Need[] {
  return [...new Set(texts)].map((text) => ({ text, codes: [] }));
}

function topicsOf(needs: readonly Need[], vocabulary: Vocabulary): readonly string[] {
  const weights = new Map<string, number>();
  for (const { codes } of needs)
    for (const code of codes)
      for (const [at, topic] of (vocabulary.groups.get(code)?.topics ?? []).entries())
        weights.set(topic, (weights.get(topic) ?? 0) + 1 / (at + 1));
  return [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([topic]) => topic);
}
