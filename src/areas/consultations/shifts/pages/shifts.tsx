import { dayName } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { Notice } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Row, Section } from '#ui/layout.tsx';
import { DeskTabs } from '../../boards/pages/tabs.tsx';
import { deskPaths } from '../../paths.ts';
import { words } from '../words.ts';
import { MonthTable } from './month.tsx';
import { PlanForm } from './plan.tsx';
import type { ShiftsProps } from './texts.ts';
import { WeekList } from './week.tsx';

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
