import type { Child } from 'hono/jsx';
import { dayName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { Tag } from '#ui/content.tsx';
import type { Correction } from '../../errata/rules.ts';
import { words } from '../words.ts';

/** 訂正（日）: what stood there before, and why it changed. */
export function CorrectionNote({
  view,
  correction,
  children,
}: {
  view: View;
  correction: Correction;
  children?: Child;
}) {
  const text = words[view.lang];
  return (
    <p class="hint">
      <Tag tone="warn">{text.correction(dayName(view.lang, correction.on))}</Tag> {text.was} {children}
      {view.lang === 'ja' ? `　${text.reason}：` : ` ${text.reason}: `}
      <span lang="ja">{correction.reason}</span>
    </p>
  );
}
