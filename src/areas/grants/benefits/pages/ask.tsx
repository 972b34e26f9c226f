import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Municipality } from '#areas/directory/index.ts';
import { Checkbox, type Option, RadioGroup, SelectField } from '#ui/choices.tsx';
import { Notice } from '#ui/content.tsx';
import { DateField, HiddenField, NumberField, TextField, YenField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import type { CallTerms } from '../../calls/terms.ts';
import { benefitPaths } from '../../paths.ts';
import { askWords } from '../ask-words.ts';
import { answerField } from '../form.ts';
import type { BenefitTerms, Condition } from '../terms.ts';
import { words } from '../words.ts';
import { AccountFields } from './account.tsx';
import { Counted, Credit, What } from './what.tsx';

export interface AskProps {
  readonly view: View;
  readonly state: FormState;
  readonly terms: CallTerms;
  readonly rules: BenefitTerms;
  /** Groups and desks for which this person asks. */
  readonly organisations: readonly Option[];
  readonly municipalities: readonly Municipality[];
  readonly action: string;
  readonly back: string;
  /** Codes of conditions that were not met. */
  readonly unmet: readonly string[];
  readonly again: boolean;
  /** Of a form that asks anew: what makes of two sendings one. */
  readonly once?: string;
}

/** One page, filled in side by side with the person. */
export function AskPage(props: AskProps) {
  const { view, state, terms, action, back, again, once } = props;
  const [t, all] = [askWords[view.lang], words[view.lang]];
  const title = again ? all.edit : t.new;
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        kicker={contentIn(view.lang, terms.name)}
        lead={t.newLead}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(benefitPaths.list.to({})), label: all.title }]}
            current={title}
          />
        }
      />
      <Unmet {...props} />
      <Form action={view.href(action)}>
        {once && <HiddenField name="once" value={once} />}
        <Person {...props} />
        <Conditions {...props} />
        <What {...props} />
        <Credit {...props} />
        <Counted {...props} />
        {props.rules.payee === 'person' && (
          <Section title={t.account}>
            <AccountFields view={view} state={state} />
          </Section>
        )}
        <Checkbox view={view} state={state} name="consent" label={t.consent} hint={t.consentHint} required />
        <Actions>
          <SubmitButton>{all.ask}</SubmitButton>
          <ButtonLink kind="quiet" href={view.href(back)}>
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}

/** Every reason at once, and where else help is. */
function Unmet({ view, rules, unmet }: AskProps) {
  if (unmet.length === 0) return null;
  return (
    <Notice view={view} tone="warn" title={askWords[view.lang].notMet}>
      <ul>
        {rules.conditions
          .filter(({ code }) => unmet.includes(code))
          .map(({ label, otherwise }) => (
            <li>
              <b>{contentIn(view.lang, label)}</b>
              {askWords[view.lang].dash}
              {contentIn(view.lang, otherwise)}
            </li>
          ))}
      </ul>
    </Notice>
  );
}

function Person({ view, state, organisations, rules }: AskProps) {
  const t = askWords[view.lang];
  const common = { view, state };
  const only = organisations.length === 1 ? organisations[0]?.value : undefined;
  const wantsPlan = rules.conditions.some(({ kind }) => kind === 'plan');
  return (
    <Section title={t.whoIs}>
      <SelectField
        {...common}
        name="organisationId"
        label={t.forOrganisation}
        value={only}
        required
        options={organisations}
      />
      <TextField {...common} name="name" label={t.name} hint={t.nameHint} required autocomplete="off" />
      <TextField {...common} name="kana" label={t.kana} autocomplete="off" />
      <TextField
        {...common}
        name="birth"
        label={t.birth}
        hint={t.birthHint}
        required
        width="short"
        autocomplete="off"
      />
      {rules.payee === 'person' && (
        <>
          <TextField {...common} name="address" label={t.address} width="full" autocomplete="off" />
          <TextField {...common} name="phone" label={t.phone} type="tel" width="short" autocomplete="off" />
        </>
      )}
      {wantsPlan && (
        <TextField
          {...common}
          name="planNumber"
          label={t.planNumber}
          hint={t.planHint}
          required
          width="short"
          autocomplete="off"
        />
      )}
    </Section>
  );
}

function Conditions(props: AskProps) {
  const { view, state, rules } = props;
  const t = askWords[view.lang];
  const income = rules.conditions.find((each) => each.kind === 'income');
  const savings = rules.conditions.find((each) => each.kind === 'savings');
  const common = { view, state };
  return (
    <Section title={t.conditions} lead={t.conditionsLead}>
      {rules.conditions.map((condition) => (
        <ConditionField {...props} condition={condition} />
      ))}
      {(income || savings) && (
        <NumberField {...common} name="household" label={t.household} unit={t.people} required />
      )}
      {income && (
        <>
          <SelectField
            {...common}
            name="area"
            label={t.area}
            required
            options={income.areas.map(({ code, label }) => ({
              value: code,
              label: contentIn(view.lang, label),
            }))}
          />
          <YenField
            {...common}
            name="income"
            label={t.income}
            hint={contentIn(view.lang, income.label)}
            required
          />
        </>
      )}
      {savings && (
        <YenField
          {...common}
          name="savings"
          label={t.savings}
          hint={contentIn(view.lang, savings.label)}
          required
        />
      )}
    </Section>
  );
}

function ConditionField({ view, state, condition }: AskProps & { condition: Condition }) {
  const t = askWords[view.lang];
  const label = contentIn(view.lang, condition.label);
  if (condition.kind === 'answer')
    return (
      <RadioGroup
        view={view}
        state={state}
        name={answerField(condition.code)}
        label={label}
        required
        spread="line"
        options={[
          { value: 'yes', label: t.yes },
          { value: 'no', label: t.no },
        ]}
      />
    );
  if (condition.kind === 'moved')
    return (
      <DateField
        view={view}
        state={state}
        name="movedOn"
        label={t.movedOn}
        hint={`${label} ${t.movedHint}`}
      />
    );
  return null;
}
