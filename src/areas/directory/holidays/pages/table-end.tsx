import { dayName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { Notice } from '#ui/content.tsx';
import { endsSoon } from '../rules.ts';
import { words } from '../words.ts';

/** Nothing until two years before the table ends. */
export function TableEndNotice({
  view,
  lastHoliday,
  today,
}: {
  view: View;
  lastHoliday: string;
  today: string;
}) {
  if (!endsSoon(lastHoliday, today)) return null;
  const t = words[view.lang];
  return (
    <Notice view={view} tone="warn" title={t.endsTitle}>
      <p>{t.ends(dayName(view.lang, lastHoliday))}</p>
    </Notice>
  );
}
