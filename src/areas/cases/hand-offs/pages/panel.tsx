import type { View } from '#platform/web/view.ts';
import { Section, TypedText } from '#ui/layout.tsx';
import { words } from '../words.ts';

/** On the case: what came along from the consultation, so that nobody asks again. */
export function HandOffPanel({
  view,
  handOff,
}: {
  view: View;
  handOff: { readonly desk: string; readonly day: string; readonly words: string } | undefined;
}) {
  const t = words[view.lang];
  if (!handOff) return null;
  return (
    <Section title={t.from} lead={t.fromLead(handOff.desk, handOff.day)}>
      <TypedText text={handOff.words} />
    </Section>
  );
}
