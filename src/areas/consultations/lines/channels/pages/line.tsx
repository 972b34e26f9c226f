import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { DefinitionList, Disclosure, EmptyState, Notice, StatFigure, StatusTag } from '#ui/content.tsx';
import { NumberField, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { DeskTabs } from '../../../boards/pages/tabs.tsx';
import { SettingTabs } from '../../../desks/pages/tabs.tsx';
import type { Desk } from '../../../desks/store.ts';
import { deskPaths } from '../../../paths.ts';
import type { LineTest } from '../../api.ts';
import type { DeadCall } from '../../outbox/store.ts';
import type { Connection } from '../store.ts';
import { words } from '../words.ts';

interface LinePageProps {
  readonly view: View;
  readonly desk: Desk;
  readonly connection: Connection | undefined;
  /** Keeps it; the others at the desk read how it stands. */
  readonly supervisor: boolean;
  readonly pushes: number;
  readonly waiting: { readonly waiting: number; readonly tried: number };
  readonly dead: readonly DeadCall[];
  readonly lastEventAt: Date | null;
  readonly hookUrl: string;
  readonly state: FormState;
}

/** The desk at LINE: how it stands, how it is used, its keys and whether LINE reaches us. */
export function LinePage(props: LinePageProps) {
  const { view, desk, connection, supervisor, state } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead title={t.title} lead={t.lead} />
      <DeskTabs view={view} deskId={desk.id} current="settings" />
      <SettingTabs view={view} deskId={desk.id} current="lineChannel" />
      {connection && !desk.settings.doors.line?.open && <Notice view={view} tone="warn" title={t.noDoor} />}
      <Standing {...props} />
      {supervisor && (
        <>
          <Use {...props} />
          <Keys {...props} />
          <Webhook {...props} />
        </>
      )}
      {connection && <Dead {...props} />}
      {connection && supervisor && (
        <Disclosure summary={t.off}>
          <p>{t.offLead}</p>
          <ActionForm action={view.href(deskPaths.lineOff.to({ deskId: desk.id }))} kind="danger">
            {t.off}
          </ActionForm>
        </Disclosure>
      )}
    </StaffFrame>
  );
}

function Standing({ view, desk, connection, pushes, waiting, lastEventAt }: LinePageProps) {
  const t = words[view.lang];
  const { pushesPerMonth, mode, decision } = desk.settings.line;
  const left = Math.max(0, pushesPerMonth - pushes);
  const tone = connection ? (connection.sends ? 'good' : 'info') : 'neutral';
  const said = connection ? (connection.sends ? t.connected : t.nowhere) : t.notConnected;
  return (
    <Section title={t.state}>
      <DefinitionList
        items={[
          { term: t.connection, value: <StatusTag tone={tone}>{said}</StatusTag> },
          { term: t.mode, value: `${t.modes[mode]}${mode === 'direct' ? `（${decision}）` : ''}` },
          { term: t.lastEvent, value: lastEventAt ? tokyoMinute(lastEventAt) : t.never },
        ]}
      />
      <Grid min="small">
        <StatFigure view={view} label={t.month} value={pushes} unit={t.messages} />
        <StatFigure view={view} label={t.left} value={left} unit={t.messages} />
        <StatFigure
          view={view}
          label={t.waiting}
          value={waiting.waiting}
          unit={t.messages}
          {...(waiting.tried > 0 ? { note: t.tried(waiting.tried) } : {})}
        />
      </Grid>
    </Section>
  );
}

function Use({ view, desk, state }: LinePageProps) {
  const t = words[view.lang];
  const { mode, decision, pushesPerMonth } = desk.settings.line;
  const common = { view, state };
  return (
    <Section title={t.mode}>
      <Form action={view.href(deskPaths.line.to({ deskId: desk.id }))} label={t.mode}>
        <RadioGroup
          {...common}
          name="mode"
          label={t.mode}
          value={mode}
          required
          options={(['doorbell', 'direct'] as const).map((value) => ({
            value,
            label: t.modes[value],
            hint: t.modeHints[value],
          }))}
        />
        <TextField
          {...common}
          name="decision"
          label={t.decision}
          hint={t.decisionHint}
          value={decision}
          autocomplete="off"
        />
        <NumberField
          {...common}
          name="pushesPerMonth"
          label={t.pushes}
          hint={t.pushesHint}
          unit={t.messages}
          value={pushesPerMonth}
          required
        />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

function Keys({ view, desk, connection, state }: LinePageProps) {
  const t = words[view.lang];
  const common = { view, state, type: 'password', autocomplete: 'off', required: !connection } as const;
  return (
    <Section title={t.keys} lead={t.keysLead}>
      {connection && <DefinitionList items={[{ term: t.keysAt, value: tokyoMinute(connection.keysAt) }]} />}
      <Form action={view.href(deskPaths.lineKeys.to({ deskId: desk.id }))} label={t.keys}>
        <TextField {...common} name="secret" label={t.secret} hint={t.secretHint} />
        <TextField {...common} name="token" label={t.token} hint={t.tokenHint} width="full" />
        <Actions>
          <SubmitButton kind="secondary">{t.saveKeys}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

function Webhook({ view, desk, connection, hookUrl }: LinePageProps) {
  const t = words[view.lang];
  const tested = connection?.testedAt;
  const result = connection?.testResult as LineTest | null | undefined;
  return (
    <Section title={t.webhook} lead={t.webhookLead}>
      <p>
        <code>{hookUrl}</code>
      </p>
      {tested && result && (
        <DefinitionList
          items={[
            {
              term: t.tested,
              value: (
                <>
                  <StatusTag tone={result === 'ok' ? 'good' : 'bad'}>{t.results[result]}</StatusTag>{' '}
                  {tokyoMinute(tested)}
                </>
              ),
            },
          ]}
        />
      )}
      {connection && (
        <ActionForm action={view.href(deskPaths.lineTest.to({ deskId: desk.id }))}>{t.test}</ActionForm>
      )}
    </Section>
  );
}

function Dead({ view, desk, dead, supervisor }: LinePageProps) {
  const t = words[view.lang];
  const deskId = desk.id;
  if (dead.length === 0)
    return (
      <Section title={t.dead}>
        <EmptyState title={t.noDead} />
      </Section>
    );
  return (
    <Section title={t.dead} lead={t.deadLead}>
      <DataTable
        view={view}
        caption={t.dead}
        captionHidden
        columns={[
          { key: 'when', label: t.when, head: true },
          { key: 'why', label: t.why },
          { key: 'count', label: t.count, align: 'number' },
          { key: 'contact', label: t.contact },
          ...(supervisor ? [{ key: 'again' as const, label: t.again }] : []),
        ]}
        rows={dead.map(({ id, endedAt, lastError, messages, contactId }) => ({
          when: endedAt ? tokyoMinute(endedAt) : '',
          why: whyText(view, lastError ?? ''),
          count: messages,
          contact: contactId ? (
            <a href={view.href(deskPaths.desk.to({ deskId }, { contact: contactId }))}>{t.open}</a>
          ) : (
            '―'
          ),
          again: (
            <ActionForm action={view.href(deskPaths.lineAgain.to({ deskId }))} fields={{ call: id }} small>
              {t.again}
            </ActionForm>
          ),
        }))}
      />
    </Section>
  );
}

function whyText(view: View, code: string): string {
  const { whys } = words[view.lang];
  if (code === 'silent' || code === 'unreached' || code === 'keys' || code === '429') return whys[code];
  return whys.refused(code);
}
