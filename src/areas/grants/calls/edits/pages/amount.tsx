import { contentIn } from '#platform/i18n.ts';
import { rowCount } from '#platform/web/typed.ts';
import { Checkbox, RadioGroup, SelectField } from '#ui/choices.tsx';
import { FieldRows } from '#ui/field-rows.tsx';
import { NumberField, YenField } from '#ui/fields.tsx';
import { Section } from '#ui/layout.tsx';
import { words } from '../words.ts';
import type { EditProps } from './frame.tsx';

/** What is paid: by one of three rules. */
export function AmountFields(props: EditProps) {
  const { view, state, terms } = props;
  const t = words[view.lang];
  const own = { view, state };
  const { amount, advance } = terms;
  return (
    <>
      <RadioGroup
        {...own}
        name="kind"
        label={t.kind}
        required
        value={amount.kind}
        options={(['fixed', 'tiers', 'rate'] as const).map((value) => ({ value, label: t.kinds[value] }))}
      />
      <Section title={t.fixedPart}>
        <YenField {...own} name="yen" label={t.yen} value={amount.kind === 'fixed' ? amount.yen || '' : ''} />
      </Section>
      <Section title={t.tiersPart}>
        <TierFields {...props} />
      </Section>
      <Section title={t.ratePart} lead={t.rateHint}>
        <RateFields {...props} />
      </Section>
      {props.shape === 'subsidy' && (
        <>
          <Checkbox {...own} name="advance" label={t.advance} checked={advance.allowed} />
          <NumberField
            {...own}
            name="advancePercent"
            label={t.advancePercent}
            unit="%"
            value={advance.upToPercent || ''}
          />
        </>
      )}
    </>
  );
}

function RateFields(props: EditProps) {
  const { view, state, terms } = props;
  const t = words[view.lang];
  const own = { view, state };
  const rate = terms.amount.kind === 'rate' ? terms.amount : undefined;
  return (
    <>
      <div class="row">
        <NumberField {...own} name="numerator" label={t.numerator} value={rate?.numerator} />
        <NumberField {...own} name="denominator" label={t.denominator} value={rate?.denominator} />
      </div>
      <YenField {...own} name="ceiling" label={t.ceiling} value={rate?.ceiling} />
      <YenField
        {...own}
        name="roundDownTo"
        label={t.roundDownTo}
        hint={t.roundHint}
        value={rate?.roundDownTo ?? 1_000}
      />
      <QuestionOf {...props} kind="costs" label={t.rateQuestion} value={rate?.question} />
    </>
  );
}

function TierFields(props: EditProps) {
  const { view, state, terms } = props;
  const t = words[view.lang];
  const own = { view, state };
  const rule = terms.amount.kind === 'tiers' ? terms.amount : undefined;
  return (
    <>
      <QuestionOf {...props} kind="number" label={t.tiersQuestion} value={rule?.question} />
      <FieldRows
        {...own}
        list="tiers"
        count={rowCount(state.values, 'tiers', rule?.tiers.length ?? 0)}
        title={t.tier}
        add={t.addTier}
        row={(at, name) => (
          <div class="row">
            <NumberField {...own} name={name('from')} label={t.from} value={rule?.tiers[at]?.from} />
            <YenField {...own} name={name('yen')} label={t.yen} value={rule?.tiers[at]?.yen} />
          </div>
        )}
      />
    </>
  );
}

/** From which answer the amount is reckoned; a question that is not there yet is made. */
function QuestionOf({
  view,
  state,
  terms,
  kind,
  label,
  value,
}: EditProps & { kind: 'number' | 'costs'; label: string; value: string | undefined }) {
  const asked = terms.questions.filter((question) => question.kind === kind);
  return (
    <SelectField
      view={view}
      state={state}
      name={`${kind}Question`}
      label={label}
      value={value ?? asked[0]?.code ?? 'new'}
      empty={false}
      options={[
        ...asked.map((question) => ({ value: question.code, label: contentIn(view.lang, question.label) })),
        { value: 'new', label: words[view.lang].newQuestion },
      ]}
    />
  );
}
