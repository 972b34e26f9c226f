import { dayName } from '#platform/dates.ts';
import { formatNumber } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox, RadioGroup } from '#ui/choices.tsx';
import { DefinitionList, Disclosure, StatusTag, type Term } from '#ui/content.tsx';
import { HiddenField, YenField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Row, Section } from '#ui/layout.tsx';
import { PrintButton, Sheet, SheetBoxes, SignatureLine } from '#ui/sheet.tsx';
import { workTrainingPaths } from '../../paths.ts';
import { listed } from '../../workplaces/pages/public.tsx';
import { words as workplaceWords } from '../../workplaces/words.ts';
import { agreedBy, insurances, sides } from '../rules.ts';
import type { WorkTraining } from '../store.ts';
import { words } from '../words.ts';
import { TermFields } from './told.tsx';
import type { TrainingProps } from './training.tsx';

/** What was agreed, as on the screen so on the paper. */
export function termsOf(view: View, training: WorkTraining): readonly (Term & { value: string })[] {
  const t = words[view.lang];
  const w = workplaceWords[view.lang];
  const money = `${formatNumber(view.lang, training.allowanceYen)}${t.yen}（${t.allowanceFor[training.allowanceFor as 'day']}）`;
  return [
    { term: t.kind, value: w.kinds[training.kind as 'employed'] },
    { term: t.days, value: listed(w.days, training.days) },
    {
      term: t.period,
      value: `${dayName(view.lang, training.startsOn)} – ${dayName(view.lang, training.endsOn)}`,
    },
    { term: t.minutesADay, value: `${training.minutesADay}${t.minutes}` },
    { term: t.allowance, value: `${money} ${training.travelPaid ? t.travel.yes : t.travel.no}` },
    { term: t.insurance, value: t.insurances[training.insurance as 'none'] },
  ];
}

export function Confirmations({ view, training }: { view: View; training: WorkTraining }) {
  const t = words[view.lang];
  const agreed = agreedBy(training);
  return (
    <Row>
      {sides.map((side) => {
        const name = t.sheetSides[side];
        const done = agreed.includes(side);
        return (
          <StatusTag tone={done ? 'good' : 'neutral'}>{done ? t.agreed(name) : t.notAgreed(name)}</StatusTag>
        );
      })}
    </Row>
  );
}

export function Agreement(props: TrainingProps) {
  const { view, training, side } = props;
  const t = words[view.lang];
  const { id: trainingId } = training;
  const agreed = agreedBy(training);
  const agree = view.href(workTrainingPaths.agree.to({ trainingId }));
  const open = training.state === 'accepted' && side !== 'office';
  return (
    <Section
      title={t.agreement}
      actions={
        <ButtonLink kind="secondary" href={view.href(workTrainingPaths.agreement.to({ trainingId }))}>
          {t.print}
        </ButtonLink>
      }
    >
      <DefinitionList items={termsOf(view, training)} />
      <Confirmations view={view} training={training} />
      {open && (
        <Actions>
          {!agreed.includes(side) && (
            <ActionForm kind="primary" action={agree} fields={{ version: training.version }}>
              {t.agree}
            </ActionForm>
          )}
          {side === 'worker' && !agreed.includes('person') && (
            <ActionForm action={agree} fields={{ version: training.version, paper: 'on' }}>
              {t.paper}
            </ActionForm>
          )}
        </Actions>
      )}
      {open && <ChangeTerms {...props} />}
    </Section>
  );
}

function ChangeTerms(props: TrainingProps) {
  const { view, state, training } = props;
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Disclosure summary={t.changeTerms} open={training.insurance === 'none'}>
      <Form action={view.href(workTrainingPaths.terms.to({ trainingId: training.id }))} label={t.changeTerms}>
        <HiddenField name="version" value={training.version} />
        <TermFields {...props} />
        <YenField {...common} name="allowanceYen" label={t.allowance} value={training.allowanceYen} />
        <RadioGroup
          {...common}
          name="allowanceFor"
          label={t.allowanceForLabel}
          spread="line"
          value={training.allowanceFor}
          options={(['hour', 'day'] as const).map((value) => ({
            value: value as string,
            label: t.allowanceFor[value],
          }))}
        />
        <Checkbox {...common} name="travelPaid" label={t.travelPaid} checked={training.travelPaid} />
        <RadioGroup
          {...common}
          name="insurance"
          label={t.insurance}
          spread="line"
          value={training.insurance}
          options={insurances.map((value) => ({ value: value as string, label: t.insurances[value] }))}
        />
        <Actions>
          <SubmitButton kind="secondary">{t.changeTerms}</SubmitButton>
        </Actions>
      </Form>
    </Disclosure>
  );
}

/** 合意書 on A4, for three hands. */
export function AgreementSheet({ view, training, workplace, told }: TrainingProps) {
  const t = words[view.lang];
  const day = view.lang === 'ja' ? '　　年　　月　　日' : 'Date:';
  return (
    <StaffFrame view={view} title={t.sheetTitle}>
      <PageHead title={t.sheetTitle} actions={<PrintButton label={t.print} />} />
      <Sheet number="" title={t.sheetTitle}>
        <SheetBoxes
          title={t.agreement}
          boxes={[
            { label: t.workplace, value: workplace.name, wide: true },
            { label: t.alias, value: told?.alias ?? '' },
            { label: t.contact, value: told?.contact ?? '' },
            ...termsOf(view, training).map(({ term, value }) => ({ label: term, value, wide: true })),
            { label: t.considerations, value: told?.considerations ?? '', wide: true, tall: true },
          ]}
        />
        <p>{t.consentNote}</p>
        {sides.map((side) => (
          <SignatureLine label={t.sheetSides[side]} day={day} />
        ))}
      </Sheet>
    </StaffFrame>
  );
}
