import { TextField } from '#ui/fields.tsx';
import { Section } from '#ui/layout.tsx';
import type { DeskRule } from '../../navigator/flow.ts';
import { referenceText } from '../say.ts';
import { itemWords } from '../item-words.ts';
import { ConditionFields, entriesList, TextsFields } from './fields.tsx';
import type { ItemProps } from './item.tsx';

export function RuleFields(props: ItemProps & { readonly rule: DeskRule | undefined }) {
  const { view, state, rule } = props;
  const t = itemWords[view.lang];
  const named = rule && referenceText(rule.desk, props, view.lang);
  return (
    <>
      <TextField
        view={view}
        state={state}
        name="desk"
        label={t.desk}
        hint={[t.deskHint, named].filter(Boolean).join('　')}
        value={rule?.desk}
        list={entriesList}
        required
      />
      <TextsFields view={view} state={state} name="why" label={t.why} value={rule?.why} required />
      <Section title={t.condition} lead={t.conditionHint}>
        <ConditionFields {...props} name="when" value={rule?.when} />
      </Section>
    </>
  );
}
