import { dayName, tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { words as boardWords } from '../../boards/words.ts';
import type { Door } from '../../desks/settings.ts';
import { deskPaths } from '../../paths.ts';
import type { listShiftsOf } from '../store.ts';
import { words } from '../words.ts';
import { spanText } from './texts.ts';

/** One's own coming shifts, at every desk. */
export function OwnShiftsPage({
  view,
  shifts,
}: {
  view: View;
  shifts: Awaited<ReturnType<typeof listShiftsOf>>;
}) {
  const t = words[view.lang];
  const b = boardWords[view.lang];
  return (
    <StaffFrame view={view} title={t.own}>
      <PageHead title={t.own} lead={t.ownLead} />
      <DataTable
        view={view}
        caption={t.own}
        captionHidden
        stacked
        empty={t.ownNone}
        columns={[
          { key: 'day', label: t.day, head: true },
          { key: 'time', label: t.time },
          { key: 'doors', label: t.doors },
          { key: 'desk', label: t.window },
        ]}
        rows={shifts.map(({ startsAt, endsAt, doors, deskId, deskJa, deskEn }) => ({
          day: dayName(view.lang, tokyoDay(startsAt)),
          time: spanText(startsAt, endsAt),
          doors: doors.map((door) => b.door[door as Door]).join('・'),
          desk: (
            <a href={view.href(deskPaths.shifts.to({ deskId }, { day: tokyoDay(startsAt) }))}>
              {contentIn(view.lang, { ja: deskJa, en: deskEn })}
            </a>
          ),
        }))}
      />
    </StaffFrame>
  );
}
