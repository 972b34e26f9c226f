import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { DateField, NumberField, TextArea, YenField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { PlaceFrame } from '../../../settlements/pages/frame.tsx';
import type { Place } from '../../../settlements/place.ts';
import { taxMethods } from '../../../settlements/taxes/rules.ts';
import type { OpenedAward } from '../../open.ts';
import type { ChangeKind } from '../rules.ts';
import { words } from '../words.ts';

export interface AskProps {
  readonly view: View;
  readonly state: FormState;
  readonly place: Place;
  readonly opened: OpenedAward;
  readonly kind: ChangeKind;
  /** In advance, in yen. */
  readonly most: number;
}

/** One thing asked for after the decision, on a page of its own. */
export function AskPage(props: AskProps) {
  const { view, state, place, opened, kind } = props;
  const t = words[view.lang];
  return (
    <PlaceFrame
      view={view}
      place={place}
      opened={opened}
      title={t.kinds[kind]}
      lead={<p>{t.leads[kind]}</p>}
      problems={state.problems}
    >
      <Form action={place.ask(kind)} label={t.kinds[kind]}>
        {kind === 'tax' ? <Tax {...props} /> : <Amount {...props} />}
        {kind === 'change' && (
          <DateField
            view={view}
            state={state}
            name="startsOn"
            label={t.startsOn}
            value={opened.award.startsOn ?? ''}
          />
        )}
        {(kind === 'change' || kind === 'abolish') && (
          <DateField
            view={view}
            state={state}
            name="endsOn"
            label={t.endsOn[kind]}
            value={opened.award.endsOn ?? ''}
          />
        )}
        {(kind === 'advance' || kind === 'cancel') && (
          <DateField view={view} state={state} name="dueOn" label={t.dueOn[kind]} />
        )}
        <TextArea
          view={view}
          state={state}
          name="reason"
          label={t.reason[kind]}
          required
          rows={5}
          maxlength={4000}
        />
        <Actions>
          <SubmitButton kind={kind === 'cancel' ? 'danger' : 'primary'}>{t.ask}</SubmitButton>
        </Actions>
      </Form>
    </PlaceFrame>
  );
}

function Amount({ view, state, opened, kind, most }: AskProps) {
  const t = words[view.lang];
  const { decidedYen, paidYen } = opened.award;
  const start = { change: decidedYen, abolish: paidYen, advance: '', tax: '', cancel: 0 }[kind];
  const hints: Partial<Record<ChangeKind, string>> = { ...t.yenHints, advance: t.yenHints.advance(most) };
  const hint = hints[kind];
  return (
    <YenField
      view={view}
      state={state}
      name="yen"
      label={t.yen[kind]}
      {...(hint && { hint })}
      value={start}
      required
    />
  );
}

function Tax({ view, state }: AskProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <>
      <RadioGroup
        {...common}
        name="method"
        label={t.method}
        required
        options={taxMethods.map((value) => ({ value, label: t.methods[value] }))}
      />
      <YenField {...common} name="at10" label={t.at10} hint={t.costsHint} />
      <YenField {...common} name="at8" label={t.at8} />
      <YenField {...common} name="common10" label={t.common10} hint={t.commonHint} />
      <YenField {...common} name="common8" label={t.common8} />
      <NumberField {...common} name="ratio" label={t.ratio} hint={t.ratioHint} unit="%" decimal />
    </>
  );
}
