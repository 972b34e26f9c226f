import { contentIn } from '#platform/i18n.ts';
import { yenFull } from '#platform/money.ts';
import { FileField, RadioGroup } from '#ui/choices.tsx';
import { Disclosure } from '#ui/content.tsx';
import { DateField, HiddenField, TextArea, YenField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { benefitPaths } from '../../../paths.ts';
import type { BenefitProps } from '../../pages/benefit.tsx';
import { heldBy, ways } from '../rules.ts';
import { words } from '../words.ts';

/** What can be done with money that has been paid: handed on, told what came of it, or taken back. */
export function HandOnForms(props: BenefitProps) {
  const { rules, custody, isAsker, isOfficer } = props;
  const held = rules.payee === 'group' ? heldBy(custody) : 0;
  const arrived = rules.payee === 'person' ? custody.paidYen : custody.handedYen;
  return (
    <>
      {isAsker && held > 0 && <HandOn {...props} held={held} />}
      {isAsker && arrived > 0 && <Outcome {...props} />}
      {isOfficer && held > 0 && <TakeBack {...props} held={held} />}
    </>
  );
}

const fieldsOf = ({ view, state, tried }: BenefitProps, form: string) =>
  tried === form ? { view, state } : { view };

function HandOn(props: BenefitProps & { held: number }) {
  const { view, benefit, held, tried, today } = props;
  const t = words[view.lang];
  const common = fieldsOf(props, 'hand-on');
  return (
    <Disclosure summary={t.handOn} open={tried === 'hand-on' || tried === ''}>
      <p>{t.handOnLead}</p>
      <Form action={view.href(benefitPaths.handOn.to({ benefitId: benefit.id }))} files label={t.handOn}>
        <HiddenField name="seenYen" value={held} />
        <YenField {...common} name="yen" label={t.yen} value={held} required />
        <DateField {...common} name="on" label={t.on} value={today} max={today} required />
        <RadioGroup
          {...common}
          name="way"
          label={t.way}
          required
          spread="line"
          options={ways.map((way) => ({ value: way, label: t.ways[way] }))}
        />
        <FileField {...common} name="receipt" label={t.file} hint={t.fileHint} required accept={accepted} />
        <Actions>
          <SubmitButton>{t.record}</SubmitButton>
        </Actions>
      </Form>
    </Disclosure>
  );
}
const accepted = 'image/jpeg,image/png,image/webp,application/pdf';

function Outcome(props: BenefitProps) {
  const { view, benefit, rules, tried, today, outcomeWords } = props;
  const t = words[view.lang];
  const common = fieldsOf(props, 'outcome');
  return (
    <Disclosure summary={t.outcome} open={tried === 'outcome'}>
      <Form action={view.href(benefitPaths.outcome.to({ benefitId: benefit.id }))} label={t.outcome}>
        <RadioGroup
          {...common}
          name="outcome"
          label={t.outcomeCode}
          value={benefit.outcome}
          required
          options={rules.outcomes.map(({ code, label }) => ({
            value: code,
            label: contentIn(view.lang, label),
          }))}
        />
        <DateField {...common} name="outcomeOn" label={t.outcomeOn} value={today} max={today} required />
        <TextArea {...common} name="outcomeWords" label={t.outcomeWords} value={outcomeWords} rows={3} />
        <Actions>
          <SubmitButton>{t.record}</SubmitButton>
        </Actions>
      </Form>
    </Disclosure>
  );
}

function TakeBack(props: BenefitProps & { held: number }) {
  const { view, benefit, held, tried, today } = props;
  const t = words[view.lang];
  const common = fieldsOf(props, 'return-money');
  return (
    <Disclosure summary={t.takeBack} open={tried === 'return-money'}>
      <p>
        {t.takeBackLead} {t.held(yenFull(view.lang, held))}
      </p>
      <Form action={view.href(benefitPaths.takeBack.to({ benefitId: benefit.id }))} label={t.takeBack}>
        <HiddenField name="seenYen" value={held} />
        <YenField {...common} name="returnedYen" label={t.yen} required />
        <DateField {...common} name="returnedOn" label={t.takeBackOn} value={today} max={today} required />
        <Actions>
          <SubmitButton kind="secondary">{t.record}</SubmitButton>
        </Actions>
      </Form>
    </Disclosure>
  );
}
