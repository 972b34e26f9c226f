import type { View } from '#platform/web/view.ts';
import { Section } from '#ui/layout.tsx';
import { words } from '../words.ts';

/** From an edition's page, and from those of the programs whose people were asked. */
export function StatesLink({ view, href }: { view: View; href: string }) {
  const text = words[view.lang];
  return (
    <Section title={text.short} lead={text.linkLead}>
      <p class="no-print">
        <a href={href}>{text.toStates}</a>
      </p>
    </Section>
  );
}
