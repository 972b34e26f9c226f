import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Municipality } from '#areas/directory/index.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { DefinitionList, Notice } from '#ui/content.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { TypedText } from '#ui/layout.tsx';
import type { Account, ApplicantFacts } from '../../applicants/rules.ts';
import type { Question } from '../../calls/terms.ts';
import { applicationPaths } from '../../paths.ts';
import type { Difference } from '../actions.ts';
import { accountPart, applicantPart, type Opened } from '../open.ts';
import { keepOf } from '../posted.ts';
import type { Answer } from '../rules.ts';
import { accountLines, answerText, applicantLines } from '../shown.ts';
import { fieldWords } from '../field-words.ts';
import { words } from '../words.ts';
import { AccountFields, ApplicantFields } from './applicant-fields.tsx';
import { QuestionField } from './fields.tsx';
import { LinkFrame } from './frame.tsx';

export interface PartPageProps {
  readonly view: View;
  readonly state: FormState;
  readonly token: string;
  readonly opened: Pick<Opened, 'terms' | 'call'>;
  readonly part: Part;
  readonly places: readonly Municipality[];
  /** Where it stands among the parts, from 1. */
  readonly at: number;
  readonly of: number;
  /** What was filled in, and from where is said. */
  readonly filledIn: boolean;
  readonly notice?: string | undefined;
  /** Somebody else wrote here meanwhile. */
  readonly conflict: (Difference & { readonly name: string }) | undefined;
}

/** What one page asks for. */
export type Part =
  | { readonly code: typeof applicantPart; readonly said: ApplicantFacts | undefined; readonly base: number }
  | { readonly code: typeof accountPart; readonly said: Account | undefined; readonly base: number }
  | {
      readonly code: 'question';
      readonly question: Question;
      readonly said: Answer | undefined;
      readonly base: number;
    };

/** One page, one question: saved while it is typed, left and resumed at will. */
export function PartPage(props: PartPageProps) {
  const { view, state, token, opened, part, at, of } = props;
  const [t, c] = [fieldWords[view.lang], words[view.lang]];
  const title =
    part.code === 'question'
      ? part.question.label[view.lang]
      : part.code === accountPart
        ? c.account
        : c.applicant;
  return (
    <LinkFrame
      view={view}
      token={token}
      title={title}
      terms={opened.terms}
      fiscalYear={opened.call.fiscalYear}
      lead={`${t.step(at, of)}${part.code === 'question' ? t.need(part.question.required) : ''}`}
      problems={state.problems}
      islands={['draft']}
    >
      {props.notice && (
        <Notice view={view}>
          <p>{props.notice}</p>
        </Notice>
      )}
      {props.filledIn && <p class="hint">{t.filledIn}</p>}
      <div
        class={part.code === 'question' ? 'one-question' : undefined}
        data-keep={view.href(applicationPaths.keep.to({ token }))}
        data-saving={t.saving}
        data-saved={t.saved}
        data-failed={t.notSaved}
        data-changed={t.changedElsewhere}
      >
        <Form action={view.href(urlOf(token, part))} label={title}>
          <Conflict {...props} />
          <PartFields {...props} />
          <Actions>
            <SubmitButton>{t.saveNext}</SubmitButton>
            <SubmitButton kind="secondary" name="do" value="later">
              {t.saveLater}
            </SubmitButton>
            <span role="status" class="hint" data-keep-state=""></span>
          </Actions>
        </Form>
      </div>
    </LinkFrame>
  );
}

function urlOf(token: string, part: Part): string {
  if (part.code === applicantPart) return applicationPaths.applicant.to({ token });
  if (part.code === accountPart) return applicationPaths.account.to({ token });
  return applicationPaths.question.to({ token, code: part.question.code });
}

function PartFields({ view, state, part, places }: PartPageProps) {
  const common = { view, state, base: part.base };
  if (part.code === applicantPart) return <ApplicantFields {...common} applicant={part.said} />;
  if (part.code === accountPart) return <AccountFields {...common} account={part.said} />;
  return <QuestionField {...common} question={part.question} answer={part.said} places={places} />;
}

/** Both versions, and which one stays: nothing is overwritten before somebody chose. */
function Conflict({ view, state, part, places, conflict }: PartPageProps) {
  if (!conflict) return null;
  const { lang } = view;
  const t = fieldWords[lang];
  const lines =
    part.code === applicantPart
      ? applicantLines(lang, conflict.theirs as ApplicantFacts | undefined)
      : accountLines(lang, conflict.theirs as Account | undefined);
  return (
    <>
      <Notice view={view} tone="warn" title={t.conflictTitle}>
        <p>{t.conflictLead(conflict.name)}</p>
        <p>
          <b>{t.theirs(conflict.name)}</b>
        </p>
        {part.code === 'question' ? (
          <TypedText
            text={answerText(lang, {
              question: part.question,
              answer: conflict.theirs as Answer | undefined,
              places,
            })}
          />
        ) : (
          <DefinitionList items={[...lines]} />
        )}
      </Notice>
      <HiddenField name="ask" value={conflict.code} />
      <RadioGroup
        view={view}
        state={state}
        name={keepOf(conflict.code)}
        label={t.which}
        required
        options={[
          { value: 'mine', label: t.keepMine },
          { value: 'theirs', label: t.keepTheirs },
        ]}
      />
    </>
  );
}
