import { defineWords } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { staffDirectoryPaths } from './paths.ts';

const words = defineWords({
  ja: { directory: '支援情報' },
  en: { directory: 'Directory' },
});

/** The way to any staff page of the area. */
export function directoryTrail(view: View): readonly { href: string; label: string }[] {
  return [{ href: view.href(staffDirectoryPaths.home.to({})), label: words[view.lang].directory }];
}
