import { ActionForm } from '#ui/form.tsx';
import { Section, TypedText } from '#ui/layout.tsx';
import { words } from '../words.ts';
import type { TalkProps } from './talk.tsx';

/** The thanks, and whether they may be public: the receiver offers it, the giver agrees. */
export function ThanksPart({ view, talk: { thanks, steps }, urlOf }: TalkProps) {
  const t = words[view.lang];
  if (!thanks) return null;
  const maySay = steps.includes('show');
  return (
    <Section title={t.thanksTitle}>
      <TypedText text={thanks.words} />
      {!thanks.offered && <p>{t.notOffered}</p>}
      {thanks.shownAt && <p>{t.shown}</p>}
      {maySay && thanks.offered && !thanks.shownAt && (
        <ActionForm action={urlOf('show')}>{t.show}</ActionForm>
      )}
      {maySay && thanks.shownAt && <ActionForm action={urlOf('hide')}>{t.hide}</ActionForm>}
    </Section>
  );
}
