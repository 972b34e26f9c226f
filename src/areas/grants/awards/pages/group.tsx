import { dayName, tokyoDay } from '#platform/dates.ts';
import { yenFull } from '#platform/money.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, Notice, StatusTag } from '#ui/content.tsx';
import { Actions, ButtonLink } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { applicationPaths, awardLinkPaths } from '../../paths.ts';
import type { Place } from '../../settlements/place.ts';
import type { Report } from '../../settlements/report.ts';
import type { ShownReturn } from '../../settlements/returns/shown.ts';
import { Changes } from '../changes/pages/changes.tsx';
import { groupKinds, runsIn } from '../changes/rules.ts';
import type { ShownChange } from '../changes/shown.ts';
import { words as changeWords } from '../changes/words.ts';
import type { OpenedAward } from '../open.ts';
import { words } from '../words.ts';
import { Returns } from './returns.tsx';
import { type AwardState, stateTones } from './states.ts';

export interface GroupProps {
  readonly view: View;
  readonly token: string;
  readonly place: Place;
  readonly opened: OpenedAward;
  readonly report: Report | undefined;
  readonly changes: readonly ShownChange[];
  readonly returns: readonly ShownReturn[];
  /** What was just done. */
  readonly said: string;
}

/** Behind the group's link: what was decided, what it has to do next, and until when. */
export function GroupAwardPage(props: GroupProps) {
  const { view, token, opened, changes, returns, place } = props;
  const { award, terms } = opened;
  const t = words[view.lang];
  const state = award.state as AwardState;
  return (
    <PublicFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        kicker={terms.name[view.lang] || terms.name.ja}
        breadcrumbs={
          <p>
            <a href={view.href(applicationPaths.overview.to({ token }))}>← {t.application}</a>
          </p>
        }
        tags={<StatusTag tone={stateTones[state]}>{t.states[state]}</StatusTag>}
      />
      <Said {...props} />
      <Section title={t.next}>
        <Next {...props} />
      </Section>
      <Section title={t.facts}>
        <Facts {...props} />
      </Section>
      {returns.length > 0 && (
        <Section title={t.returns}>
          <Returns view={view} returns={returns} />
        </Section>
      )}
      <Ask {...props} />
      {changes.length > 0 && (
        <Section title={changeWords[view.lang].list}>
          <Changes
            view={view}
            changes={changes}
            withdraw={(changeId) => view.href(awardLinkPaths.withdraw.to({ token, changeId }))}
            askAgain={place.ask}
          />
        </Section>
      )}
    </PublicFrame>
  );
}

function Said({ view, said }: GroupProps) {
  if (!said) return null;
  return (
    <div role="status">
      <Notice view={view} tone="good">
        <p>{said}</p>
      </Notice>
    </div>
  );
}

function Next({ view, place, opened, report }: GroupProps) {
  const t = words[view.lang];
  const { award } = opened;
  if (award.closedAt) return <p>{t.closedOn(tokyoDay(award.closedAt))}</p>;
  const state = report?.settlement?.state ?? 'draft';
  const runs = ['active', 'reported', 'abolished'].includes(award.state);
  if (!report || (!runs && !report.settlement)) return <p>{t.nothing}</p>;
  const writing = runs && (state === 'draft' || state === 'returned');
  const said = { draft: t.reportDue(report.dueOn), returned: t.reportBack, fixed: t.fixedDone }[state];
  return (
    <>
      <p>{said ?? t.reportWaits}</p>
      {report.settlement?.keepUntil && <p>{t.keepUntil(report.settlement.keepUntil)}</p>}
      <Actions>
        <ButtonLink href={place.step(writing ? 'work' : 'check')} kind={writing ? 'primary' : 'secondary'}>
          {writing ? t.reportWrite : t.reportRead}
        </ButtonLink>
      </Actions>
    </>
  );
}

function Facts({ view, opened, report }: GroupProps) {
  const t = words[view.lang];
  const { number, decidedOn, startsOn, endsOn, decidedYen, paidYen } = opened.award;
  const fixed = report?.settlement?.fixedYen ?? null;
  const money = (term: string, yen: number) => ({ term, value: yenFull(view.lang, yen) });
  return (
    <DefinitionList
      items={[
        { term: t.number, value: number },
        { term: t.decidedOn, value: dayName(view.lang, decidedOn) },
        ...(startsOn && endsOn ? [{ term: t.period, value: t.from(startsOn, endsOn) }] : []),
        money(t.decided, decidedYen),
        ...(fixed === null ? [] : [money(t.fixed, fixed)]),
        money(t.received, paidYen),
        money(t.toCome, decidedYen - paidYen),
      ]}
    />
  );
}

function Ask({ view, place, opened, report }: GroupProps) {
  const t = words[view.lang];
  const { award, terms } = opened;
  const kinds = groupKinds.filter(
    (kind) => runsIn[kind].includes(award.state) && (kind !== 'advance' || terms.advance.allowed),
  );
  if (!report || kinds.length === 0) return null;
  return (
    <Section title={t.ask} lead={t.askLead}>
      <Actions>
        {kinds.map((kind) => (
          <ButtonLink kind="secondary" href={place.ask(kind)}>
            {changeWords[view.lang].kinds[kind]}
          </ButtonLink>
        ))}
      </Actions>
    </Section>
  );
}
