import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { Card, StatusTag, Tag } from '#ui/content.tsx';
import { DateField, NumberField, TextArea, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Row, Section, TypedText } from '#ui/layout.tsx';
import { placeStaffPaths } from '../../../paths.ts';
import { PlaceCrumbs } from '../../pages/parts.tsx';
import type { OpenAnswer } from '../actions.ts';
import { isOpen, wishKinds } from '../rules.ts';
import type { Wish } from '../store.ts';
import { words } from '../words.ts';
import { WishFacts } from './wishes.tsx';

interface Place {
  readonly id: string;
  readonly name: string;
}

export function WishesPage({
  view,
  state,
  place,
  wishes,
  today,
}: {
  view: View;
  state: FormState;
  place: Place;
  wishes: readonly Wish[];
  today: string;
}) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.staffTitle} problems={state.problems}>
      <PageHead
        title={t.staffTitle}
        lead={<p>{t.lead}</p>}
        breadcrumbs={<PlaceCrumbs view={view} place={place} current={t.staffTitle} />}
      />
      <Grid>
        {wishes.map((wish) => (
          <Card
            title={wish.title}
            level={2}
            href={view.href(placeStaffPaths.wish.to({ serviceId: place.id, wishId: wish.id }))}
            tags={<OpenTag view={view} wish={wish} today={today} />}
          >
            <WishFacts view={view} wish={wish} />
          </Card>
        ))}
      </Grid>
      <Section title={t.add}>
        <NewWishForm view={view} state={state} place={place} today={today} />
      </Section>
    </StaffFrame>
  );
}

function OpenTag({ view, wish, today }: { view: View; wish: Wish; today: string }) {
  const open = isOpen(wish, today);
  return (
    <StatusTag tone={open ? 'good' : 'neutral'}>
      {open ? words[view.lang].open : words[view.lang].over}
    </StatusTag>
  );
}

function NewWishForm({
  view,
  state,
  place,
  today,
}: {
  view: View;
  state: FormState;
  place: Place;
  today: string;
}) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Form action={view.href(placeStaffPaths.wishes.to({ serviceId: place.id }))} label={t.add}>
      <RadioGroup
        {...common}
        name="kind"
        label={t.kind}
        required
        options={wishKinds.map((value) => ({ value, label: t.kinds[value] }))}
      />
      <TextField
        {...common}
        name="title"
        label={t.name}
        hint={t.nameHint}
        maxlength={80}
        required
        width="full"
      />
      <TextArea {...common} name="detail" label={t.detail} hint={t.detailHint} rows={3} maxlength={600} />
      <NumberField {...common} name="wanted" label={t.wanted} hint={t.wantedHint} />
      <TextField {...common} name="unit" label={t.unit} hint={t.unitHint} maxlength={10} width="short" />
      <DateField {...common} name="untilOn" label={t.until} min={today} required />
      <Actions>
        <SubmitButton>{t.add}</SubmitButton>
      </Actions>
    </Form>
  );
}

export function WishPage({
  view,
  state,
  place,
  wish,
  answers,
  today,
}: {
  view: View;
  state: FormState;
  place: Place;
  wish: Wish;
  answers: readonly OpenAnswer[];
  today: string;
}) {
  const t = words[view.lang];
  const params = { serviceId: place.id, wishId: wish.id };
  return (
    <StaffFrame view={view} title={wish.title} problems={state.problems}>
      <PageHead
        title={wish.title}
        tags={<OpenTag view={view} wish={wish} today={today} />}
        lead={<WishFacts view={view} wish={wish} />}
        breadcrumbs={<PlaceCrumbs view={view} place={place} current={t.staffTitle} />}
      />
      <Section title={t.answers(answers.length)}>
        {answers.length === 0 ? <p>{t.noAnswers}</p> : <p class="hint">{t.privacy}</p>}
        <Grid>
          {answers.map((answer) => (
            <Card title={answer.name} tags={<Tag>{t.states[answer.state as keyof typeof t.states]}</Tag>}>
              <p>
                {answer.reach} <span class="hint">{tokyoMinute(answer.at)}</span>
              </p>
              <p>{`${answer.amount}${wish.unit}`}</p>
              {answer.words && <TypedText text={answer.words} />}
              <Settle
                view={view}
                answer={answer}
                action={view.href(placeStaffPaths.answer.to({ ...params, answerId: answer.id }))}
              />
            </Card>
          ))}
        </Grid>
      </Section>
      {isOpen(wish, today) && (
        <ActionForm action={view.href(placeStaffPaths.endWish.to(params))} kind="danger">
          {t.end}
        </ActionForm>
      )}
    </StaffFrame>
  );
}

function Settle({ view, answer, action }: { view: View; answer: OpenAnswer; action: string }) {
  const t = words[view.lang];
  return (
    <Row>
      {answer.state !== 'agreed' && (
        <ActionForm action={action} fields={{ to: 'agreed' }} small>
          {t.agree}
        </ActionForm>
      )}
      {answer.state !== 'declined' && (
        <ActionForm action={action} fields={{ to: 'declined' }} small kind="quiet">
          {t.decline}
        </ActionForm>
      )}
    </Row>
  );
}
