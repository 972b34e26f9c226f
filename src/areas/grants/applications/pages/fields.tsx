import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Municipality } from '#areas/directory/index.ts';
import { Checkbox, CheckboxGroup, RadioGroup, SelectField } from '#ui/choices.tsx';
import { FieldRows } from '#ui/field-rows.tsx';
import { DateField, HiddenField, NumberField, TextArea, TextField, YenField } from '#ui/fields.tsx';
import { rowCount } from '#platform/web/typed.ts';
import type { Question } from '../../calls/terms.ts';
import { baseOf, nameOf } from '../posted.ts';
import { type Answer, choicesOf, costsOf, textOf } from '../rules.ts';
import { fieldWords } from '../field-words.ts';

interface QuestionFieldProps {
  readonly view: View;
  readonly state: FormState;
  readonly question: Question;
  readonly answer: Answer | undefined;
  /** The version that stands, which the form says again: two who write at once are told. */
  readonly base: number;
  readonly places: readonly Municipality[];
}

/** One question of a call, whatever it asks for, and which version of its answer the writer saw. */
export function QuestionField(props: QuestionFieldProps) {
  return (
    <>
      <HiddenField name={baseOf(props.question.code)} value={props.base} />
      <Control {...props} />
    </>
  );
}

function Control(props: QuestionFieldProps) {
  const { view, question, answer, places } = props;
  const { lang } = view;
  const t = fieldWords[lang];
  const text = textOf(answer);
  const common = {
    ...commonOf(props),
    ...(question.kind === 'day' && !question.hint && { hint: t.dayHint }),
  };
  const options = (question.options ?? []).map(({ code, label }) => ({ value: code, label: label[lang] }));
  switch (question.kind) {
    case 'line':
      return <TextField {...common} value={text} width="full" maxlength={300} />;
    case 'text':
      return <TextArea {...common} value={text} rows={8} maxlength={5000} />;
    case 'number':
      return <NumberField {...common} value={text} />;
    case 'yen':
      return <YenField {...common} value={text} />;
    case 'day':
      return <DateField {...common} value={text} />;
    case 'yes-no': {
      const both = [
        { value: 'yes', label: t.yes },
        { value: 'no', label: t.no },
      ];
      return <RadioGroup {...common} value={text} options={both} spread="line" />;
    }
    case 'choice':
      return <RadioGroup {...common} value={text} options={options} />;
    case 'choices':
      return <CheckboxGroup {...common} values={choicesOf(answer)} options={options} />;
    case 'municipality':
      return (
        <SelectField
          {...common}
          value={text}
          options={places.map(({ code, nameJa, nameEn }) => ({
            value: code,
            label: lang === 'en' && nameEn ? nameEn : nameJa,
          }))}
        />
      );
    case 'costs':
      return <CostRows {...props} />;
  }
}

function commonOf({ view, state, question }: QuestionFieldProps) {
  const { lang } = view;
  return {
    view,
    state,
    name: nameOf(question.code),
    label: question.label[lang],
    hint: question.hint?.[lang],
    required: question.required,
  };
}

/** Rows of costs, as many as somebody needs, without a script. */
function CostRows(props: QuestionFieldProps) {
  const { view, state, question, answer } = props;
  const t = fieldWords[view.lang];
  const rows = costsOf(answer);
  const list = nameOf(question.code);
  const { label, hint } = commonOf(props);
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      <FieldRows
        view={view}
        state={state}
        list={list}
        count={rowCount(state.values, list, rows.length)}
        title={t.cost}
        add={t.addCost}
        row={(at, name) => {
          const row = rows[at];
          return (
            <>
              <TextField
                view={view}
                state={state}
                name={name('what')}
                label={t.costWhat}
                value={row?.what}
                width="full"
                maxlength={200}
              />
              <YenField view={view} state={state} name={name('yen')} label={t.costYen} value={row?.yen} />
              <Checkbox
                view={view}
                state={state}
                name={name('eligible')}
                label={t.costEligible}
                checked={row?.eligible ?? true}
              />
            </>
          );
        }}
      />
    </fieldset>
  );
}
