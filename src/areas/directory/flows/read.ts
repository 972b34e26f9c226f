import type { Typed } from '#platform/web/form.ts';
import { filledRows, listOf, textOf } from '#platform/web/typed.ts';
import type { Translated } from '../hours/hours.ts';
import { type CrisisKind, crisisKinds } from '../crisis/rules.ts';
import type {
  Answers,
  Condition,
  DeskRule,
  Flow,
  Option,
  Question,
  Situation,
  Topic,
} from '../navigator/flow.ts';
import { questionKinds } from '../navigator/flow.ts';
import { guideLanguages } from '../navigator/guide/guide.ts';
import type { FlowItem, FlowItems, FlowPart } from './items.ts';

/** Questions whose options are typed; the others know their own. */
export function hasOptions(kind: Question['kind']): boolean {
  return kind === 'choice' || kind === 'choices';
}

/** An item as it was typed. What it is called by stays as it was: other items point at it. */
export function readItem(part: FlowPart, typed: Typed, base: FlowItem | undefined): FlowItem {
  switch (part) {
    case 'questions':
      return readQuestion(typed, base as FlowItems['questions'] | undefined);
    case 'topics':
      return readTopic(typed, base as FlowItems['topics'] | undefined);
    case 'desks':
    case 'beside':
      return readRule(typed);
    case 'situations':
      return readSituation(typed);
  }
}

function readQuestion(typed: Typed, base: Question | undefined): Question {
  const kind =
    base?.kind ??
    questionKinds.find((each) => each === textOf(typed, 'kind') && hasOptions(each)) ??
    'choice';
  const when = readCondition(typed, 'when');
  return {
    id: base?.id ?? textOf(typed, 'id'),
    kind,
    ask: readTexts(typed, 'ask'),
    ...readHint(typed, 'hint'),
    ...(hasOptions(kind) && { options: readOptions(typed) }),
    ...(when && { when }),
  };
}

function readOptions(typed: Typed): readonly Option[] {
  return optionRows(typed).map((at) => {
    const name = `options.${at}`;
    return {
      value: textOf(typed, `${name}.value`),
      label: readTexts(typed, `${name}.label`),
      ...readHint(typed, `${name}.hint`),
    };
  });
}

/** Rows of the form that become options. */
export function optionRows(typed: Typed): readonly number[] {
  return filledRows(typed, 'options', ['value', 'label.ja']);
}

function readTopic(typed: Typed, base: Topic | undefined): Topic {
  const crisis = crisisKinds.find((kind) => kind === textOf(typed, 'crisis'));
  const when = readCondition(typed, 'crisis.when');
  return {
    value: base?.value ?? textOf(typed, 'value'),
    label: readTexts(typed, 'label'),
    ...readHint(typed, 'hint'),
    words: linesOf(typed, 'words'),
    ...(crisis && { crisis: { kind: crisis, ...(when && { when }) } }),
    now: linesOf(typed, 'now'),
  };
}

function readRule(typed: Typed): DeskRule {
  const when = readCondition(typed, 'when');
  return { ...(when && { when }), desk: textOf(typed, 'desk'), why: readTexts(typed, 'why') };
}

function readSituation(typed: Typed): Situation {
  const crisis = listOf(typed, 'crisis').filter((kind): kind is CrisisKind =>
    (crisisKinds as readonly string[]).includes(kind),
  );
  return {
    name: textOf(typed, 'name'),
    answers: readAnswers(typed),
    desk: textOf(typed, 'desk'),
    ...(crisis.length > 0 && { crisis }),
  };
}

function readAnswers(typed: Typed): Answers {
  return readCondition(typed, 'answers') ?? {};
}

/** `when.urgency` and so on; undefined where nothing is ticked: always. */
function readCondition(typed: Typed, name: string): Condition | undefined {
  const said = Object.keys(typed)
    .filter((key) => key.startsWith(`${name}.`))
    .map((key) => [key.slice(name.length + 1), listOf(typed, key)] as const)
    .filter(([, values]) => values.length > 0);
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}

/** A table of places: what is left empty has none of its own. */
export function readTable(typed: Typed, places: readonly string[]): Flow['tables'][string] {
  return Object.fromEntries(
    places.map((place) => [place, textOf(typed, `place.${place}`)] as const).filter(([, code]) => code),
  );
}

function readTexts(typed: Typed, name: string): Translated {
  const said = guideLanguages
    .map((lang) => [lang, textOf(typed, `${name}.${lang}`)] as const)
    .filter(([, text]) => text);
  return { ...Object.fromEntries(said), ja: textOf(typed, `${name}.ja`) };
}

function readHint(typed: Typed, name: string): { hint?: Translated } {
  const hint = readTexts(typed, name);
  return hint.ja ? { hint } : {};
}

function linesOf(typed: Typed, name: string): readonly string[] {
  const lines = textOf(typed, name).split('\n');
  return [...new Set(lines.map((line) => line.trim()).filter(Boolean))];
}
