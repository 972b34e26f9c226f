import type { Child } from 'hono/jsx';
import { dayName, tokyoDay } from '#platform/dates.ts';
import type { Text } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Card, DefinitionList, Disclosure, StatusTag } from '#ui/content.tsx';
import { TextArea } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { ownPagePaths } from '../../paths.ts';
import type { OwnPage, OwnRequest } from '../read.ts';
import { requestLength } from '../rules.ts';
import { words } from '../words.ts';
import { Shared } from './shared.tsx';
import { PlanPart } from './plan.tsx';

export interface OwnPageProps {
  readonly view: View;
  readonly state: FormState;
  readonly page: OwnPage;
  /** Neutral headings, everything closed until it is opened. */
  readonly safe: boolean;
  /** Pages of other areas about the same person. */
  readonly more: readonly { readonly href: string; readonly label: Text }[];
}

type Part = 'plan' | 'shared' | 'looks' | 'ask' | 'settings';

/** The person's own page: my plan, who is told what, who looked, put right, close. */
export function MyPage(props: OwnPageProps) {
  const { view, state, page, safe } = props;
  const t = words[view.lang];
  return (
    <PublicFrame bare view={view} title={t.title} problems={state.problems} leave={ownPagePaths.leave.to({})}>
      <PageHead title={t.title} lead={safe ? '' : t.with(page.organisation)} />
      <PartOf {...props} part="plan">
        <PlanPart {...props} />
        {props.more.map(({ href, label }) => (
          <p>
            <a href={view.href(href)}>{label[view.lang]}</a>
          </p>
        ))}
      </PartOf>
      <PartOf {...props} part="shared">
        <Shared {...props} />
      </PartOf>
      <PartOf {...props} part="looks">
        <Looks {...props} />
      </PartOf>
      <PartOf {...props} part="ask" open={state.problems.length > 0}>
        <Ask {...props} />
      </PartOf>
      <PartOf {...props} part="settings">
        <Settings {...props} />
      </PartOf>
    </PublicFrame>
  );
}

function PartOf({
  view,
  safe,
  part,
  open,
  children,
}: OwnPageProps & { part: Part; open?: boolean; children?: Child }) {
  const t = words[view.lang];
  if (!safe) return <Section title={t.headings[part]}>{children}</Section>;
  return (
    <Disclosure summary={t.neutral[part]} {...(open ? { open } : {})}>
      {children}
    </Disclosure>
  );
}

function Looks({ view, page }: OwnPageProps) {
  const t = words[view.lang];
  return (
    <>
      <p class="hint">{t.looksLead}</p>
      {page.looks.length === 0 ? (
        <p>{t.noLooks}</p>
      ) : (
        <DataTable
          view={view}
          caption={t.headings.looks}
          captionHidden
          stacked
          columns={[
            { key: 'day', label: t.day, head: true },
            { key: 'who', label: t.who },
          ]}
          rows={page.looks.map(({ day, organisation, as }) => ({
            day: dayName(view.lang, day),
            who: `${organisation} ${t.looks[as]}`,
          }))}
        />
      )}
    </>
  );
}

function Ask({ view, state, page }: OwnPageProps) {
  const t = words[view.lang];
  return (
    <>
      {page.requests.map((request) => (
        <RequestCard view={view} request={request} />
      ))}
      <Form action={view.href(ownPagePaths.ask.to({}))} label={t.askWords}>
        <TextArea
          view={view}
          state={state}
          name="words"
          label={t.askWords}
          hint={t.askLead}
          rows={4}
          maxlength={requestLength}
        />
        <Actions>
          <SubmitButton>{t.send}</SubmitButton>
        </Actions>
      </Form>
    </>
  );
}

export function RequestCard({
  view,
  request,
  children,
}: {
  view: View;
  request: OwnRequest;
  children?: Child;
}) {
  const t = words[view.lang];
  const { answer } = request;
  return (
    <Card
      title={`${dayName(view.lang, tokyoDay(request.askedAt))} ${t.kinds[request.kind as 'correction']}`}
      tags={
        answer ? (
          <StatusTag tone="good">{t.answers[answer as 'done']}</StatusTag>
        ) : (
          <StatusTag tone="info">{t.dueBy(dayName(view.lang, request.dueOn))}</StatusTag>
        )
      }
    >
      {request.words && <TypedText text={request.words} />}
      {request.answerWords && (
        <DefinitionList items={[{ term: t.answer, value: <TypedText text={request.answerWords} /> }]} />
      )}
      {children}
    </Card>
  );
}

function Settings({ view, safe }: OwnPageProps) {
  const t = words[view.lang];
  return (
    <>
      <ActionForm
        action={view.href(ownPagePaths.safe.to({}))}
        fields={{ safe: safe ? '' : 'on' }}
        kind="secondary"
      >
        {safe ? t.safeOff : t.safeOn}
      </ActionForm>
      <p>{t.keepLead}</p>
      <Actions>
        <ActionForm action={view.href(ownPagePaths.device.to({}))} fields={{ keep: 'on' }} kind="secondary">
          {t.keepDevice}
        </ActionForm>
        <ActionForm action={view.href(ownPagePaths.device.to({}))} fields={{ keep: '' }} kind="quiet">
          {t.forget}
        </ActionForm>
      </Actions>
      <p>{t.leaveLead}</p>
      <ActionForm action={view.href(ownPagePaths.close.to({}))} kind="primary">
        {t.leave}
      </ActionForm>
    </>
  );
}

/** What follows, before it is done: one page without scripts, one button. */
export function WithdrawPage({ view, consent }: { view: View; consent: OwnPage['consents'][number] }) {
  const t = words[view.lang];
  const standing = consent.referrals.filter(({ state }) => state !== 'closed' && state !== 'cancelled');
  const names = standing.map(({ to }) => to).join('、');
  return (
    <PublicFrame bare view={view} title={t.title} leave={ownPagePaths.leave.to({})}>
      <PageHead title={t.withdrawTitle} lead={t.withdrawLead} />
      <ul>
        <li>{t.follows.stop(consent.to)}</li>
        {names && <li>{t.follows.referrals(names)}</li>}
        <li>{t.follows.told}</li>
        <li>{t.follows.support}</li>
        <li>{t.follows.worker}</li>
      </ul>
      <Actions>
        <ActionForm action={view.href(ownPagePaths.consent.to({ basisId: consent.id }))} kind="danger">
          {t.withdrawNow}
        </ActionForm>
        <ButtonLink kind="secondary" href={view.href(ownPagePaths.page.to({}))}>
          {t.keep}
        </ButtonLink>
      </Actions>
    </PublicFrame>
  );
}
