import { defineWords } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import type { Link } from '#ui/wayfinding.tsx';
import { staffReportPaths } from './paths.ts';

const words = defineWords({ ja: { area: '報告の公表' }, en: { area: 'Publishing reports' } });

/** The way from the area's first page. */
export function reportTrail(view: View): readonly Link[] {
  return [{ href: view.href(staffReportPaths.home.to({})), label: words[view.lang].area }];
}
