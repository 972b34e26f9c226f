import type { View } from '#platform/web/view.ts';
import type { Link } from '#ui/wayfinding.tsx';
import { partnershipPaths } from '../paths.ts';
import { words } from './words.ts';

/** The way from the start page of the area. */
export function areaTrail(view: View): readonly Link[] {
  return [{ href: view.href(partnershipPaths.home.to({})), label: words[view.lang].title }];
}
