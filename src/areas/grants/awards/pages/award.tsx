import { dayName, tokyoDay } from '#platform/dates.ts';
import { yenFull } from '#platform/money.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, Disclosure, StatFigure, StatusTag } from '#ui/content.tsx';
import { TextArea } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, FoldedForm } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs, Stepper } from '#ui/wayfinding.tsx';
import { applicationStaffPaths, awardPaths, callStaffPaths, settlementPaths } from '../../paths.ts';
import type { Report } from '../../settlements/report.ts';
import type { ShownReturn } from '../../settlements/returns/shown.ts';
import { words as reportWords } from '../../settlements/words.ts';
import { Changes, type ChangesProps } from '../changes/pages/changes.tsx';
import { changeKinds, runsIn } from '../changes/rules.ts';
import type { ShownChange } from '../changes/shown.ts';
import { words as changeWords } from '../changes/words.ts';
import type { OpenedAward } from '../open.ts';
import { words } from '../words.ts';
import { Returns } from './returns.tsx';
import { type AwardState, stateTones } from './states.ts';

export interface AwardProps {
  readonly view: View;
  /** What was typed into the form that was refused. */
  readonly state: FormState;
  /** The change or return whose form it was; empty: the page as a whole. */
  readonly tried: string;
  readonly opened: OpenedAward;
  readonly groupName: string;
  readonly report: Report | undefined;
  readonly changes: readonly ShownChange[];
  readonly returns: readonly ShownReturn[];
  readonly may: {
    readonly ask: boolean;
    readonly waive: boolean;
    readonly close: boolean;
    readonly move: NonNullable<ChangesProps['moves']>;
  };
}

/** One award at the office: its money, its report, what was asked for since, and what goes back. */
export function AwardPage(props: AwardProps) {
  const { view, state, tried, opened, changes, returns, may } = props;
  const { award, terms } = opened;
  const t = words[view.lang];
  const is = award.state as AwardState;
  return (
    <StaffFrame view={view} title={`${award.number} ${props.groupName}`} problems={state.problems}>
      <PageHead
        title={props.groupName}
        kicker={`${terms.name[view.lang] || terms.name.ja}　${award.number}`}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[
              { href: view.href(callStaffPaths.home.to({})), label: t.home },
              { href: view.href(awardPaths.list.to({})), label: t.list },
            ]}
            current={award.number}
          />
        }
        tags={<StatusTag tone={stateTones[is]}>{t.states[is]}</StatusTag>}
      />
      <Stages {...props} />
      <Money {...props} />
      <ReportBox {...props} />
      <Section title={changeWords[view.lang].list}>
        <Changes
          view={view}
          changes={changes}
          moves={may.move}
          move={(changeId) => view.href(awardPaths.move.to({ changeId }))}
          {...(tried && { tried: { changeId: tried, state } })}
        />
        {may.ask && <AskLinks {...props} />}
      </Section>
      {returns.length > 0 && (
        <Section title={t.returns}>
          <Returns
            view={view}
            returns={returns}
            below={(one) => may.waive && !one.row.waivedAt && <Waive {...props} one={one} />}
          />
        </Section>
      )}
      {may.close && award.state !== 'closed' && (
        <Section title={t.close} lead={t.closeLead}>
          <ActionForm action={view.href(awardPaths.close.to({ awardId: award.id }))}>{t.close}</ActionForm>
        </Section>
      )}
    </StaffFrame>
  );
}

function Stages({ view, opened, report }: AwardProps) {
  const t = words[view.lang];
  const { state } = opened.award;
  const of = { submitted: 2, inspected: 3, fixed: 4 }[report?.settlement?.state ?? ''] ?? 1;
  const all = [t.stage.decided, t.stage.report, t.stage.inspect, t.stage.fix, t.stage.close];
  const labels = report ? all : [t.stage.decided, t.stage.close];
  const current = state === 'closed' ? labels.length : report ? of : 1;
  return (
    <Stepper view={view} label={t.stages} current={current} steps={labels.map((label) => ({ label }))} />
  );
}

