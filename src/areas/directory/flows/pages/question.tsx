import { SelectField } from '#ui/choices.tsx';
import { TextField } from '#ui/fields.tsx';
import { FieldRows } from '#ui/field-rows.tsx';
import { Section } from '#ui/layout.tsx';
import { rowCount } from '#platform/web/typed.ts';
import type { Question } from '../../navigator/flow.ts';
import { hasOptions } from '../read.ts';
import { itemWords } from '../item-words.ts';
import { ConditionFields, TextsFields } from './fields.tsx';
import type { ItemProps } from './item.tsx';

type QuestionProps = ItemProps & { readonly question: Question | undefined };

export function QuestionFields(props: QuestionProps) {
  const { view, state, question } = props;
  const t = itemWords[view.lang];
  const common = { view, state };
  return (
    <>
      {!question && (
        <>
          <TextField {...common} name="id" label={t.id} hint={t.codeHint} required maxlength={60} />
          <SelectField
            {...common}
            name="kind"
            label={t.kind}
            options={(['choice', 'choices'] as const).map((value) => ({ value, label: t.kinds[value] }))}
            empty={false}
          />
        </>
      )}
      <TextsFields {...common} name="ask" label={t.asks} value={question?.ask} required />
      <TextsFields {...common} name="hint" label={t.hint} value={question?.hint} />
      {(!question || hasOptions(question.kind)) && <OptionRows {...props} />}
      <Section title={t.condition} lead={t.conditionHint}>
        <ConditionFields
          {...props}
          name="when"
          value={question?.when}
          without={question ? [question.id, 'crisis', 'area'] : ['crisis', 'area']}
        />
      </Section>
    </>
  );
}

function OptionRows({ view, state, question }: QuestionProps) {
  const t = itemWords[view.lang];
  const options = question?.options ?? [];
  return (
    <FieldRows
      view={view}
      state={state}
      list="options"
      count={rowCount(state.values, 'options', options.length)}
      title={t.option}
      add={t.addOption}
      ordered
      row={(at, name) => {
        const option = options[at];
        const common = { view, state };
        return (
          <>
            <TextField {...common} name={name('value')} label={t.code} value={option?.value} maxlength={60} />
            <TextsFields {...common} name={name('label')} label={t.label} value={option?.label} />
            <TextsFields {...common} name={name('hint')} label={t.hint} value={option?.hint} />
          </>
        );
      }}
    />
  );
}
