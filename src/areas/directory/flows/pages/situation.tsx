import { CheckboxGroup, SelectField } from '#ui/choices.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { Section } from '#ui/layout.tsx';
import { crisisKinds } from '../../crisis/rules.ts';
import type { Situation } from '../../navigator/flow.ts';
import { itemWords } from '../item-words.ts';
import { ConditionFields, entriesList } from './fields.tsx';
import type { ItemProps } from './item.tsx';

export function SituationFields(props: ItemProps & { readonly situation: Situation | undefined }) {
  const { view, state, situation, places } = props;
  const t = itemWords[view.lang];
  const common = { view, state };
  return (
    <>
      <TextField
        {...common}
        name="name"
        label={t.name}
        hint={t.nameHint}
        value={situation?.name}
        width="full"
        required
      />
      <Section title={t.answered}>
        <TextArea
          {...common}
          name="answers.words"
          label={t.typed}
          value={situation?.answers['words']?.[0]}
          rows={2}
        />
        <SelectField
          {...common}
          name="answers.municipality"
          label={t.municipality}
          options={places.map(({ code, name }) => ({ value: code, label: name }))}
          value={situation?.answers['municipality']?.[0]}
        />
        <ConditionFields {...props} name="answers" value={situation?.answers} without={['crisis', 'area']} />
      </Section>
      <TextField
        {...common}
        name="desk"
        label={t.deskOf}
        value={situation?.desk}
        hint={situation && props.entries.get(situation.desk)}
        list={entriesList}
        required
      />
      <CheckboxGroup
        {...common}
        name="crisis"
        label={t.crisisFound}
        options={crisisKinds.map((value) => ({ value, label: t.crises[value] }))}
        values={situation?.crisis ?? []}
        spread="columns"
      />
    </>
  );
}
