import type { View } from '#platform/web/view.ts';
import type { Link } from '#ui/wayfinding.tsx';
import { casePaths } from '../../paths.ts';
import type { CaseFile } from '../store.ts';
import { words } from '../words.ts';

/** The way back to the cases from a page beside them. */
export function casesTrail(view: View): readonly Link[] {
  return [{ href: view.href(casePaths.list.to({})), label: words[view.lang].title }];
}

/** The way back to a case from a page of it. */
export function caseTrail(view: View, { id, number }: Pick<CaseFile, 'id' | 'number'>): readonly Link[] {
  return [...casesTrail(view), { href: view.href(casePaths.case.to({ caseId: id })), label: number }];
}
