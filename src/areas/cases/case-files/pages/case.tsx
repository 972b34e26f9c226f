import { dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Municipality } from '#areas/directory/index.ts';
import type { Option } from '#ui/choices.tsx';
import { DefinitionList, Tag } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Columns, PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs, Stepper } from '#ui/wayfinding.tsx';
import type { Emergency } from '../../answers/emergency.ts';
import { EmergencyPanel } from '../../answers/pages/emergency.tsx';
import { words as basisWords } from '../../bases/words.ts';
import type { FormCode, FormSet } from '../../forms/form.ts';
import { listOf, optionOf } from '../../forms/rules.ts';
import { answerPaths, basisPaths, casePaths, planPaths, referralPaths } from '../../paths.ts';
import { type ReferralLine, ReferralTable } from '../../referrals/pages/boxes.tsx';
import { words as referralWords } from '../../referrals/words.ts';
import { HandOffPanel } from '../../hand-offs/pages/panel.tsx';
import type { MemberLine } from '../../households/shown.ts';
import type { Overview } from '../../timelines/overview.ts';
import { NextPlanStep, WorkPanels, WorkTabs } from '../../timelines/pages/overview.tsx';
import type { KnownPerson } from '../../persons/actions.ts';
import { PersonPanel } from '../../persons/pages/panel.tsx';
import { ShelterLinks } from '../../protections/pages/links.tsx';
import { ageOn, eraDay } from '../../persons/rules.ts';
import { type StepState, type WayStep, wayOf } from '../rules.ts';
import { municipalityName } from '../shown.ts';
import type { CaseFile } from '../store.ts';
import { RetentionLink } from '../../retention/pages/link.tsx';
import { FollowUpPanel, type ToldFollowUp } from '../../follow-ups/pages/panel.tsx';
import { words } from '../words.ts';
import { Assign, Close } from './carry.tsx';
import { StepTag } from './list.tsx';

export interface CaseProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly person: KnownPerson | undefined;
  readonly workers: readonly Option[];
  /** Whom this reader may name: a case that nobody carries may be taken by oneself. */
  readonly assignable: readonly Option[];
  readonly municipalities: readonly Municipality[];
  readonly forms: FormSet;
  readonly referrals: readonly ReferralLine[];
  /** What came along from a consultation. */
  readonly handOff: { readonly desk: string; readonly day: string; readonly words: string } | undefined;
  readonly followUps: readonly ToldFollowUp[];
  readonly household: readonly MemberLine[];
  /** Records that may be of the same person. */
  readonly duplicates: number;
  readonly overview: Overview;
  /** Help that does not wait for a plan. */
  readonly emergency: Emergency | undefined;
  /** Waiting requests from the person's own page. */
  readonly ownRequests: number;
  /** Takes steps, ends, assigns. */
  readonly mayCarry: boolean;
  readonly today: string;
}

/** One case on one page: where it stands, what is next and why, who it is, what can be done. */
export function CasePage(props: CaseProps) {
  const { view, caseFile, state, mayCarry } = props;
  const t = words[view.lang];
  const title = `${t.title} ${caseFile.number}`;
  const way = wayOf(caseFile);
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(casePaths.list.to({})), label: t.title }]}
            current={caseFile.number}
          />
        }
        actions={
          mayCarry && (
            <>
              <ButtonLink href={view.href(referralPaths.choose.to({ caseId: caseFile.id }))}>
                {referralWords[view.lang].refer}
              </ButtonLink>
              <ButtonLink kind="quiet" href={view.href(basisPaths.list.to({ caseId: caseFile.id }))}>
                {basisWords[view.lang].title}
              </ButtonLink>
              <ShelterLinks view={view} caseId={caseFile.id} />
            </>
          )
        }
        tags={
          <>
            <StepTag view={view} step={caseFile.step} />{' '}
            {caseFile.isProtected && <Tag tone="warn">{t.protectedTag}</Tag>}
          </>
        }
      />
      <WorkTabs view={view} caseFile={caseFile} />
      <Section title={t.way}>
        <Way {...props} way={way} />
      </Section>
      <Columns aside={<About {...props} />}>
        <EmergencyPanel
          view={view}
          caseId={caseFile.id}
          emergency={props.emergency}
          mayRecord={props.overview.mayRecord}
          mayCarry={mayCarry}
        />
        {mayCarry && !caseFile.closedOn && <NextStep {...props} way={way} />}
        {mayCarry && <NextPlanStep {...props} />}
        <WorkPanels {...props} />
        <HandOffPanel {...props} />
        {props.referrals.length > 0 && (
          <Section title={referralWords[view.lang].title}>
            <ReferralTable view={view} lines={props.referrals} other={referralWords[view.lang].to} />
          </Section>
        )}
        <FollowUpPanel view={view} followUps={props.followUps} />
        <RetentionLink view={view} caseFile={caseFile} />
        {props.assignable.length > 0 && !caseFile.closedOn && (
          <Assign {...props} workers={props.assignable} />
        )}
        {mayCarry && !caseFile.closedOn && <Close {...props} />}
      </Columns>
    </StaffFrame>
  );
}

