import { fiscalYearName, monthName } from '#platform/dates.ts';
import { EmptyState, Notice } from '#ui/content.tsx';
import { DownloadLinks } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Row, Section } from '#ui/layout.tsx';
import { DeskTabs } from '../../boards/pages/tabs.tsx';
import { deskPaths } from '../../paths.ts';
import type { Counted } from '../read.ts';
import { words } from '../words.ts';
import { Course, DoorsByMonth } from './doors.tsx';
import { Breakdown, KeyFigures, type PartProps } from './parts.tsx';

interface CountsProps extends PartProps {
  /** Absent: all desks, for the secretariat. */
  readonly desk?: { readonly id: string; readonly name: string } | undefined;
  readonly fiscalYear: number;
  readonly years: readonly { readonly year: number; readonly href: string }[];
  readonly files: { readonly csv: string; readonly workbook: string };
  /** Whether the reader works at the desk, and sees its other pages. */
  readonly own: boolean;
  /** From the month that was asked for to the latest. */
  readonly course: { readonly since: string; readonly counted: Counted; readonly action: string };
}

/** A desk's year in numbers, or that of all desks. */
export function CountsPage(props: CountsProps) {
  const { view, desk, fiscalYear, counted, files, course } = props;
  const t = words[view.lang];
  const title = desk?.name ?? t.all;
  return (
    <StaffFrame view={view} title={`${t.title}：${title}`}>
      <PageHead
        title={title}
        kicker={t.year(fiscalYearName(view.lang, fiscalYear))}
        lead={t.lead}
        actions={<DownloadLinks files={files} labels={t} />}
      />
      {desk && props.own && <DeskTabs view={view} deskId={desk.id} current="counts" />}
      <Row>
        <span>{t.other}：</span>
        {props.years.map(({ year, href }) => (
          <a href={href} aria-current={year === fiscalYear ? 'page' : undefined}>
            {fiscalYearName(view.lang, year)}
          </a>
        ))}
      </Row>
      {props.guarded && (
        <Notice view={view} title={t.guarded}>
          {t.guardedLead}
        </Notice>
      )}
      {counted.rows.length === 0 ? <EmptyState title={t.none} /> : <Year {...props} />}
      {course.counted.months.length > 0 && <Course view={view} year={fiscalYear} {...course} />}
    </StaffFrame>
  );
}

function Year(props: CountsProps) {
  const { view, desk, counted } = props;
  const t = words[view.lang];
  return (
    <>
      <KeyFigures {...props} />
      <Section title={t.doorsByMonth}>
        <DoorsByMonth view={view} id="doors" title={t.doorsByMonth} counted={counted} table />
        {desk && (
          <Row>
            <span>{t.monthsList}：</span>
            {counted.months.map((month) => (
              <a href={view.href(deskPaths.month.to({ deskId: desk.id, month }))}>
                {monthName(view.lang, month)}
              </a>
            ))}
          </Row>
        )}
      </Section>
      <Breakdown {...props} />
    </>
  );
}
