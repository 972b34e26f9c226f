import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { CheckboxGroup } from '#ui/choices.tsx';
import { Disclosure } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import type { Translated } from '../../hours/hours.ts';
import type { Condition, Flow } from '../../navigator/flow.ts';
import { guideLanguages } from '../../navigator/guide/guide.ts';
import { languageTerms } from '../../taxonomy/features.ts';
import { factsOf } from '../say.ts';
import type { Naming } from '../surroundings.ts';
import { itemWords } from '../item-words.ts';

/** The id under which a page offers the codes of entries. */
export const entriesList = 'entries';

interface TextsProps {
  readonly view: View;
  readonly state: FormState;
  /** `name` stands for `name.ja`, `name.en` and so on. */
  readonly name: string;
  readonly label: string;
  readonly value: Translated | undefined;
  readonly required?: boolean;
}

/** A text in Japanese, and in every language of the conversation. */
export function TextsFields({ name, label, value, required, ...common }: TextsProps) {
  const t = itemWords[common.view.lang];
  const field = (lang: string, shown: string) => (
    <TextField
      {...common}
      name={`${name}.${lang}`}
      label={shown}
      value={value?.[lang]}
      required={lang === 'ja' && required}
      width="full"
    />
  );
  return (
    <div class="translated">
      {field('ja', label)}
      <Disclosure summary={`${t.otherLanguages}：${label}`}>
        {guideLanguages
          .filter((lang) => lang !== 'ja')
          .map((lang) => field(lang, languageTerms.find(({ code }) => code === lang)?.ownName ?? lang))}
      </Disclosure>
    </div>
  );
}

interface ConditionProps extends Naming {
  readonly view: View;
  readonly state: FormState;
  readonly flow: Flow;
  /** `when`, `crisis.when`, `answers` */
  readonly name: string;
  readonly value: Condition | undefined;
  /** Facts that are not asked for here. */
  readonly without?: readonly string[];
}

/** A group of boxes for each fact; groups that say something stand open. */
export function ConditionFields({ view, state, flow, name, value, without = [], ...naming }: ConditionProps) {
  return (
    <>
      {factsOf(flow, naming, view.lang)
        .filter((fact) => !without.includes(fact.name))
        .map((fact) => {
          const field = `${name}.${fact.name}`;
          const values = value?.[fact.name] ?? [];
          return (
            <Disclosure
              summary={fact.label}
              open={values.length > 0 || (state.values[field]?.length ?? 0) > 0}
            >
              <CheckboxGroup
                view={view}
                state={state}
                name={field}
                label={fact.label}
                options={fact.options}
                values={values}
                spread="columns"
              />
            </Disclosure>
          );
        })}
    </>
  );
}
