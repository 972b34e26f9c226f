import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { type Option, SelectField } from '#ui/choices.tsx';
import { DefinitionList, EmptyState, Notice } from '#ui/content.tsx';
import { HiddenField, NumberField, TextArea } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { matchPaths } from '../../../paths.ts';
import type { Post } from '../../../exchange/store.ts';
import type { AnswerRate } from '../../discipline/rules.ts';
import { unitName } from '../../units.ts';
import { words as matchWords } from '../../words.ts';
import { words } from '../words.ts';

interface AskProps {
  readonly view: View;
  readonly state: FormState;
  readonly post: Post;
  readonly rate: AnswerRate | null;
  readonly organisations: readonly Option[];
  /** Of one's own, those that fit. */
  readonly own: readonly Option[];
}

const questions = ['what', 'when', 'where', 'whoComes', 'why'] as const;

export function AskPage({ view, state, post, rate, organisations, own }: AskProps) {
  const t = words[view.lang];
  const common = { view, state };
  const owner = contentIn(view.lang, { ja: post.organisationNameJa, en: post.organisationNameEn });
  const trail = [{ href: view.href(matchPaths.list.to({})), label: matchWords[view.lang].title }];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={t.title} />}
      />
      <DefinitionList items={[{ term: t.about, value: `${owner}「${post.title}」` }]} />
      {rate && <p>{t.rate(rate.percent)}</p>}
      {organisations.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <Form action={view.href(matchPaths.ask.to({}))}>
          <HiddenField name="post" value={post.id} />
          <SelectField
            {...common}
            name="organisationId"
            label={t.as}
            value={organisations[0]?.value}
            empty={false}
            required
            options={organisations}
          />
          {questions.map((question) => (
            <>
              <TextArea
                {...common}
                name={question}
                label={t[question]}
                hint={t[`${question}Hint`]}
                required
                rows={question === 'why' ? 4 : 2}
              />
              {question === 'what' && (
                <NumberField
                  {...common}
                  name="quantity"
                  label={t.quantity}
                  unit={unitName(view.lang, post)}
                />
              )}
            </>
          ))}
          {own.length > 0 && (
            <SelectField
              {...common}
              name="own"
              label={t.own}
              hint={t.ownHint}
              empty={t.ownNone}
              options={own}
            />
          )}
          <Notice view={view}>
            <p>{t.hidden}</p>
          </Notice>
          <Actions>
            <SubmitButton>{t.submit}</SubmitButton>
          </Actions>
        </Form>
      )}
    </StaffFrame>
  );
}
