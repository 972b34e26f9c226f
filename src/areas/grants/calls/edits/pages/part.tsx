import { rowCount } from '#platform/web/typed.ts';
import { Checkbox, RadioGroup, SelectField } from '#ui/choices.tsx';
import { FieldRows } from '#ui/field-rows.tsx';
import { DateField, HiddenField, NumberField, TextField } from '#ui/fields.tsx';
import { Section } from '#ui/layout.tsx';
import { callStaffPaths } from '../../../paths.ts';
import { units } from '../../terms.ts';
import { words as common } from '../../words.ts';
import type { Part } from '../read.ts';
import { words } from '../words.ts';
import { AmountFields } from './amount.tsx';
import { BenefitFields } from './benefit.tsx';
import { BenefitConditionFields } from './benefit-conditions.tsx';
import { codeOf, PaperRows, TextPair } from './fields.tsx';
import { EditForm, EditFrame, type EditProps } from './frame.tsx';
import { FigureFields } from './figures.tsx';
import { ReviewFields } from './review.tsx';

/** One part of the terms, with fields for everything in it. */
export function PartPage({ part, ...props }: EditProps & { part: Part }) {
  const Fields = fields[part];
  return (
    <EditFrame {...props} section={part}>
      <EditForm {...props} action={callStaffPaths.part.to({ callId: props.callId, part })}>
        <Fields {...props} />
      </EditForm>
    </EditFrame>
  );
}

function Basics({ view, state, terms }: EditProps) {
  const t = words[view.lang];
  const own = { view, state };
  return (
    <>
      <TextPair {...own} name="name" label={t.name} value={terms.name} required />
      <TextPair
        {...own}
        name="summary"
        label={t.summary}
        hint={t.summaryHint}
        value={terms.summary}
        required
        rows={3}
      />
      <TextPair {...own} name="whoFor" label={t.whoFor} value={terms.whoFor} required rows={2} />
      <SelectField
        {...own}
        name="unit"
        label={t.unit}
        hint={t.unitHint}
        empty={false}
        value={terms.unit}
        options={units.map((value) => ({ value, label: common[view.lang].unit[value] }))}
      />
      <TextPair {...own} name="contact" label={t.contact} value={terms.contact.name} required />
      <TextField {...own} name="phone" type="tel" label={t.phone} value={terms.contact.phone} />
      <TextField {...own} name="mail" type="email" label={t.mail} value={terms.contact.mail} />
    </>
  );
}

function Windows({ view, state, terms }: EditProps) {
  const t = words[view.lang];
  const own = { view, state };
  return (
    <>
      <FieldRows
        {...own}
        list="windows"
        count={rowCount(state.values, 'windows', terms.windows.length, terms.windows.length ? 0 : 1)}
        title={t.window}
        add={t.addWindow}
        row={(at, name) => (
          <div class="row">
            <DateField {...own} name={name('opensOn')} label={t.opensOn} value={terms.windows[at]?.opensOn} />
            <DateField
              {...own}
              name={name('closesOn')}
              label={t.closesOn}
              value={terms.windows[at]?.closesOn}
            />
          </div>
        )}
      />
      <Checkbox {...own} name="firstCome" label={t.firstCome} checked={terms.firstCome} />
    </>
  );
}

function Eligibility({ view, state, terms }: EditProps) {
  const t = words[view.lang];
  const own = { view, state };
  return (
    <FieldRows
      {...own}
      list="eligibility"
      count={rowCount(state.values, 'eligibility', terms.eligibility.length)}
      title={t.check}
      add={t.addCheck}
      ordered
      row={(at, name) => {
        const asked = terms.eligibility[at];
        return (
          <>
            <HiddenField name={name('code')} value={codeOf(state, name('code'), asked?.code)} />
            <TextPair {...own} name={name('label')} label={t.check} value={asked?.label} />
            <RadioGroup
              {...own}
              name={name('passes')}
              label={t.passes}
              spread="line"
              value={asked?.passes ?? 'yes'}
              options={[
                { value: 'yes', label: t.yes },
                { value: 'no', label: t.no },
              ]}
            />
            <TextPair
              {...own}
              name={name('otherwise')}
              label={t.otherwise}
              hint={t.otherwiseHint}
              value={asked?.otherwise}
              rows={2}
            />
          </>
        );
      }}
    />
  );
}

function PaperFields({ view, state, terms }: EditProps) {
  const title = words[view.lang].paper;
  return (
    <PaperRows {...{ view, state, title }} list="papers" papers={terms.papers} questions={terms.questions} />
  );
}

function Conditions({ view, state, terms }: EditProps) {
  const t = words[view.lang];
  const own = { view, state };
  const { report } = terms;
  return (
    <>
      <Section title={t.conditionsPart}>
        <FieldRows
          {...own}
          list="conditions"
          count={rowCount(state.values, 'conditions', terms.conditions.length)}
          title={t.condition}
          add={t.addCondition}
          ordered
          row={(at) => (
            <TextPair
              {...own}
              name={`conditions.${at}`}
              label={t.condition}
              value={terms.conditions[at]}
              rows={2}
            />
          )}
        />
      </Section>
      <Section title={t.reportPart}>
        {report ? (
          <>
            <NumberField
              {...own}
              name="daysAfterEnd"
              label={t.daysAfterEnd}
              unit={t.days}
              value={report.daysAfterEnd}
            />
            <DateField {...own} name="latestOn" label={t.latestOn} value={report.latestOn} />
            <NumberField
              {...own}
              name="keepYears"
              label={t.keepYears}
              unit={t.years}
              value={report.keepYears}
            />
            <PaperRows
              {...own}
              list="reportPapers"
              title={t.reportPaper}
              papers={report.papers}
              questions={terms.questions}
            />
          </>
        ) : (
          <p>{terms.benefit ? t.noReportOfPersons : t.noReport}</p>
        )}
      </Section>
    </>
  );
}

const fields: Record<Part, (props: EditProps) => ReturnType<typeof Basics>> = {
  basics: Basics,
  windows: Windows,
  amount: AmountFields,
  eligibility: Eligibility,
  papers: PaperFields,
  conditions: Conditions,
  review: ReviewFields,
  figures: FigureFields,
  benefit: BenefitFields,
  'benefit-conditions': BenefitConditionFields,
};
