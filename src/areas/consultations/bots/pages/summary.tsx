import type { View } from '#platform/web/view.ts';
import { DefinitionList, Disclosure } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { deskPaths } from '../../paths.ts';
import type { Told } from '../told.ts';
import { words } from '../words.ts';

interface SummaryProps {
  readonly view: View;
  readonly contact: { readonly id: string; readonly deskId: string };
  readonly told: Told;
}

/** Above the conversation: what was answered already, so that nobody has to be asked again. */
export function GuideSummary({ view, contact, told }: SummaryProps) {
  const t = words[view.lang];
  const filled = deskPaths.desk.to({ deskId: contact.deskId }, { contact: contact.id, fill: 'guide' });
  return (
    <Disclosure summary={t.summary} open>
      <p class="hint">{t.summaryLead}</p>
      <DefinitionList items={told.lines.map(({ ask, said }) => ({ term: ask, value: said.join('、') }))} />
      <ButtonLink kind="secondary" small href={view.href(filled)}>
        {t.propose}
      </ButtonLink>
    </Disclosure>
  );
}
