import { DownloadLinks } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Row, Section } from '#ui/layout.tsx';
import { Notice } from '#ui/content.tsx';
import { DataTable } from '#ui/table.tsx';
import { DeskTabs } from '../../boards/pages/tabs.tsx';
import { deskPaths } from '../../paths.ts';
import { measuresOf } from '../measures.ts';
import { addMonths } from '../rules.ts';
import { words } from '../words.ts';
import { DoorsByMonth } from './doors.tsx';
import { Breakdown, type PartProps } from './parts.tsx';

interface MonthProps extends PartProps {
  readonly desk: { readonly id: string; readonly name: string };
  readonly month: string;
  readonly own: boolean;
  readonly files: { readonly csv: string; readonly workbook: string };
}

/** A desk's month as it is filed: beside the month before and the same month of the year before; made for paper too. */
export function MonthPage(props: MonthProps) {
  const { view, desk, month, files } = props;
  const t = words[view.lang];
  const hrefOf = (months: number) =>
    view.href(deskPaths.month.to({ deskId: desk.id, month: addMonths(month, months) }));
  return (
    <StaffFrame view={view} title={`${t.monthOf(month)} ${desk.name}`}>
      <PageHead
        title={t.monthOf(month)}
        kicker={desk.name}
        lead={t.print}
        actions={<DownloadLinks files={files} labels={t} />}
      />
      {props.own && <DeskTabs view={view} deskId={desk.id} current="counts" />}
      <Row>
        <a href={hrefOf(-1)}>← {t.lastMonth}</a>
        <a href={view.href(deskPaths.counts.to({ deskId: desk.id }))}>{t.title}</a>
        <a href={hrefOf(1)}>{addMonths(month, 1)} →</a>
      </Row>
      {props.guarded && (
        <Notice view={view} title={t.guarded}>
          {t.guardedLead}
        </Notice>
      )}
      <Compared {...props} />
      <Section title={t.doorsByMonth}>
        <DoorsByMonth view={view} id="doors" title={t.doorsByMonth} counted={props.counted} long />
      </Section>
      <Breakdown {...props} />
    </StaffFrame>
  );
}

function Compared({ view, counted, guarded, month }: MonthProps) {
  const t = words[view.lang];
  const [here, before, year] = [month, addMonths(month, -1), addMonths(month, -12)].map((each) =>
    measuresOf(view.lang, { counted, guarded, month: each }),
  );
  return (
    <Section title={t.measures}>
      <DataTable
        view={view}
        caption={t.measures}
        captionHidden
        columns={[
          { key: 'item', label: t.item, head: true },
          { key: 'here', label: t.thisMonth, align: 'number' },
          { key: 'before', label: t.lastMonth, align: 'number' },
          { key: 'year', label: t.lastYear, align: 'number' },
        ]}
        rows={(here ?? []).map(({ label, unit, value, note }, at) => ({
          item: (
            <>
              {label}
              {unit && `（${unit}）`}
              {note && <small class="hint"> {note}</small>}
            </>
          ),
          here: value,
          before: before?.[at]?.value,
          year: year?.[at]?.value,
        }))}
      />
    </Section>
  );
}
