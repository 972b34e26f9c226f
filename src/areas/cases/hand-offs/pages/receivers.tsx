import { emptyForm } from '#platform/web/form-state.ts';
import { sayRefusal } from '#platform/web/refusals.ts';
import type { View } from '#platform/web/view.ts';
import type { OnwardContact, OnwardRefusal } from '#areas/consultations/index.ts';
import { contactPaths } from '#areas/consultations/paths.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { EmptyState, Notice } from '#ui/content.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { handOffRefusals, words } from '../words.ts';

interface FrameProps {
  readonly view: View;
  readonly back: string;
}

export function BackToDesk({ view, back, number }: FrameProps & { number: string }) {
  return <Breadcrumbs view={view} items={[{ href: back, label: number }]} current={words[view.lang].title} />;
}

/** First: who carries the case. What the person is read names it. */
export function ReceiversPage({
  view,
  back,
  contact,
  receivers,
}: FrameProps & {
  contact: OnwardContact;
  receivers: readonly { readonly id: string; readonly name: string; readonly own: boolean }[];
}) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={<BackToDesk view={view} back={back} number={contact.number} />}
      />
      {receivers.length === 0 ? (
        <EmptyState title={t.noReceivers} />
      ) : (
        <Form
          method="get"
          action={view.href(contactPaths.toCase.to({ contactId: contact.id }))}
          label={t.chooseTo}
        >
          <p>{t.chooseToLead}</p>
          <RadioGroup
            view={view}
            state={emptyForm}
            name="to"
            label={t.chooseTo}
            value={receivers[0]?.id ?? ''}
            options={receivers.map(({ id, name, own }) => ({
              value: id,
              label: name,
              ...(own ? { hint: t.own } : {}),
            }))}
          />
          <Actions>
            <SubmitButton>{t.goOn}</SubmitButton>
          </Actions>
        </Form>
      )}
    </StaffFrame>
  );
}

/** Erased, a case already, or somebody else's: said in words, with the way back. */
export function NoHandOffPage({ view, back, refusal }: FrameProps & { refusal: OnwardRefusal }) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead title={t.title} />
      <Notice view={view} tone="warn">
        {sayRefusal(handOffRefusals, view.lang, { refusal })}
      </Notice>
      <Actions>
        <ButtonLink kind="secondary" href={back}>
          {t.backToDesk}
        </ButtonLink>
      </Actions>
    </StaffFrame>
  );
}
