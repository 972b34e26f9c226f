import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { CheckboxGroup, type Option, SelectField } from '#ui/choices.tsx';
import { DateField, HiddenField, NumberField, TextArea, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead } from '#ui/layout.tsx';
import { Card } from '#ui/content.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { exchangeStaffPaths } from '../../paths.ts';
import type { Field } from '../fields.ts';
import { kinds } from '../fields.ts';
import { detailName } from '../form.ts';
import { fieldsOf, kindOf, kindTable } from '../kind-table.ts';
import type { Post } from '../store.ts';
import { words } from '../words.ts';

interface EditProps {
  readonly view: View;
  readonly state: FormState;
  readonly side: 'need' | 'offer';
  readonly kind: string;
  /** Undefined: a new one. */
  readonly post: Post | undefined;
  readonly organisations: readonly Option[];
  readonly topics: readonly Option[];
  readonly municipalities: readonly Option[];
  readonly today: string;
}

export function EditPostPage(props: EditProps) {
  const { view, state, side, kind, post } = props;
  const t = words[view.lang];
  const title = post ? t.editTitle : side === 'need' ? t.newNeed : t.newOffer;
  const trail = [{ href: view.href(exchangeStaffPaths.list.to({})), label: t.staffTitle }];
  const back = post ? exchangeStaffPaths.post.to({ postId: post.id }) : exchangeStaffPaths.list.to({});
  const action = post ? exchangeStaffPaths.edit.to({ postId: post.id }) : exchangeStaffPaths.new.to({});
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        kicker={kindOf(kind).name[view.lang]}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={title} />}
      />
      <Form action={view.href(action)}>
        {post ? (
          <HiddenField name="revision" value={post.revision} />
        ) : (
          <>
            <HiddenField name="side" value={side} />
            <HiddenField name="kind" value={kind} />
          </>
        )}
        <Fields {...props} />
        <Terms {...props} />
        <Actions>
          <SubmitButton>{post ? t.save : t.saveDraft}</SubmitButton>
          <ButtonLink kind="quiet" href={view.href(back)}>
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}

function Fields({ view, state, side, kind, post, ...props }: EditProps) {
  const { lang } = view;
  const t = words[lang];
  const common = { view, state };
  const { quantity } = kindOf(kind);
  const units = quantity.units.map(({ value, label }) => ({ value, label: label[lang] }));
  const only = units.length === 1 ? units[0]?.value : undefined;
  return (
    <>
      {!post && (
        <SelectField
          {...common}
          name="organisationId"
          label={t.organisation}
          required
          value={props.organisations.length === 1 ? props.organisations[0]?.value : undefined}
          options={props.organisations}
        />
      )}
      <TextField
        {...common}
        name="title"
        label={t.titleLabel}
        hint={t.titleHint}
        required
        width="full"
        value={post?.title}
      />
      <TextArea
        {...common}
        name="detail"
        label={t.detail}
        hint={t.detailHint}
        required
        rows={5}
        value={post?.detail}
      />
      <NumberField {...common} name="quantity" label={quantity.label[lang]} value={post?.quantity ?? ''} />
      <SelectField {...common} name="unit" label={t.unit} value={post?.unit || only} options={units} />
      {fieldsOf(kind, side).map((field) => (
        <DetailField {...common} field={field} value={post?.details[field.code]} />
      ))}
    </>
  );
}

/** For which worries, where, when, and on what terms. */
function Terms({ view, state, side, post, ...props }: EditProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <>
      <CheckboxGroup
        {...common}
        name="topics"
        label={t.topic}
        hint={t.topicsHint}
        values={post?.topics ?? []}
        options={props.topics}
      />
      <CheckboxGroup
        {...common}
        name="municipalities"
        label={t.municipality}
        hint={t.municipalitiesHint}
        values={post?.municipalities ?? []}
        options={props.municipalities}
      />
      <DateField
        {...common}
        name="startsOn"
        label={t.startsOn}
        required
        value={post?.startsOn ?? props.today}
      />
      <DateField
        {...common}
        name="endsOn"
        label={t.endsOn}
        hint={t.endsOnHint}
        required
        value={post?.endsOn}
      />
      {side === 'offer' && (
        <NumberField
          {...common}
          name="monthlyCap"
          label={t.cap}
          hint={t.capHint}
          required
          value={post?.monthlyCap ?? 3}
        />
      )}
      <TextArea
        {...common}
        name="conditions"
        label={t.conditions}
        hint={t.conditionsHint}
        rows={3}
        value={post?.conditions}
      />
    </>
  );
}

interface DetailProps {
  readonly view: View;
  readonly state: FormState;
  readonly field: Field;
  readonly value: Post['details'][string] | undefined;
}

function DetailField({ view, state, field, value }: DetailProps) {
  const { lang } = view;
  const common = { view, state, name: detailName(field), label: field.label[lang], hint: field.hint?.[lang] };
  const text = value === undefined || Array.isArray(value) ? undefined : String(value);
  const options =
    'options' in field ? field.options.map((each) => ({ value: each.value, label: each.label[lang] })) : [];
  switch (field.type) {
    case 'line':
      return <TextField {...common} width="full" value={text} />;
    case 'day':
      return <DateField {...common} value={text} />;
    case 'number':
      return <NumberField {...common} value={text} />;
    case 'choice':
      return <SelectField {...common} value={text} options={options} />;
    case 'choices':
      return <CheckboxGroup {...common} values={Array.isArray(value) ? value : []} options={options} />;
  }
}

/** The first question: which of the five kinds. */
export function ChooseKindPage({ view, side }: { view: View; side: 'need' | 'offer' }) {
  const { lang } = view;
  const t = words[lang];
  const title = side === 'need' ? t.newNeed : t.newOffer;
  const trail = [{ href: view.href(exchangeStaffPaths.list.to({})), label: t.staffTitle }];
  return (
    <StaffFrame view={view} title={title}>
      <PageHead
        title={title}
        lead={t.chooseKind}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={title} />}
      />
      <Grid>
        {kinds.map((kind) => (
          <Card
            title={kindTable[kind].name[lang]}
            level={2}
            href={view.href(exchangeStaffPaths.new.to({}, { side, kind }))}
          >
            <p>{kindTable[kind].example[lang]}</p>
          </Card>
        ))}
      </Grid>
    </StaffFrame>
  );
}
