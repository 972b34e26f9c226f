import { dayName, tokyoDay } from '#platform/dates.ts';
import { workplacePaths } from '../../paths.ts';
import { listCertifiedOf } from '../../workplaces/store.ts';
import type { ReadMemberPart } from '../part.ts';
import { words } from './words.ts';

export const workplacesPart: ReadMemberPart = async (tx, { organisationId, view, now }) => {
  const workplaces = await listCertifiedOf(tx, { organisationId, day: tokyoDay(now) });
  if (workplaces.length === 0) return null;
  const t = words[view.lang];
  const lines = workplaces.map(({ id, name, validUntil }) => (
    <li>
      <a href={view.href(workplacePaths.public.to({ workplaceId: id }))}>{name}</a>{' '}
      {validUntil && <span class="hint">{t.until(dayName(view.lang, validUntil))}</span>}
    </li>
  ));
  return { title: t.workplaces, body: <ul>{lines}</ul> };
};
