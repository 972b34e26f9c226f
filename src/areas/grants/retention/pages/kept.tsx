import { dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList } from '#ui/content.tsx';
import { DateField, TextArea } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { grantsTrail } from '../../desk.ts';
import { applicationStaffPaths, benefitPaths, retentionPaths } from '../../paths.ts';
import type { Held } from '../store.ts';
import { words } from '../words.ts';

interface KeptProps extends Held {
  readonly view: View;
  readonly state: FormState;
  readonly number: string;
  readonly hold: { readonly reason: string; readonly untilOn: string } | undefined;
  /** The day after which it is erased; undefined while it goes on. */
  readonly keptUntil: string | undefined;
  readonly mayHold: boolean;
}

/** One benefit or application: how long it stays, and whether it is held. */
export function KeptPage(props: KeptProps) {
  const { view, state, kind, id, number, hold, keptUntil, mayHold } = props;
  const t = words[view.lang];
  const own =
    kind === 'benefit'
      ? benefitPaths.benefit.to({ benefitId: id })
      : applicationStaffPaths.application.to({ applicationId: id });
  const trail = [...grantsTrail(view), { href: view.href(own), label: number }];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        kicker={number}
        lead={keptUntil ? t.keptUntil(dayName(view.lang, keptUntil)) : t.whileOpen}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={t.title} />}
      />
      {hold && (
        <Section title={t.held}>
          <DefinitionList
            items={[
              { term: t.why, value: hold.reason },
              { term: t.until, value: dayName(view.lang, hold.untilOn) },
            ]}
          />
          {mayHold && (
            <ActionForm action={view.href(retentionPaths.lift.to({ kind, id }))} kind="secondary">
              {t.lift}
            </ActionForm>
          )}
        </Section>
      )}
      {!hold && mayHold && (
        <Section title={t.hold} lead={t.holdLead}>
          <Form action={view.href(retentionPaths.hold.to({ kind, id }))} label={t.hold}>
            <TextArea view={view} state={state} name="reason" label={t.why} rows={2} maxlength={2000} />
            <DateField view={view} state={state} name="untilOn" label={t.until} />
            <Actions>
              <SubmitButton kind="secondary">{t.holdSave}</SubmitButton>
            </Actions>
          </Form>
        </Section>
      )}
    </StaffFrame>
  );
}

/** From the page of a benefit or an application to how long it stays. */
export function KeptLink({ view, ...held }: { view: View } & Held) {
  return (
    <p>
      <a href={view.href(retentionPaths.one.to(held))}>{words[view.lang].title}</a>
    </p>
  );
}
