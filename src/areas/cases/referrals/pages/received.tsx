import type { View } from '#platform/web/view.ts';
import { DefinitionList, Notice, Tag } from '#ui/content.tsx';
import { Section } from '#ui/layout.tsx';
import { type FieldClass, fieldClasses } from '../../relations/rules.ts';
import { classWords } from '../../relations/words.ts';
import type { Referral } from '../store.ts';
import type { Shares } from '../told.ts';
import { words } from '../words.ts';

/** What a receiver sees of a person: the same on their page, behind the mailed link, on paper, and in the sender's preview. */
export function Received({
  view,
  referral,
  from,
  shares,
}: {
  view: View;
  referral: Referral;
  /** The organisation that asks. */
  from: string;
  shares: Shares;
}) {
  const t = words[view.lang];
  const classes = fieldClasses.filter((each): each is FieldClass => shares[each] !== undefined);
  return (
    <Section title={t.told(from)} id="told">
      {referral.urgent && (
        <p>
          <Tag tone="bad">{t.urgent}</Tag>
        </p>
      )}
      {referral.contactProhibited && <Notice view={view} tone="warn" title={t.contactVia} />}
      {classes.length === 0 && <p>{t.nothing}</p>}
      {classes.map((each) => (
        <>
          <h3>{classWords[view.lang][each]}</h3>
          <DefinitionList items={(shares[each] ?? []).map(({ label, value }) => ({ term: label, value }))} />
        </>
      ))}
    </Section>
  );
}
