import { dayName, tokyoMinute } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { yenFull } from '#platform/money.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { worryTerms } from '#areas/directory/index.ts';
import { DefinitionList, Disclosure, StatusTag } from '#ui/content.tsx';
import { TextArea } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Thread } from '#ui/thread.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import type { CallTerms } from '../../calls/terms.ts';
import type { LetterKind } from '../../letters/kinds/rules.ts';
import type { DocumentRow } from '../../letters/store.ts';
import { words as letterWords } from '../../letters/words.ts';
import { benefitPaths } from '../../paths.ts';
import { KeptLink } from '../../retention/pages/kept.tsx';
import { askWords } from '../ask-words.ts';
import type { Custody } from '../hand-ons/rules.ts';
import { HandOnForms } from '../hand-ons/pages/forms.tsx';
import { Trail, type TrailHop } from '../hand-ons/pages/trail.tsx';
import type { InstalmentRow } from '../instalments/store.ts';
import { Instalments } from '../instalments/pages/instalments.tsx';
import { type BenefitStep, numberOf, type Stage } from '../rules.ts';
import type { Benefit } from '../store.ts';
import type { BenefitTerms } from '../terms.ts';
import type { Told } from '../told.ts';
import { words } from '../words.ts';
import { StageTag, useName } from './list.tsx';

export interface BenefitProps {
  readonly view: View;
  readonly state: FormState;
  /** Which form was sent, when it comes back. */
  readonly tried: string;
  readonly benefit: Benefit;
  readonly organisation: string;
  readonly version: number;
  readonly terms: CallTerms;
  readonly rules: BenefitTerms;
  readonly stage: Stage;
  /** Undefined: erased. */
  readonly told: Told | undefined;
  /** Name of the municipality that was told for counting; ''. */
  readonly place: string;
  readonly outcomeWords: string;
  readonly custody: Custody;
  readonly hops: readonly TrailHop[];
  readonly instalments: readonly InstalmentRow[];
  /** None, once the words are erased. */
  readonly letters: readonly DocumentRow[];
  readonly events: readonly {
    readonly step: string;
    readonly by: string;
    readonly at: Date;
    readonly reason: string;
  }[];
  /** What this person may do now. */
  readonly steps: readonly BenefitStep[];
  readonly mayEdit: boolean;
  /** Accompanies the person. */
  readonly isAsker: boolean;
  /** Prepares payments at the office. */
  readonly isOfficer: boolean;
  /** Sees how long it stays; not once it is erased. */
  readonly mayKeep: boolean;
  readonly today: string;
}

export function BenefitPage(props: BenefitProps) {
  const { view, state, benefit, terms, stage } = props;
  const t = words[view.lang];
  const title = `${contentIn(view.lang, terms.name)} ${numberOf(benefit)}`;
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        tags={<StageTag view={view} stage={stage} />}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(benefitPaths.list.to({})), label: t.title }]}
            current={numberOf(benefit)}
          />
        }
      />
      <Facts {...props} />
      {props.letters.length > 0 && (
        <ul>
          {props.letters.map(({ id: documentId, kind, number }) => (
            <li>
              <a href={view.href(benefitPaths.letter.to({ benefitId: benefit.id, documentId }))}>
                {t.letter(letterWords[view.lang].kinds[kind as LetterKind], number)}
              </a>
            </li>
          ))}
        </ul>
      )}
      <Next {...props} />
      {benefit.awardId !== null && <Trail {...props} />}
      {props.instalments.length > 0 && <Instalments {...props} />}
      <HandOnForms {...props} />
      <Section title={t.told}>
        <ToldFacts {...props} />
      </Section>
      <Checks {...props} />
      <Section title={t.history}>
        <Thread
          label={t.history}
          entries={props.events.map(({ step, by, at, reason }) => ({
            by: by || t.system,
            at: at.toISOString(),
            when: tokyoMinute(at),
            title: t.events[step as keyof typeof t.events],
            body: reason && <TypedText text={reason} />,
          }))}
        />
      </Section>
      {props.mayKeep && <KeptLink view={view} kind="benefit" id={benefit.id} />}
    </StaffFrame>
  );
}

