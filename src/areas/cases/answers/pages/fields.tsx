import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { CheckboxGroup, type Option, RadioGroup, SelectField } from '#ui/choices.tsx';
import { Disclosure } from '#ui/content.tsx';
import { HiddenField, NumberField, TextArea, TextField, YenField } from '#ui/fields.tsx';
import type { FormField, FormOption } from '../../forms/form.ts';
import { type Answer, listed, said } from '../rules.ts';
import { words } from '../words.ts';

export interface Asked {
  readonly field: FormField;
  /** What may be chosen by this reader, and what was chosen though it is offered no more. */
  readonly options: readonly FormOption[];
  readonly answer: Answer | undefined;
  /** What is stored: an answer that was heard before is offered, and not stored yet. */
  readonly stored: Answer | undefined;
  /** The answer in words. */
  readonly text: string;
  /** Said on an earlier form, in words. */
  readonly heard: string;
}

export const nameOf = (field: string) => `f.${field}`;
export const baseOf = (field: string) => `was.${field}`;

/** From this many options on a single choice is a list to open. */
const manyOptions = 8;
/** And more than this many boxes are folded. */
const foldedOptions = 30;

/** One question of a form, by its kind. */
export function AskedField({ view, state, asked }: { view: View; state: FormState; asked: Asked }) {
  const { field, answer } = asked;
  const t = words[view.lang];
  const hint = [field.hint?.[view.lang], asked.heard && t.heardBefore(asked.heard)].filter(Boolean).join(' ');
  const common = {
    view,
    state,
    name: nameOf(field.code),
    label: field.name[view.lang],
    hint: hint || undefined,
  };
  const options = asked.options.map(
    (option): Option => ({
      value: option.code,
      label: option.name[view.lang] + (option.retired ? t.retired : ''),
    }),
  );
  if (field.kind === 'many') {
    const choices = <CheckboxGroup {...common} values={listed(answer)} options={options} spread="columns" />;
    if (options.length <= foldedOptions) return choices;
    const chosen = listed(state.values[common.name] ?? answer).length;
    return (
      <Disclosure summary={t.folded(common.label, chosen)} open={chosen > 0}>
        {choices}
      </Disclosure>
    );
  }
  const value = said(answer);
  if (field.kind === 'one')
    return options.length < manyOptions ? (
      <RadioGroup
        {...common}
        value={value}
        options={[...options, { value: '', label: t.unanswered }]}
        spread="columns"
      />
    ) : (
      <SelectField {...common} value={value} empty={t.notAnswered} options={options} />
    );
  if (field.kind === 'long') return <TextArea {...common} value={value} rows={4} />;
  if (field.kind === 'yen') return <YenField {...common} value={value} />;
  if (field.kind === 'number') return <NumberField {...common} value={value} />;
  if (field.kind === 'day') return <TextField {...common} value={value} width="short" autocomplete="off" />;
  return <TextField {...common} value={value} width="full" autocomplete="off" />;
}

/** What the writer saw before they wrote: sent along, so that two who write at once are put together. */
export function BaseFields({ state, asked }: { state: FormState; asked: readonly Asked[] }) {
  const typed = Object.keys(state.values).length > 0;
  return (
    <>
      {asked.map(({ field, stored }) => {
        const base = typed ? state.values[baseOf(field.code)] : stored;
        return field.kind === 'many' ? (
          listed(base).map((code) => <HiddenField name={`${baseOf(field.code)}[]`} value={code} />)
        ) : (
          <HiddenField name={baseOf(field.code)} value={said(base)} />
        );
      })}
    </>
  );
}
