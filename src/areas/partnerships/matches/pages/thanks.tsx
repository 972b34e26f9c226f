import { dayName, tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState, Quote, Tag } from '#ui/content.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { Grid, PageHead, TypedText } from '#ui/layout.tsx';
import type { listNames, Thanks } from '../store.ts';
import { words } from '../words.ts';

interface ThanksProps {
  readonly view: View;
  readonly thanks: readonly Thanks[];
  readonly names: Awaited<ReturnType<typeof listNames>>;
}

export function ThanksPage({ view, thanks, names }: ThanksProps) {
  const t = words[view.lang];
  const nameOf = (id: string) => {
    const row = names.find((each) => each.id === id);
    return row ? contentIn(view.lang, { ja: row.nameJa, en: row.nameEn }) : '';
  };
  return (
    <PublicFrame view={view} title={t.thanksPublic} description={t.thanksPublicLead}>
      <PageHead title={t.thanksPublic} lead={t.thanksPublicLead} />
      {thanks.length === 0 ? (
        <EmptyState title={t.thanksEmpty} />
      ) : (
        <Grid min="large">
          {thanks.map(({ giverId, receiverId, title, words: said, saidAt, illustrative }) => (
            <div>
              <Quote role={t.fromTo(nameOf(receiverId), nameOf(giverId))}>
                <TypedText text={said} />
              </Quote>
              <p>
                {title}・{dayName(view.lang, tokyoDay(saidAt))} {illustrative && <Tag>{t.illustrative}</Tag>}
              </p>
            </div>
          ))}
        </Grid>
      )}
    </PublicFrame>
  );
}
