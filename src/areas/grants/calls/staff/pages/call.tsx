import { dayName, fiscalYearName, tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { type OptionGroup, RadioGroup } from '#ui/choices.tsx';
import { DefinitionList, Disclosure, Tag } from '#ui/content.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Thread } from '#ui/thread.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { grantsTrail } from '../../../desk.ts';
import { callPaths, callStaffPaths } from '../../../paths.ts';
import type { Standing } from '../../rules.ts';
import { StandingTag } from '../../say.tsx';
import type { BudgetLine, Call, CallVersion, listVersions } from '../../store.ts';
import type { CallTerms } from '../../terms.ts';
import { words as common } from '../../words.ts';
import { words } from '../words.ts';
import { DraftSection } from './draft.tsx';
import { MoneySection } from './money.tsx';
import { ProgramFields } from './new.tsx';

export interface CallProps {
  readonly view: View;
  readonly state: FormState;
  readonly call: Call;
  /** That hold, or of the draft while nothing is published. */
  readonly terms: CallTerms;
  readonly standing: Standing;
  readonly draft: (CallVersion & { readonly proposedByName: string | null }) | undefined;
  readonly versions: Awaited<ReturnType<typeof listVersions>>;
  readonly changes: readonly BudgetLine[];
  readonly budgetYen: number;
  readonly freeYen: number;
  readonly bureau: string;
  readonly program: string | undefined;
  readonly programs: readonly OptionGroup[];
  readonly may: {
    readonly edit: boolean;
    readonly publish: boolean;
    /** An approver who wrote nothing of the draft. */
    readonly decide: boolean;
    readonly askBudget: boolean;
    readonly decideBudget: boolean;
    /** Who looks: nobody decides what they asked for. */
    readonly personId: string;
  };
}

export function CallStaffPage(props: CallProps) {
  const { view, state, call, terms, standing, draft, may } = props;
  const t = words[view.lang];
  const name = contentIn(view.lang, terms.name);
  const { id: callId } = call;
  return (
    <StaffFrame view={view} title={name} problems={state.problems}>
      <PageHead
        title={name}
        kicker={`${fiscalYearName(view.lang, call.fiscalYear)}　${props.bureau}`}
        breadcrumbs={<Breadcrumbs view={view} items={grantsTrail(view)} current={name} />}
        tags={
          <>
            <StandingTag view={view} standing={standing} />
            {draft?.proposedAt && <Tag tone="warn">{t.proposedTag}</Tag>}
            {call.illustrative && <Tag tone="info">{common[view.lang].example}</Tag>}
          </>
        }
        actions={
          call.state !== 'draft' && (
            <ButtonLink kind="secondary" href={view.href(callPaths.call.to({ slug: call.slug }))}>
              {t.publicPage}
            </ButtonLink>
          )
        }
      />
      <Facts {...props} />
      {draft ? (
        <DraftSection {...props} draft={draft} />
      ) : (
        may.edit &&
        call.state === 'published' && (
          <Section title={t.change} lead={t.changeLead}>
            <ActionForm action={view.href(callStaffPaths.begin.to({ callId }))}>{t.change}</ActionForm>
          </Section>
        )
      )}
      <MoneySection {...props} />
      <Versions {...props} />
      {may.edit && call.state !== 'draft' && (
        <Section title={t.copy} lead={t.copyLead}>
          <ActionForm action={view.href(callStaffPaths.copy.to({ callId }))}>{t.copyNow}</ActionForm>
        </Section>
      )}
      {may.publish && call.state === 'published' && <EndForm {...props} />}
    </StaffFrame>
  );
}

function Facts({ view, state, call, program, programs, may }: CallProps) {
  const t = words[view.lang];
  return (
    <>
      <DefinitionList
        items={[
          { term: t.slug, value: <code>{callPaths.call.to({ slug: call.slug })}</code> },
          { term: t.shape, value: t.shapes[call.shape as 'subsidy'] },
          { term: t.audience, value: t.audiences[call.audience as 'groups'] },
          { term: t.program, value: program ?? t.noProgram },
          { term: t.budgetLine, value: call.budgetLine || t.noProgram },
        ]}
      />
      {may.edit && (
        <Disclosure summary={`${t.program}・${t.budgetLine}`}>
          <Form action={view.href(callStaffPaths.facts.to({ callId: call.id }))}>
            <ProgramFields
              view={view}
              state={state}
              programs={programs}
              programId={call.programId}
              budgetLine={call.budgetLine}
            />
            <SubmitButton kind="secondary">{t.save}</SubmitButton>
          </Form>
        </Disclosure>
      )}
    </>
  );
}

function Versions({ view, call, versions }: CallProps) {
  const t = words[view.lang];
  const published = versions.filter(({ publishedAt }) => publishedAt !== null);
  if (published.length === 0) return null;
  return (
    <Section title={t.history}>
      <Thread
        label={t.history}
        entries={published.map(({ version, note, publishedAt, publishedByName }) => {
          const day = publishedAt ? tokyoDay(publishedAt) : '';
          return {
            by: t.version(version),
            title: publishedByName ?? t.system,
            when: day && dayName(view.lang, day),
            at: day,
            href: view.href(callStaffPaths.version.to({ callId: call.id, version: String(version) })),
            body: contentIn(view.lang, note) || t.first,
          };
        })}
      />
    </Section>
  );
}

function EndForm({ view, state, call }: CallProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Section title={t.end} lead={t.endLead}>
      <Disclosure summary={t.end} open={state.values.endNote !== undefined}>
        <Form action={view.href(callStaffPaths.end.to({ callId: call.id }))}>
          <RadioGroup
            {...common}
            name="endState"
            label={t.endState}
            required
            value="ended"
            options={(['ended', 'cancelled'] as const).map((value) => ({ value, label: t.endStates[value] }))}
          />
          <TextArea {...common} name="endNote" label={t.endNote} required rows={3} />
          <TextField {...common} name="endNoteEn" label={t.endNoteEn} width="full" />
          <Actions>
            <SubmitButton kind="danger">{t.endNow}</SubmitButton>
          </Actions>
        </Form>
      </Disclosure>
    </Section>
  );
}
