import { dayName, tokyoDay, tokyoMinute } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Option } from '#ui/choices.tsx';
import { Notice } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Row, Section } from '#ui/layout.tsx';
import { DeskTabs } from '../../boards/pages/tabs.tsx';
import { words as boardWords } from '../../boards/words.ts';
import type { Door } from '../../desks/settings.ts';
import type { Desk } from '../../desks/store.ts';
import { deskPaths } from '../../paths.ts';
import type { PlannedDay } from '../read.ts';
import type { Gap } from '../rules.ts';
import type { PlannedShift } from '../store.ts';
import { words } from '../words.ts';
import { MonthTable } from './month.tsx';
import { PlanForm } from './plan.tsx';
import { WeekList } from './week.tsx';

export interface ShiftsProps {
  readonly view: View;
  readonly desk: Desk;
  readonly span: 'week' | 'month';
  readonly day: string;
  readonly days: readonly PlannedDay[];
  readonly before: string;
  readonly after: string;
  readonly onDuty: readonly string[];
  readonly staff: readonly Option[];
  readonly supervisor: boolean;
  readonly personId: string;
  readonly state: FormState;
}

/** The plan of a desk, a week or a month; what is missing stands before what is there. */
export function ShiftsPage(props: ShiftsProps) {
  const { view, desk, span, day, days, onDuty, supervisor } = props;
  const t = words[view.lang];
  const hrefOf = (query: { span: string; day: string }) =>
    view.href(deskPaths.shifts.to({ deskId: desk.id }, query));
  const gaps = days.reduce((sum, each) => sum + each.gaps.length, 0);
  return (
    <StaffFrame view={view} title={t.title} problems={props.state.problems}>
      <PageHead
        title={t.title}
        kicker={contentIn(view.lang, { ja: desk.nameJa, en: desk.nameEn })}
        lead={t.lead}
        actions={
          <ButtonLink kind="secondary" href={view.href(deskPaths.ownShifts.to({}))}>
            {t.own}
          </ButtonLink>
        }
      />
      <DeskTabs view={view} deskId={desk.id} current="shifts" />
      <p>
        <b>{t.now}</b>：{onDuty.join('、') || t.nobody}
      </p>
      <Section title={spanTitle(props)}>
        <Row>
          <a href={hrefOf({ span, day: props.before })}>← {t.before}</a>
          <a href={hrefOf({ span, day: '' })}>{t.today}</a>
          <a href={hrefOf({ span, day: props.after })}>{t.after} →</a>
          {(['week', 'month'] as const).map((each) => (
            <a href={hrefOf({ span: each, day })} aria-current={each === span ? 'true' : undefined}>
              {t[each]}
            </a>
          ))}
        </Row>
        {gaps > 0 ? (
          <Notice view={view} tone="warn" title={t.gap}>
            {t.someGaps(gaps)}
          </Notice>
        ) : (
          <p>{t.noGap}</p>
        )}
        {span === 'week' ? <WeekList {...props} /> : <MonthTable {...props} />}
      </Section>
      {supervisor && <PlanForm {...props} />}
    </StaffFrame>
  );
}

function spanTitle({ view, span, day, days }: ShiftsProps): string {
  if (span === 'month') return dayName(view.lang, day).replace(/(?<=月)\d+日$|^\d+ /, '');
  const [first = day, last = day] = [days[0]?.day, days.at(-1)?.day];
  return `${dayName(view.lang, first)} 〜 ${dayName(view.lang, last)}`;
}

/** 9:00〜24:00 */
export function spanText(from: Date, to: Date): string {
  const clock = (moment: Date) => tokyoMinute(moment).slice(11).replace(/^0/, '');
  const midnight = clock(to) === '0:00' && tokyoDay(to) !== tokyoDay(from);
  return `${clock(from)}〜${midnight ? '24:00' : clock(to)}`;
}

export function gapText(view: View, gap: Gap): string {
  const t = words[view.lang];
  const where = gap.where === 'desk' ? t.desk : boardWords[view.lang].door[gap.where as Door];
  return `${spanText(new Date(gap.from), new Date(gap.to))} ${t.gapWords(where, gap.have, gap.need)}`;
}

export function shiftText(view: View, { startsAt, endsAt, name, doors }: PlannedShift): string {
  const at = doors.map((door) => boardWords[view.lang].door[door as Door]).join('・');
  return `${spanText(startsAt, endsAt)} ${name}（${at}）`;
}
