import { dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Card, Notice, Tag } from '#ui/content.tsx';
import { HiddenField, NumberField, TextArea, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Row, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { placePaths } from '../../../paths.ts';
import type { WishKind } from '../rules.ts';
import type { Wish } from '../store.ts';
import { words } from '../words.ts';

interface Place {
  readonly id: string;
  readonly name: string;
}

/** What is asked and until when, in a line. */
export function WishFacts({ view, wish }: { view: View; wish: Wish }) {
  const t = words[view.lang];
  return (
    <>
      <Row>
        <Tag>{t.kinds[wish.kind as WishKind]}</Tag>
        {wish.wanted !== null && <span>{t.wantedLine(wish.wanted, wish.unit)}</span>}
        <span class="hint">{t.untilLine(dayName(view.lang, wish.untilOn))}</span>
      </Row>
      {wish.detail && <TypedText text={wish.detail} />}
    </>
  );
}

/** On the public page of a place. */
export function WishSection({ view, wishes }: { view: View; wishes: readonly Wish[] }) {
  if (wishes.length === 0) return null;
  const t = words[view.lang];
  return (
    <Section title={t.title} id="wishes">
      <Grid>
        {wishes.map((wish) => (
          <Card title={wish.title}>
            <WishFacts view={view} wish={wish} />
            <p class="no-print">
              <ButtonLink
                kind="secondary"
                href={view.href(placePaths.wish.to({ serviceId: wish.serviceId, wishId: wish.id }))}
              >
                {t.answer}
                <span class="vh"> {wish.title}</span>
              </ButtonLink>
            </p>
          </Card>
        ))}
      </Grid>
    </Section>
  );
}

export function AnswerPage({
  view,
  state,
  place,
  wish,
  is,
}: {
  view: View;
  state: FormState;
  place: Place;
  wish: Wish;
  is: 'open' | 'over' | 'done' | 'too-many';
}) {
  const t = words[view.lang];
  const back = view.href(placePaths.place.to({ serviceId: place.id }));
  const said = { done: t.thanks, over: t.gone, 'too-many': t.tooMany };
  return (
    <PublicFrame view={view} title={wish.title} problems={state.problems}>
      <PageHead
        title={wish.title}
        breadcrumbs={
          <Breadcrumbs view={view} items={[{ href: back, label: place.name }]} current={t.answer} />
        }
        lead={<WishFacts view={view} wish={wish} />}
      />
      {is !== 'open' && (
        <Notice view={view} tone={is === 'done' ? 'good' : 'warn'}>
          <p>{said[is]}</p>
        </Notice>
      )}
      {is === 'open' && <AnswerForm view={view} state={state} wish={wish} />}
      <p>
        <a href={back}>{t.back}</a>
      </p>
    </PublicFrame>
  );
}

function AnswerForm({ view, state, wish }: { view: View; state: FormState; wish: Wish }) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Form
      action={view.href(placePaths.wish.to({ serviceId: wish.serviceId, wishId: wish.id }))}
      label={t.answer}
    >
      <p>{t.answerLead}</p>
      <TextField
        {...common}
        name="name"
        label={t.yourName}
        hint={t.nameOrAlias}
        maxlength={60}
        required
        autocomplete="name"
      />
      <TextField {...common} name="reach" label={t.reach} maxlength={120} required />
      <NumberField {...common} name="amount" label={t.amount} value={1} unit={wish.unit} />
      <TextArea {...common} name="words" label={t.say} rows={3} maxlength={500} />
      {/* A person leaves it empty; what fills in every field is none. */}
      <HiddenField name="nickname" value="" />
      <Actions>
        <SubmitButton>{t.send}</SubmitButton>
      </Actions>
    </Form>
  );
}