function Facts({ view, benefit, organisation, terms, rules, outcomeWords }: BenefitProps) {
  const t = words[view.lang];
  const outcome = rules.outcomes.find(({ code }) => code === benefit.outcome);
  return (
    <DefinitionList
      items={[
        { term: t.group, value: organisation },
        { term: t.use, value: useName(view, terms, benefit.use) },
        { term: t.yen, value: yenFull(view.lang, benefit.yen) },
        { term: t.age, value: t.ageBands[benefit.ageBand as keyof typeof t.ageBands] },
        { term: t.askedOn, value: dayName(view.lang, benefit.askedOn) },
        ...(outcome
          ? [
              {
                term: t.outcome,
                value: (
                  <>
                    {contentIn(view.lang, outcome.label)}
                    {outcomeWords && <TypedText text={outcomeWords} />}
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function ToldFacts({ view, benefit, told, place, rules }: BenefitProps) {
  const t = words[view.lang];
  const a = askWords[view.lang];
  if (!told) return <p>{t.erased}</p>;
  const { account, credit, plan } = told;
  const yen = (value: number | null) => (value === null ? '' : yenFull(view.lang, value));
  const itemName = (code: string) => {
    const items = rules.amount.kind === 'share' ? rules.amount.items : [];
    const found = items.find((each) => each.code === code);
    return found ? contentIn(view.lang, found.label) : code;
  };
  const facts: readonly (readonly [string, string])[] = [
    [a.name, told.kana ? `${told.name}（${told.kana}）` : told.name],
    [a.birth, dayName(view.lang, told.birth)],
    [a.address, told.address],
    [a.phone, told.phone],
    [t.plan, plan ? t.planFound(plan.agency, dayName(view.lang, plan.decidedOn)) : ''],
    [a.household, rules.conditions.some(({ kind }) => kind === 'income') ? `${told.household}` : ''],
    [a.income, yen(told.incomeYen)],
    [a.savings, yen(told.savingsYen)],
    [a.movedOn, told.movedOn ? dayName(view.lang, told.movedOn) : ''],
    [a.why, told.why],
    ...told.items.map(({ code, yen: cost }) => [itemName(code), yen(cost)] as const),
    [
      a.credit,
      credit ? `${yen(credit.principalYen)} ${credit.basisPoints / 100}% ×${credit.instalments}` : '',
    ],
    [a.municipality, place],
    [a.worry, worryTerms.find(({ code }) => code === benefit.worry)?.name[view.lang] ?? ''],
    [a.account, account ? `${account.bank}-${account.branch} ${account.number} ${account.holder}` : ''],
  ];
  return (
    <DefinitionList items={facts.filter(([, value]) => value).map(([term, value]) => ({ term, value }))} />
  );
}

/** Condition by condition, by the version that holds for this one. */
function Checks({ view, benefit, rules, version }: BenefitProps) {
  const t = words[view.lang];
  const a = askWords[view.lang];
  const label = (code: string) => {
    const found = rules.conditions.find((each) => each.code === code);
    return found ? contentIn(view.lang, found.label) : code;
  };
  return (
    <Section title={t.rules(version)} lead={t.rulesPinned}>
      <DataTable
        view={view}
        caption={t.rules(version)}
        captionHidden
        columns={[
          { key: 'what', label: a.conditions, head: true },
          { key: 'met', label: t.state },
        ]}
        rows={benefit.checked.map(({ code, met }) => ({
          what: label(code),
          met: <StatusTag tone={met ? 'good' : 'bad'}>{met ? t.met : t.unmet}</StatusTag>,
        }))}
      />
    </Section>
  );
}

const withReason: readonly BenefitStep[] = ['return', 'refuse', 'cancel', 'withdraw'];

function Next(props: BenefitProps) {
  const { view, benefit, steps, mayEdit, tried, state } = props;
  const t = words[view.lang];
  const benefitId = benefit.id;
  if (steps.length === 0 && !mayEdit) return null;
  return (
    <Section title={t.next}>
      <Actions>
        {mayEdit && <ButtonLink href={view.href(benefitPaths.edit.to({ benefitId }))}>{t.edit}</ButtonLink>}
        {steps.includes('check') && (
          <ActionForm action={view.href(benefitPaths.step.to({ benefitId, step: 'check' }))} kind="primary">
            {t.step.check}
          </ActionForm>
        )}
        {steps.includes('decide') && (
          <ButtonLink href={view.href(benefitPaths.call.to({ callId: benefit.callId }))}>
            {t.step.decide}
          </ButtonLink>
        )}
      </Actions>
      {steps
        .filter((step) => withReason.includes(step))
        .map((step) => (
          <Disclosure summary={t.step[step]} open={tried === step}>
            <Form action={view.href(benefitPaths.step.to({ benefitId, step }))} label={t.step[step]}>
              <TextArea
                view={view}
                {...(tried === step ? { state } : {})}
                name={`reason-${step}`}
                label={t.reason}
                hint={step === 'refuse' || step === 'cancel' ? t.reasonInLetter : t.reasonHint}
                required={step !== 'withdraw'}
                rows={3}
              />
              <Actions>
                <SubmitButton kind={step === 'return' ? 'primary' : 'danger'}>{t.step[step]}</SubmitButton>
              </Actions>
            </Form>
          </Disclosure>
        ))}
    </Section>
  );
}