function Money({ view, opened, report }: AwardProps) {
  const t = words[view.lang];
  const { award, application } = opened;
  const { decidedYen, paidYen, settledYen, startsOn, endsOn, decidedOn } = award;
  const fixed = report?.settlement?.fixedYen ?? null;
  return (
    <Section title={t.moneyPath}>
      <Grid min="small">
        <StatFigure view={view} label={t.decided} value={yenFull(view.lang, decidedYen)} />
        <StatFigure view={view} label={t.paid} value={yenFull(view.lang, paidYen)} />
        <StatFigure view={view} label={t.owed} value={yenFull(view.lang, decidedYen - paidYen)} />
        <StatFigure view={view} label={t.settled} value={yenFull(view.lang, settledYen)} />
        <StatFigure view={view} label={t.unsettled} value={yenFull(view.lang, paidYen - settledYen)} />
      </Grid>
      <DefinitionList
        items={[
          { term: t.decidedOn, value: dayName(view.lang, decidedOn) },
          ...(startsOn && endsOn ? [{ term: t.period, value: t.from(startsOn, endsOn) }] : []),
          ...(fixed === null ? [] : [{ term: t.fixed, value: yenFull(view.lang, fixed) }]),
          {
            term: t.application,
            value: (
              <a href={view.href(applicationStaffPaths.application.to({ applicationId: application.id }))}>
                {application.number ?? t.application}
              </a>
            ),
          },
        ]}
      />
      {award.closedAt && <p>{t.closedOn(tokyoDay(award.closedAt))}</p>}
    </Section>
  );
}

function ReportBox({ view, opened, report, may }: AwardProps) {
  const t = words[view.lang];
  const r = reportWords[view.lang];
  if (!report) return null;
  const { id: awardId } = opened.award;
  const state = (report.settlement?.state ?? 'none') as keyof typeof r.states;
  const writing = state === 'none' || state === 'draft' || state === 'returned';
  return (
    <Section title={t.report}>
      <DefinitionList
        items={[
          { term: t.reportState, value: r.states[state] },
          { term: t.due, value: dayName(view.lang, report.dueOn) },
          ...(report.settlement?.keepUntil
            ? [{ term: t.keep, value: t.keepUntil(report.settlement.keepUntil) }]
            : []),
        ]}
      />
      <Actions>
        {!writing && (
          <ButtonLink href={view.href(settlementPaths.inspection.to({ awardId }))}>{t.inspection}</ButtonLink>
        )}
        {writing && may.ask && (
          <ButtonLink kind="secondary" href={view.href(settlementPaths.report.to({ awardId, step: 'work' }))}>
            {t.writeForGroup}
          </ButtonLink>
        )}
      </Actions>
    </Section>
  );
}

function AskLinks({ view, opened, report }: AwardProps) {
  const { award, terms } = opened;
  const kinds = changeKinds.filter(
    (kind) =>
      runsIn[kind].includes(award.state) &&
      (kind !== 'advance' || terms.advance.allowed) &&
      (kind === 'cancel' || report !== undefined),
  );
  if (kinds.length === 0) return null;
  const t = changeWords[view.lang];
  return (
    <Disclosure summary={t.forGroup}>
      <Actions>
        {kinds.map((kind) => (
          <ButtonLink
            kind={kind === 'cancel' ? 'danger' : 'secondary'}
            href={view.href(awardPaths.ask.to({ awardId: award.id, kind }))}
          >
            {t.kinds[kind]}
          </ButtonLink>
        ))}
      </Actions>
    </Disclosure>
  );
}

function Waive({ view, state, tried, one }: AwardProps & { one: ShownReturn }) {
  const t = words[view.lang];
  const { id } = one.row;
  const own = tried === id ? state : undefined;
  return (
    <FoldedForm
      action={view.href(settlementPaths.waive.to({ returnId: id }))}
      label={t.waive}
      open={tried === id}
      kind="secondary"
    >
      <TextArea
        view={view}
        {...(own && { state: own })}
        name="reason"
        label={t.waiveReason}
        rows={3}
        required
      />
    </FoldedForm>
  );
}
