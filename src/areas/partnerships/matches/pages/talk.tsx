import { dayName } from '#platform/dates.ts';
import { contentIn, formatNumber } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, Notice } from '#ui/content.tsx';
import { ActionForm } from '#ui/form.tsx';
import { Section, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Stepper } from '#ui/wayfinding.tsx';
import { unitName } from '../units.ts';
import { otherSide, way } from '../rules.ts';
import type { TakingName } from '../taking.ts';
import type { Talk } from '../talk.ts';
import { words } from '../words.ts';
import { NextSteps } from './steps.tsx';
import { MatchThread, reasonName } from './thread.tsx';
import { ThanksPart } from './thanks-part.tsx';
import { Trouble } from './trouble.tsx';

export interface TalkProps {
  readonly view: View;
  readonly state: FormState;
  /** The step whose form has problems; it stands open. */
  readonly tried: TakingName | undefined;
  readonly talk: Talk;
  readonly today: string;
  /** As `view.href` made it. */
  readonly urlOf: (step: TakingName) => string;
}

/** A thread with what can be done next, on the desk and behind a mailed link. */
export function TalkBody(props: TalkProps) {
  const { view, talk, urlOf } = props;
  const { match, side, notes, names } = talk;
  const t = words[view.lang];
  return (
    <>
      {talk.isResting && (
        <Notice view={view} tone="warn" title={t.resting}>
          <p>{t.restingLead}</p>
          <ActionForm action={urlOf('resume')}>{t.resume}</ActionForm>
        </Notice>
      )}
      <Facts {...props} />
      <Way {...props} />
      {match.waitsFor && (
        <Notice view={view} tone={match.waitsFor === side ? 'warn' : 'info'} title={t.state}>
          <p>{match.waitsFor === side ? t.yourTurn : t.theirTurn}</p>
        </Notice>
      )}
      {match.endedAt && match.reason && (
        <Notice view={view} title={t.ended}>
          <p>{reasonName(view, match.reason)}</p>
        </Notice>
      )}
      <Agreement {...props} />
      <NextSteps {...props} />
      <Received {...props} />
      <ThanksPart {...props} />
      <Section title={t.thread} lead={t.nothingShown}>
        <p>{match.endedAt && notes.length === 0 ? t.wordsGone : t.kept}</p>
        <MatchThread view={view} notes={notes} names={names} reason={match.reason} />
      </Section>
      <Trouble {...props} />
    </>
  );
}

function Facts({ view, talk: { match, names, side } }: TalkProps) {
  const t = words[view.lang];
  const other = names[otherSide[side]];
  const quantity =
    match.quantity === null
      ? undefined
      : `${formatNumber(view.lang, match.quantity)} ${unitName(view.lang, match)}`;
  return (
    <DefinitionList
      items={[
        { term: t.other, value: contentIn(view.lang, other) },
        { term: t.giver, value: contentIn(view.lang, names.giver) },
        { term: t.receiver, value: contentIn(view.lang, names.receiver) },
        ...(quantity ? [{ term: t.quantity, value: quantity }] : []),
        ...(match.dueOn ? [{ term: t.dueOn, value: dayName(view.lang, match.dueOn) }] : []),
        ...(match.introduced ? [{ term: t.state, value: t.introduced }] : []),
      ]}
    />
  );
}

/** Only a match that is still on its way, or came to its end, has a way to show. */
function Way({ view, talk: { match } }: TalkProps) {
  const t = words[view.lang];
  const at = (way as readonly string[]).indexOf(match.status);
  if (at < 0) return null;
  return (
    <Stepper
      view={view}
      label={t.way}
      current={at === way.length - 1 ? way.length : at}
      steps={way.map((status) => ({ label: t.status[status] }))}
    />
  );
}

function Agreement({ view, talk: { match, side, steps }, urlOf }: TalkProps) {
  const t = words[view.lang];
  if (!match.draft) return null;
  const mayConfirm = steps.includes('confirm') && match.draftedBy !== side;
  return (
    <Section title={match.agreedAt ? t.agreement : t.agreementWaits}>
      <TypedText text={match.draft} />
      {mayConfirm && (
        <ActionForm action={urlOf('confirm')} fields={{ seenVersion: match.draftVersion }} kind="primary">
          {t.confirm}
        </ActionForm>
      )}
      {steps.includes('confirm') && !mayConfirm && <p>{t.ownDraft}</p>}
    </Section>
  );
}

function Received({ view, talk: { match, deliveries } }: TalkProps) {
  const t = words[view.lang];
  if (deliveries.length === 0) return null;
  return (
    <Section title={t.received}>
      <DataTable
        view={view}
        caption={t.received}
        captionHidden
        columns={[
          { key: 'on', label: t.receivedOf, head: true },
          { key: 'quantity', label: t.receivedQuantity, align: 'number' },
        ]}
        rows={deliveries.map(({ deliveredOn, quantity, unit }) => ({
          on: dayName(view.lang, deliveredOn),
          quantity: `${formatNumber(view.lang, quantity)} ${unitName(view.lang, { kind: match.kind, unit })}`,
        }))}
      />
    </Section>
  );
}
