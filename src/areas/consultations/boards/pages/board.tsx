import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Disclosure, StatusTag } from '#ui/content.tsx';
import { ActionForm, Actions } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { ClosingStrip, StayForm } from '../../closings/pages/strip.tsx';
import { DebriefPanel } from '../../debriefs/pages/debrief.tsx';
import type { Desk } from '../../desks/store.ts';
import { LineBudget } from '../../lines/outbox/pages/panel.tsx';
import type { Budget } from '../../lines/outbox/read.ts';
import { deskPaths } from '../../paths.ts';
import { CallPanel } from '../../risks/pages/call.tsx';
import { OpenCalls } from '../../risks/pages/open-calls.tsx';
import { RiskPanel } from '../../risks/pages/panel.tsx';
import type { ShownCall } from '../../risks/shown.ts';
import { LinkPanel } from '../../links/pages/panel.tsx';
import { ReferralPanel } from '../../referrals/pages/panel.tsx';
import { AskedAboutReading } from '../../reads/pages/asked.tsx';
import type { Review } from '../../reads/store.ts';
import { Offers } from '../../transfers/pages/offers.tsx';
import type { ShownOffer } from '../../transfers/read.ts';
import { words as transferWords } from '../../transfers/words.ts';
import type { QueueRow } from '../shown.ts';
import { words } from '../words.ts';
import { ConversationPane, type Selected } from './conversation.tsx';
import { RecordPane } from './record.tsx';
import { SupervisorLinks } from './supervisor.tsx';
import { DeskTabs } from './tabs.tsx';

interface BoardProps {
  readonly view: View;
  readonly desk: Desk;
  readonly rows: readonly QueueRow[];
  readonly calls: readonly ShownCall[];
  readonly supervisor: boolean;
  readonly offers: readonly ShownOffer[];
  readonly asked: readonly Review[];
  /** That the desk closes soon, or has closed; empty otherwise. */
  readonly closing: string;
  /** The contact that was asked for is not at this desk, or no longer. */
  readonly away: boolean;
  readonly now: Date;
  readonly here: readonly { readonly name: string; readonly state: string; readonly personId: string }[];
  /** Planned for this moment, there or not. */
  readonly onDuty: readonly string[];
  readonly presence: 'answering' | 'pausing';
  readonly selected?: Selected | undefined;
  readonly budget: Budget | undefined;
  /** How much of what the desk takes at once is in use. */
  readonly load: string;
  readonly form: FormState;
}

/** The whole desk in one page: who waits, the conversation, the record. Live where scripts run, whole without. */
export function BoardPage(props: BoardProps) {
  const { view, desk, rows, selected, form, now } = props;
  const t = words[view.lang];
  const name = contentIn(view.lang, { ja: desk.nameJa, en: desk.nameEn });
  return (
    <StaffFrame view={view} title={name} problems={form.problems} islands={['board', 'phrases']}>
      <PageHead title={name} actions={<Presence {...props} />} />
      <DeskTabs view={view} deskId={desk.id} current="desk" />
      {props.supervisor && <SupervisorLinks view={view} deskId={desk.id} />}
      <AskedAboutReading view={view} deskId={desk.id} asked={props.asked} />
      <ClosingStrip text={props.closing} />
      <OpenCalls view={view} deskId={desk.id} calls={props.calls} />
      <Offers view={view} offers={props.offers} now={now} />
      <div
        class="board"
        data-board={view.href(deskPaths.live.to({ deskId: desk.id }, { contact: selected?.contact.id }))}
        data-lost={t.lost}
        data-gone={t.gone}
        data-away={transferWords[view.lang].away}
        data-new={t.newMessages(0).replace('0', '{n}')}
      >
        <nav class="queue" aria-label={t.queue}>
          <QueueList view={view} deskId={desk.id} rows={rows} current={selected?.contact.id} />
          <p class="hint">
            {t.load}：<span data-load>{props.load}</span>
          </p>
          {props.budget && <LineBudget view={view} budget={props.budget} />}
          <Disclosure summary={t.keys}>
            <p>{t.keysText}</p>
          </Disclosure>
        </nav>
        <div class="talking">
          {selected?.mine && (
            <StayForm
              view={view}
              contactId={selected.contact.id}
              stays={selected.contact.staysAt !== null}
              shown={props.closing !== ''}
            />
          )}
          {selected ? (
            <ConversationPane view={view} selected={selected} form={form} now={now} />
          ) : (
            <p>{props.away ? transferWords[view.lang].away : t.select}</p>
          )}
        </div>
        {selected && (
          <div class="recording">
            <CallPanel
              view={view}
              {...selected}
              limitMinutes={desk.settings.escalationMinutes}
              now={now}
              form={form}
            />
            <RiskPanel view={view} {...selected} form={form} />
            <LinkPanel view={view} {...selected} form={form} />
            <ReferralPanel view={view} {...selected} form={form} />
            <RecordPane view={view} selected={selected} form={form} />
            {selected.contact.state === 'ended' && (
              <DebriefPanel view={view} contactId={selected.contact.id} note={selected.note} form={form} />
            )}
          </div>
        )}
      </div>
      <p class="vh" role="status" data-board-news></p>
    </StaffFrame>
  );
}

function Presence({ view, desk, here, onDuty, presence }: BoardProps) {
  const t = words[view.lang];
  const next = presence === 'answering' ? 'pausing' : 'answering';
  return (
    <Actions>
      <span>
        {t.here}：
        {here
          .map(({ name, state }) => `${name}（${t.present[state as keyof typeof t.present] ?? state}）`)
          .join('、') || '―'}
      </span>
      <span>
        <a href={view.href(deskPaths.shifts.to({ deskId: desk.id }))}>{t.onDuty}</a>：
        {onDuty.join('、') || '―'}
      </span>
      <ActionForm
        action={view.href(deskPaths.presence.to({ deskId: desk.id }))}
        fields={{ state: next }}
        small
      >
        {t[next]}
      </ActionForm>
    </Actions>
  );
}

function QueueList({
  view,
  deskId,
  rows,
  current,
}: {
  view: View;
  deskId: string;
  rows: readonly QueueRow[];
  current: string | undefined;
}) {
  const t = words[view.lang];
  const groups = ['waiting', 'mine', 'others', 'bot'] as const;
  return (
    <div data-queue={view.href(deskPaths.desk.to({ deskId }))} data-current={current}>
      {groups.map((group) => {
        const inGroup = rows.filter((row) => row.group === group);
        return (
          <section>
            <h2>
              {t[group]} <span class="count">{inGroup.length}</span>
            </h2>
            <ul data-group={group}>
              {inGroup.map((row) => (
                <QueueLine view={view} deskId={deskId} row={row} current={row.id === current} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function QueueLine({
  view,
  deskId,
  row,
  current,
}: {
  view: View;
  deskId: string;
  row: QueueRow;
  current: boolean;
}) {
  const href = view.href(deskPaths.desk.to({ deskId }, { contact: row.id }));
  return (
    <li data-contact={row.id} data-seq={row.seq} class={row.tempo}>
      <a href={href} aria-current={current ? 'true' : undefined}>
        <b>{row.number}</b> {row.door} <span>{row.waited}</span>
      </a>
      {row.risk && <StatusTag tone="bad">{row.risk}</StatusTag>}
      {row.inside && <StatusTag tone="info">{row.inside}</StatusTag>}
      {row.flags.map((flag) => (
        <StatusTag tone="bad">{flag}</StatusTag>
      ))}
      {row.tempoWords && <span class="hint">{row.tempoWords}</span>}
    </li>
  );
}
