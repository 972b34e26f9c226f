import type { Lang } from '#platform/i18n.ts';
import { crisisKinds } from '../crisis/rules.ts';
import type { Condition, Flow } from '../navigator/flow.ts';
import { placeValues } from '../navigator/conversation/rules.ts';
import { languageTerms } from '../taxonomy/features.ts';
import type { Naming } from './surroundings.ts';
import { itemWords } from './item-words.ts';
import { words } from './words.ts';

/** A fact that conditions and situations look at, with what it can be. */
export interface Fact {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Facts of a flow in the order in which they are asked for, and what follows from them. */
export function factsOf(flow: Flow, { places }: Naming, lang: Lang): readonly Fact[] {
  const t = itemWords[lang];
  const topics = flow.topics.map(({ value, label }) => ({ value, label: label.ja }));
  const asked = flow.questions.flatMap(({ id, kind, ask, options = [] }): Fact[] => {
    switch (kind) {
      case 'worries':
        return [{ name: 'worry', label: t.facts.worry, options: topics }];
      case 'pressing':
        return [{ name: 'pressing', label: t.facts.pressing, options: topics }];
      case 'place':
        return [
          {
            name: 'place',
            label: t.facts.place,
            options: placeValues.map((value) => ({ value, label: t.places[value] })),
          },
        ];
      case 'language':
        return [
          {
            name: 'language',
            label: t.facts.language,
            options: languageTerms.map(({ code, name }) => ({ value: code, label: name[lang] })),
          },
        ];
      case 'choice':
      case 'choices':
        return [
          {
            name: id,
            label: ask.ja,
            options: options.map(({ value, label }) => ({ value, label: label.ja })),
          },
        ];
    }
  });
  return [
    ...asked,
    {
      name: 'crisis',
      label: t.facts.crisis,
      options: crisisKinds.map((value) => ({ value, label: t.crises[value] })),
    },
    {
      name: 'area',
      label: t.facts.area,
      options: places.map(({ code, name }) => ({ value: code, label: name })),
    },
  ];
}

/** 困りごと：食べるものがない・借金。 A line for each fact. */
export function conditionLines(
  condition: Condition | undefined,
  facts: readonly Fact[],
  lang: Lang,
): readonly string[] {
  const t = itemWords[lang];
  return Object.entries(condition ?? {}).map(([name, values]) => {
    const fact = facts.find((each) => each.name === name);
    const label =
      fact?.label ?? (name === 'words' ? t.typed : name === 'municipality' ? t.municipality : name);
    const options = fact?.options ?? facts.find((each) => each.name === 'area')?.options ?? [];
    const said = values.map((value) => options.find((each) => each.value === value)?.label ?? value);
    return `${label}：${said.join('・')}`;
  });
}

/** An entry by its name, or a table of places. */
export function referenceText(reference: string, { entries }: Naming, lang: Lang): string {
  return reference.startsWith('@')
    ? words[lang].table(reference.slice(1))
    : (entries.get(reference) ?? reference);
}
