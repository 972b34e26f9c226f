import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { talkPaths } from '../../paths.ts';
import { answers, questions } from '../rules.ts';
import { words } from '../words.ts';

/** After the end, below the conversation: three questions that may all stay open. */
export function Survey({ view, form, stands }: { view: View; form: FormState; stands: 'asks' | 'thanks' }) {
  const t = words[view.lang];
  if (stands === 'thanks') return <p>{t.thanks}</p>;
  return (
    <Section title={t.title} lead={t.lead}>
      <Form action={view.href(talkPaths.survey.to({}))} label={t.title}>
        {questions.map((question) => (
          <RadioGroup
            view={view}
            state={form}
            spread="line"
            name={question}
            label={t.questions[question]}
            options={answers.map((value) => ({ value, label: t.answers[value] }))}
          />
        ))}
        <Actions>
          <SubmitButton kind="secondary">{t.send}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
