import { rowCount, textOf } from '#platform/web/typed.ts';
import { RadioGroup, SelectField } from '#ui/choices.tsx';
import { FieldRows } from '#ui/field-rows.tsx';
import { HiddenField, NumberField, TextArea, TextField, YenField } from '#ui/fields.tsx';
import type { BySize, Condition } from '../../../benefits/terms.ts';
import { benefitWords } from '../benefit-words.ts';
import { codeOf, TextPair } from './fields.tsx';
import type { EditProps } from './frame.tsx';

const kinds = ['answer', 'age', 'plan', 'moved', 'income', 'savings'] as const;
type Kind = Condition['kind'];

/** Conditions one by one; a row shows the fields of the way in which it is checked. */
export function BenefitConditionFields(props: EditProps) {
  const { view, state, terms } = props;
  const t = benefitWords[view.lang];
  const own = { view, state };
  const conditions = terms.benefit?.conditions ?? [];
  return (
    <FieldRows
      {...own}
      list="conditions"
      count={rowCount(state.values, 'conditions', conditions.length)}
      title={t.condition}
      add={t.addCondition}
      ordered
      row={(at, name) => {
        const condition = conditions[at];
        const typed = kinds.find((kind) => kind === textOf(state.values, name('kind')));
        return (
          <>
            <HiddenField name={name('code')} value={codeOf(state, name('code'), condition?.code)} />
            <TextPair {...own} name={name('label')} label={t.condition} value={condition?.label} />
            <TextPair
              {...own}
              name={name('otherwise')}
              label={t.otherwise}
              value={condition?.otherwise}
              rows={2}
            />
            <SelectField
              {...own}
              name={name('kind')}
              label={t.conditionKind}
              hint={t.kindHint}
              empty={false}
              value={condition?.kind ?? 'answer'}
              options={kinds.map((value) => ({ value, label: t.conditionKinds[value] }))}
            />
            <KindFields
              {...own}
              kind={typed ?? condition?.kind ?? 'answer'}
              condition={condition}
              name={name}
            />
          </>
        );
      }}
    />
  );
}

interface KindProps extends Pick<EditProps, 'view' | 'state'> {
  readonly kind: Kind;
  readonly condition: Condition | undefined;
  readonly name: (of: string) => string;
}

function KindFields({ kind, condition, name, ...own }: KindProps) {
  const t = benefitWords[own.view.lang];
  if (kind === 'answer')
    return (
      <RadioGroup
        {...own}
        name={name('passes')}
        label={t.passes}
        spread="line"
        value={condition?.kind === 'answer' ? condition.passes : 'yes'}
        options={[
          { value: 'yes', label: t.yes },
          { value: 'no', label: t.no },
        ]}
      />
    );
  if (kind === 'age')
    return (
      <NumberField
        {...own}
        name={name('atMost')}
        label={t.atMost}
        unit={t.years}
        value={condition?.kind === 'age' ? condition.atMost : ''}
      />
    );
  if (kind === 'moved')
    return (
      <NumberField
        {...own}
        name={name('months')}
        label={t.months}
        unit={t.monthsUnit}
        value={condition?.kind === 'moved' ? condition.withinMonths : ''}
      />
    );
  if (kind === 'income') return <IncomeFields {...own} kind={kind} condition={condition} name={name} />;
  if (kind === 'savings') return <SavingsFields {...own} kind={kind} condition={condition} name={name} />;
  return null;
}

function IncomeFields({ condition, name, view, state }: KindProps) {
  const t = benefitWords[view.lang];
  const own = { view, state };
  const income = condition?.kind === 'income' ? condition : undefined;
  return (
    <>
      <Base {...own} name={name('base')} value={income?.base} />
      <TextArea
        {...own}
        name={name('areas')}
        label={t.areas}
        hint={t.areasHint}
        rows={5}
        value={(income?.areas ?? []).map(areaLine).join('\n')}
      />
      <div class="row">
        <NumberField {...own} name={name('numerator')} label={t.factorTop} value={income?.numerator} />
        <NumberField {...own} name={name('denominator')} label={t.factorBottom} value={income?.denominator} />
      </div>
    </>
  );
}

function SavingsFields({ condition, name, view, state }: KindProps) {
  const t = benefitWords[view.lang];
  const own = { view, state };
  const savings = condition?.kind === 'savings' ? condition : undefined;
  return (
    <>
      <Base {...own} name={name('base')} value={savings?.base} />
      <div class="row">
        <NumberField
          {...own}
          name={name('times')}
          label={t.timesBase}
          unit={t.monthsUnit}
          value={savings?.times}
        />
        <YenField {...own} name={name('cap')} label={t.cap} value={savings?.cap} />
      </div>
    </>
  );
}

function Base({
  view,
  state,
  name,
  value,
}: Pick<EditProps, 'view' | 'state'> & { name: string; value: BySize | undefined }) {
  const t = benefitWords[view.lang];
  return (
    <TextField
      view={view}
      state={state}
      name={name}
      label={t.base}
      hint={t.baseHint}
      width="full"
      value={value?.join(' ')}
    />
  );
}

/** As it is typed: name, English name, code, and the limits behind a colon. */
function areaLine({ label, code, rent }: Extract<Condition, { kind: 'income' }>['areas'][number]): string {
  return `${[label.ja, label.en, code].join(' | ')}: ${rent.join(' ')}`;
}
