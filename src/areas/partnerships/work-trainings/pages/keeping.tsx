import { dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox, RadioGroup } from '#ui/choices.tsx';
import { Card, Disclosure, StatusTag } from '#ui/content.tsx';
import { DateField, NumberField, TextArea } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Section, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { workTrainingPaths } from '../../paths.ts';
import { incidentKinds, reviewQuestions, reviewsOpen, type Side } from '../rules.ts';
import type { OpenTraining } from '../read.ts';
import { words } from '../words.ts';
import type { TrainingProps } from './training.tsx';

interface Kept extends OpenTraining {
  readonly view: View;
  readonly state: FormState;
  readonly today: string;
}

/** Day by day as both kept it; where they differ it is said. */
export function Days({ view, state, days, today, keepAction }: Kept & { keepAction: string | undefined }) {
  const t = words[view.lang];
  const byDay = [...new Set(days.map(({ on }) => on))].map((on) => {
    const of = (side: string) => days.find((day) => day.on === on && day.side === side)?.minutes;
    return { on, workplace: of('workplace'), person: of('person') };
  });
  const sum = (side: 'workplace' | 'person') => byDay.reduce((all, day) => all + (day[side] ?? 0), 0);
  return (
    <Section title={t.days_}>
      <DataTable
        view={view}
        caption={t.days_}
        captionHidden
        empty={t.none}
        columns={[
          { key: 'day', label: t.day, head: true },
          { key: 'workplace', label: t.bySides.workplace, unit: t.minutes, align: 'number' },
          { key: 'person', label: t.bySides.person, unit: t.minutes, align: 'number' },
          { key: 'differ', label: t.state },
        ]}
        rows={byDay.map(({ on, workplace, person }) => ({
          day: dayName(view.lang, on),
          workplace,
          person,
          differ:
            workplace !== undefined && person !== undefined && workplace !== person ? (
              <StatusTag tone="warn">{t.differ}</StatusTag>
            ) : (
              ' '
            ),
        }))}
        total={{ day: t.total, workplace: sum('workplace'), person: sum('person') }}
      />
      {keepAction && (
        <Form action={keepAction} label={t.keep} inline>
          <DateField view={view} state={state} name="on" label={t.day} value={today} max={today} required />
          <NumberField
            view={view}
            state={state}
            name="minutes"
            label={t.days_}
            hint={t.keepHint}
            unit={t.minutes}
            required
          />
          <Actions>
            <SubmitButton>{t.keep}</SubmitButton>
          </Actions>
        </Form>
      )}
    </Section>
  );
}

export function Incidents({ view, state, training, incidents, today }: TrainingProps) {
  const t = words[view.lang];
  return (
    <Section title={t.incident}>
      {incidents.length === 0 && <p>{t.none}</p>}
      {incidents.map(({ on, kind, words: said }) => (
        <Card title={`${dayName(view.lang, on)}　${t.incidentKinds[kind as 'other']}`}>
          <TypedText text={said} />
        </Card>
      ))}
      {training.state === 'agreed' && (
        <Disclosure summary={t.writeIncident}>
          <Form
            action={view.href(workTrainingPaths.incident.to({ trainingId: training.id }))}
            label={t.writeIncident}
          >
            <DateField view={view} state={state} name="incidentOn" label={t.day} value={today} required />
            <RadioGroup
              view={view}
              state={state}
              name="incidentKind"
              label={t.incident}
              spread="line"
              required
              options={incidentKinds.map((value) => ({
                value: value as string,
                label: t.incidentKinds[value],
              }))}
            />
            <TextArea
              view={view}
              state={state}
              name="incidentWords"
              label={t.incidentWords}
              rows={3}
              required
            />
            <Actions>
              <SubmitButton kind="secondary">{t.writeIncident}</SubmitButton>
            </Actions>
          </Form>
        </Disclosure>
      )}
    </Section>
  );
}

/** How it goes, side by side; the writer's own form while it is time for it. */
export function Reviews(
  props: Kept & { readonly writer: Side; readonly actionOf: (at: 'midpoint' | 'end') => string },
) {
  const { view, state, training, reviews, today, writer, actionOf } = props;
  const t = words[view.lang];
  return (
    <Section title={t.reviews}>
      {reviews.length === 0 && <p>{t.none}</p>}
      {reviews.map((review) => (
        <Card title={t.reviewOf(t.reviewAt[review.at as 'end'], t.sheetSides[review.side as Side])}>
          <ul>
            {Object.entries(review.marks).map(([question, mark]) => (
              <li>
                {t.questions[question as 'pace']}：{t.marks[String(mark) as '1']}
              </li>
            ))}
          </ul>
          {review.words && <TypedText text={review.words} />}
        </Card>
      ))}
      {reviewsOpen(training, today).map((at) => (
        <Disclosure summary={`${t.writeReview}：${t.reviewAt[at]}`}>
          <Form action={actionOf(at)} label={`${t.writeReview}：${t.reviewAt[at]}`}>
            {reviewQuestions[writer].map((question) => (
              <RadioGroup
                view={view}
                state={state}
                name={`${at}.${question}`}
                label={t.questions[question as 'pace']}
                spread="line"
                required
                options={(['4', '3', '2', '1'] as const).map((value) => ({
                  value: value as string,
                  label: t.marks[value],
                }))}
              />
            ))}
            <TextArea view={view} state={state} name={`${at}.words`} label={t.reviewWords} rows={3} />
            <Actions>
              <SubmitButton kind="secondary">{t.writeReview}</SubmitButton>
            </Actions>
          </Form>
        </Disclosure>
      ))}
    </Section>
  );
}

export function VoiceForm({ view, state, action }: { view: View; state: FormState; action: string }) {
  const t = words[view.lang];
  return (
    <Form action={action} label={t.giveVoice}>
      <TextArea view={view} state={state} name="words" label={t.voiceWords} rows={3} maxlength={1000} />
      <Checkbox view={view} state={state} name="consent" label={t.voiceConsent} />
      <Actions>
        <SubmitButton kind="secondary">{t.giveVoice}</SubmitButton>
      </Actions>
    </Form>
  );
}
