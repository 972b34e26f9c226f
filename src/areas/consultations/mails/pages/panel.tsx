import type { View } from '#platform/web/view.ts';
import { Notice } from '#ui/content.tsx';
import { words } from '../words.ts';

/** Whether an answer from here reaches the person by e-mail; the address itself is shown nowhere. */
export function MailPanel({ view, mail }: { view: View; mail: 'reaches' | 'bounced' | 'none' | undefined }) {
  const t = words[view.lang];
  if (!mail) return null;
  if (mail === 'reaches') return <p class="hint">{t.panel}</p>;
  return (
    <Notice view={view} tone="warn">
      {mail === 'none' ? t.panelNone : t.panelBounced}
    </Notice>
  );
}
