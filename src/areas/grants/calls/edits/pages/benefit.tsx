import { rowCount } from '#platform/web/typed.ts';
import { Checkbox, RadioGroup } from '#ui/choices.tsx';
import { FieldRows } from '#ui/field-rows.tsx';
import { HiddenField, NumberField, YenField } from '#ui/fields.tsx';
import { Section } from '#ui/layout.tsx';
import { emptyBenefit } from '../../benefit-terms.ts';
import { benefitWords } from '../benefit-words.ts';
import { codeOf, TextPair } from './fields.tsx';
import type { EditProps } from './frame.tsx';

/** What is paid to persons: how much, how often, to whom, for what. */
export function BenefitFields(props: EditProps) {
  const { view, state, terms } = props;
  const t = benefitWords[view.lang];
  const own = { view, state };
  const { payee, amount, limit, uses, outcomes, reportDays } = terms.benefit ?? emptyBenefit;
  return (
    <>
      <RadioGroup
        {...own}
        name="payee"
        label={t.payee}
        required
        value={payee}
        options={(['group', 'person'] as const).map((value) => ({ value, label: t.payees[value] }))}
      />
      <Section title={t.amountPart}>
        <RadioGroup
          {...own}
          name="kind"
          label={t.kind}
          required
          value={amount.kind}
          options={(['asked', 'share'] as const).map((value) => ({ value, label: t.kinds[value] }))}
        />
      </Section>
      <Section title={t.askedPart}>
        <YenField
          {...own}
          name="askedCeiling"
          label={t.ceiling}
          value={amount.kind === 'asked' ? amount.ceiling || '' : ''}
        />
      </Section>
      <Section title={t.sharePart}>
        <ShareFields {...props} />
      </Section>
      <Section title={t.limitPart}>
        <div class="row">
          <NumberField {...own} name="limitTimes" label={t.limitTimes} unit={t.times} value={limit.times} />
          <YenField {...own} name="limitYen" label={t.limitYen} value={limit.yen || ''} />
        </div>
      </Section>
      <Section title={t.usesPart}>
        <NamedRows {...props} list="uses" title={t.use} add={t.addUse} rows={uses} />
        <NamedRows {...props} list="outcomes" title={t.outcome} add={t.addOutcome} rows={outcomes} />
        <NumberField {...own} name="reportDays" label={t.reportDays} unit={t.days} value={reportDays} />
      </Section>
    </>
  );
}

function ShareFields(props: EditProps) {
  const { view, state, terms } = props;
  const t = benefitWords[view.lang];
  const own = { view, state };
  const amount = terms.benefit?.amount;
  const share = amount?.kind === 'share' ? amount : undefined;
  const interest = share?.interest ?? undefined;
  return (
    <>
      <div class="row">
        <NumberField {...own} name="numerator" label={t.numerator} value={share?.numerator} />
        <NumberField {...own} name="denominator" label={t.denominator} value={share?.denominator} />
      </div>
      <YenField {...own} name="shareCeiling" label={t.ceiling} value={share?.ceiling} />
      <YenField {...own} name="roundDownTo" label={t.roundDownTo} value={share?.roundDownTo ?? 1} />
      <NamedRows {...props} list="items" title={t.item} add={t.addItem} rows={share?.items ?? []} />
      <Checkbox {...own} name="interest" label={t.interest} checked={interest !== undefined} />
      <fieldset>
        <legend>{t.interestShare}</legend>
        <div class="row">
          <NumberField
            {...own}
            name="interestNumerator"
            label={t.numerator}
            value={interest?.numerator ?? 1}
          />
          <NumberField
            {...own}
            name="interestDenominator"
            label={t.denominator}
            value={interest?.denominator ?? 1}
          />
        </div>
      </fieldset>
      <div class="row">
        <NumberField
          {...own}
          name="maxInstalments"
          label={t.maxInstalments}
          unit={t.times}
          value={interest?.maxInstalments}
        />
        <NumberField
          {...own}
          name="maxPercent"
          label={t.maxPercent}
          unit="%"
          decimal
          value={interest && interest.maxBasisPoints / 100}
        />
      </div>
    </>
  );
}

/** Things that only have a name. */
function NamedRows({
  view,
  state,
  list,
  title,
  add,
  rows,
}: EditProps & {
  list: string;
  title: string;
  add: string;
  rows: readonly { readonly code: string; readonly label: { readonly ja: string; readonly en: string } }[];
}) {
  const own = { view, state };
  return (
    <FieldRows
      {...own}
      list={list}
      count={rowCount(state.values, list, rows.length)}
      title={title}
      add={add}
      ordered
      row={(at, name) => (
        <>
          <HiddenField name={name('code')} value={codeOf(state, name('code'), rows[at]?.code)} />
          <TextPair {...own} name={name('label')} label={title} value={rows[at]?.label} />
        </>
      )}
    />
  );
}