/** Steps that have a form of their own. */
const formOfStep: Partial<Record<WayStep, FormCode>> = {
  received: 'reception',
  screened: 'intake',
  assessed: 'assessment',
};

function formHref(view: View, { id }: CaseFile, form: FormCode): string {
  return view.href(answerPaths.form.to({ caseId: id, form }));
}

/** The page of a step, if it has one. */
function hrefOf(view: View, caseFile: CaseFile, step: WayStep): { href?: string } {
  const form = formOfStep[step];
  if (form) return { href: formHref(view, caseFile, form) };
  if (step === 'consented') return {};
  const page = step === 'reviewed' ? planPaths.review : planPaths.plan;
  return { href: view.href(page.to({ caseId: caseFile.id })) };
}

function Way({ view, caseFile, way }: CaseProps & { way: readonly StepState[] }) {
  const t = words[view.lang];
  const needed = way.filter(({ state }) => state !== 'not-needed');
  const now = needed.findIndex(({ state }) => state === 'now');
  return (
    <Stepper
      view={view}
      label={t.way}
      current={now < 0 ? needed.length : now}
      steps={needed.map(({ step, on }) => ({
        label: t.steps[step],
        ...hrefOf(view, caseFile, step),
        ...(on ? { note: dayName(view.lang, on) } : {}),
      }))}
    />
  );
}

function NextStep({ view, state, caseFile, way, today }: CaseProps & { way: readonly StepState[] }) {
  const t = words[view.lang];
  const next = way.find((each) => each.state === 'now')?.step;
  if (next !== 'screened' && next !== 'consented' && next !== 'assessed') return null;
  const form = formOfStep[next];
  return (
    <Section title={t.steps[next]} lead={t.why[next]}>
      {form ? (
        <Actions>
          <ButtonLink href={formHref(view, caseFile, form)}>{t.fill}</ButtonLink>
        </Actions>
      ) : (
        <Form
          action={view.href(casePaths.step.to({ caseId: caseFile.id, step: next }))}
          label={t.steps[next]}
        >
          <TextField
            view={view}
            state={state}
            name="on"
            label={t.on}
            value={today}
            width="short"
            autocomplete="off"
          />
          <Actions>
            <SubmitButton>{t.take}</SubmitButton>
            {next === 'consented' && (
              <ButtonLink kind="secondary" href={view.href(basisPaths.list.to({ caseId: caseFile.id }))}>
                {basisWords[view.lang].newConsent}
              </ButtonLink>
            )}
          </Actions>
        </Form>
      )}
    </Section>
  );
}

function About(props: CaseProps) {
  const { view, caseFile, person, municipalities, forms, workers, today } = props;
  const t = words[view.lang];
  const identity = person?.identity;
  const worker = workers.find(({ value }) => value === caseFile.assignedTo);
  const birth = identity?.birth
    ? `${view.lang === 'ja' ? eraDay(identity.birth) : dayName('en', identity.birth)}（${t.age(ageOn(identity.birth, today))}）`
    : '';
  const said = (list: string, code: string | null | undefined) =>
    optionOf(listOf(forms, list), code)?.name[view.lang] ?? '';
  const worries = caseFile.worries.map((code) => said('worry', code));
  return (
    <section aria-labelledby="about-person">
      <h2 id="about-person">{t.about}</h2>
      <DefinitionList
        items={[
          { term: t.name, value: identity ? identity.name || t.anonymous : t.hidden },
          { term: t.kana, value: identity?.kana ?? '' },
          { term: t.nickname, value: identity?.nickname ?? '' },
          { term: t.birth, value: birth },
          { term: t.sex, value: said('sex', identity?.sex) },
          { term: t.phone, value: identity?.phone ?? '' },
          { term: t.address, value: person?.place?.address ?? '' },
          {
            term: t.municipality,
            value: caseFile.isProtected
              ? ''
              : municipalityName(view.lang, municipalities, caseFile.municipality),
          },
          { term: t.worries, value: worries.filter(Boolean).join('、') },
          { term: t.worker, value: worker?.label ?? t.nobody },
          { term: t.route, value: said('route', caseFile.route) },
          { term: t.received, value: dayName(view.lang, caseFile.receivedOn) },
        ].filter(({ value }) => value !== '')}
      />
      <PersonPanel {...props} />
    </section>
  );
}
