import { fiscalYearName, tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Disclosure, Notice, StatFigure, Tag } from '#ui/content.tsx';
import { DateField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Row, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { collectionPaths } from '../../paths.ts';
import { areaTrail } from '../../trail.ts';
import { type BureauProgress, type Counts, daysLeft, type NextThing, outstanding } from '../rules.ts';
import { words } from '../words.ts';
import { CountsBar, Deadline, type RoundShown } from './parts.tsx';

export interface BoardProps {
  readonly view: View;
  readonly state: FormState;
  readonly round: RoundShown;
  readonly today: string;
  readonly next: NextThing;
  readonly counts: Counts;
  readonly bureaus: readonly (BureauProgress & {
    readonly reminded?: { readonly at: Date; readonly kind: string } | undefined;
  })[];
  /** What waits for a check, the longest waiting first. */
  readonly toCheck: readonly {
    readonly entryId: string;
    readonly program: string;
    readonly bureau: string;
    readonly submittedAt: Date | null;
  }[];
  readonly mayRun: boolean;
}

/** How far everybody is; what the secretariat does next stands on top. */
export function BoardPage(props: BoardProps) {
  const { view, round, state, today, counts } = props;
  const t = words[view.lang];
  const numbers = (['owed', 'draft', 'returned', 'submitted', 'accepted'] as const).map((status) => (
    <StatFigure view={view} label={t.counts[status]} value={counts[status]} unit={t.unit} />
  ));
  return (
    <StaffFrame view={view} title={round.title} problems={state.problems}>
      <PageHead
        title={round.title}
        kicker={fiscalYearName(view.lang, round.fiscalYear)}
        lead={<Deadline view={view} round={round} today={today} />}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[...areaTrail(view), { href: view.href(collectionPaths.rounds.to({})), label: t.rounds }]}
            current={round.title}
          />
        }
      />
      <NextStep {...props} />
      <Section title={t.progress}>
        <Grid min="small">{numbers}</Grid>
      </Section>
      <ToCheck {...props} />
      <Bureaus {...props} />
      {props.mayRun && <Manage {...props} />}
    </StaffFrame>
  );
}

function NextStep({ view, next, round, counts, bureaus, toCheck, mayRun }: BoardProps) {
  const t = words[view.lang];
  const left = outstanding(counts);
  const owing = bureaus.filter((bureau) => outstanding(bureau) > 0).length;
  const params = { roundId: round.id };
  const first = toCheck[0];
  const tone = { check: 'info', 'remind-late': 'warn', wait: 'info', close: 'good', done: 'info' } as const;
  return (
    <Notice view={view} tone={tone[next]} title={t.next[next]}>
      <p>{t.nextText[next](next === 'check' ? counts.submitted : left)}</p>
      {mayRun && (
        <Actions>
          {next === 'check' && first && (
            <ButtonLink href={view.href(collectionPaths.entry.to({ entryId: first.entryId }))}>
              {t.checkNext}
            </ButtonLink>
          )}
          {next === 'close' && (
            <ActionForm action={view.href(collectionPaths.close.to(params))} kind="primary">
              {t.close}
            </ActionForm>
          )}
          {(next === 'remind-late' || next === 'wait') && owing > 0 && (
            <ActionForm
              action={view.href(collectionPaths.remind.to(params))}
              kind={next === 'remind-late' ? 'primary' : 'secondary'}
            >
              {t.remindAll(owing)}
            </ActionForm>
          )}
        </Actions>
      )}
    </Notice>
  );
}

function ToCheck({ view, toCheck }: BoardProps) {
  const t = words[view.lang];
  if (toCheck.length === 0) return null;
  return (
    <Section title={t.toCheck}>
      <DataTable
        view={view}
        caption={t.toCheck}
        captionHidden
        stacked
        columns={[
          { key: 'program', label: t.program, head: true },
          { key: 'bureau', label: t.bureau },
          { key: 'at', label: t.submittedAt },
        ]}
        rows={toCheck.map(({ entryId, program, bureau, submittedAt }) => ({
          program: <a href={view.href(collectionPaths.entry.to({ entryId }))}>{program}</a>,
          bureau,
          at: submittedAt && tokyoMinute(submittedAt),
        }))}
      />
    </Section>
  );
}

function Bureaus({ view, round, today, bureaus, mayRun }: BoardProps) {
  const t = words[view.lang];
  const late = round.status === 'open' && daysLeft(round.deadlineOn, today) < 0;
  const number = (key: keyof Counts) => ({ key, label: t.counts[key], align: 'number' }) as const;
  return (
    <Section title={t.byBureau}>
      <DataTable
        view={view}
        caption={t.byBureau}
        captionHidden
        columns={[
          { key: 'bureau', label: t.bureau, head: true },
          { key: 'bar', label: t.bar },
          number('owed'),
          number('draft'),
          number('returned'),
          number('submitted'),
          number('accepted'),
          { key: 'activity', label: t.lastActivity },
          { key: 'reminded', label: t.lastReminder },
          ...(mayRun && round.status === 'open' ? [{ key: 'remind', label: t.remind } as const] : []),
        ]}
        rows={bureaus.map((bureau) => ({
          ...bureau,
          bureau: (
            <Row>
              <a
                href={view.href(
                  collectionPaths.round.to({ roundId: round.id }, { bureau: bureau.organisationId }),
                )}
              >
                {bureau.name}
              </a>
              {late && outstanding(bureau) > 0 && <Tag tone="bad">{t.late}</Tag>}
            </Row>
          ),
          bar: <CountsBar view={view} counts={bureau} />,
          activity: bureau.lastActivity ? tokyoMinute(bureau.lastActivity) : t.never,
          reminded: bureau.reminded
            ? `${tokyoMinute(bureau.reminded.at)} ${t.reminders[bureau.reminded.kind as 'manual'] ?? ''}`
            : t.never,
          remind: outstanding(bureau) > 0 && (
            <ActionForm
              action={view.href(collectionPaths.remind.to({ roundId: round.id }))}
              fields={{ bureau: bureau.organisationId }}
              small
            >
              {t.remind}
              <span class="vh">{bureau.name}</span>
            </ActionForm>
          ),
        }))}
      />
    </Section>
  );
}

function Manage({ view, round, state }: BoardProps) {
  const t = words[view.lang];
  const params = { roundId: round.id };
  return (
    <Section title={t.manage}>
      {round.status === 'open' ? (
        <Disclosure summary={`${t.extend}・${t.close}`} open={state.problems.length > 0}>
          <Form action={view.href(collectionPaths.extend.to(params))}>
            <DateField
              view={view}
              state={state}
              name="deadlineOn"
              label={t.extend}
              hint={t.extendHint}
              value={round.deadlineOn}
              min={round.deadlineOn}
              required
            />
            <Actions>
              <SubmitButton kind="secondary">{t.extend}</SubmitButton>
            </Actions>
          </Form>
          <ActionForm action={view.href(collectionPaths.close.to(params))} kind="danger">
            {t.close}
          </ActionForm>
        </Disclosure>
      ) : (
        <ActionForm action={view.href(collectionPaths.reopen.to(params))}>{t.reopen}</ActionForm>
      )}
    </Section>
  );
}
