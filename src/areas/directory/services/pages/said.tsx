import type { Lang } from '#platform/i18n.ts';
import type { Translated } from '../../hours/hours.ts';

/** Text that people wrote, in the page's language where they did, otherwise in Japanese and marked as such. */
export function Said({ lang, text }: { lang: Lang; text: Translated }) {
  const own = text[lang];
  return own ? <>{own}</> : <span lang={lang === 'ja' ? undefined : 'ja'}>{text.ja}</span>;
}
