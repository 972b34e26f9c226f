import { SelectField } from '#ui/choices.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { Section } from '#ui/layout.tsx';
import { crisisKinds } from '../../crisis/rules.ts';
import type { Topic } from '../../navigator/flow.ts';
import { referenceText } from '../say.ts';
import { itemWords } from '../item-words.ts';
import { ConditionFields, TextsFields } from './fields.tsx';
import type { ItemProps } from './item.tsx';

export function TopicFields(props: ItemProps & { readonly topic: Topic | undefined }) {
  const { view, state, topic } = props;
  const t = itemWords[view.lang];
  const common = { view, state };
  return (
    <>
      {!topic && (
        <TextField {...common} name="value" label={t.code} hint={t.codeHint} required maxlength={60} />
      )}
      <TextsFields {...common} name="label" label={t.label} value={topic?.label} required />
      <TextsFields {...common} name="hint" label={t.hint} value={topic?.hint} />
      <TextArea
        {...common}
        name="words"
        label={t.topicWords}
        hint={t.topicWordsHint}
        value={topic?.words.join('\n')}
        rows={10}
      />
      <TextArea
        {...common}
        name="now"
        label={t.now}
        hint={t.nowHint}
        value={topic?.now.join('\n')}
        rows={5}
      />
      {topic && (
        <p class="hint">{topic.now.map((each) => referenceText(each, props, view.lang)).join(' → ')}</p>
      )}
      <SelectField
        {...common}
        name="crisis"
        label={t.crisis}
        options={crisisKinds.map((value) => ({ value, label: t.crises[value] }))}
        empty={t.noCrisis}
        value={topic?.crisis?.kind}
      />
      <Section title={t.crisisWhen}>
        <ConditionFields
          {...props}
          name="crisis.when"
          value={topic?.crisis?.when}
          without={['crisis', 'area', 'pressing']}
        />
      </Section>
    </>
  );
}
