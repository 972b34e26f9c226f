import { languages, type Lang } from '#platform/i18n.ts';
import type { NavigationItem, View } from '#platform/web/view.ts';
import { keeper } from './kept.ts';
import { words } from './words.ts';

const languageNames: Record<Lang, string> = { ja: '日本語', en: 'English' };

export function SkipLink({ view }: { view: View }) {
  return (
    <a class="skip" href="#main">
      {words[view.lang].skip}
    </a>
  );
}

/** Operator and title, linked to the first page; a sample says so before the operator's name. */
export function Brand({ view, href }: { view: View; href: string }) {
  const { lang, site } = view;
  return (
    <a class="brand" href={view.href(href)}>
      <span class="operator">
        {site.demo && <b class="demo-mark">{words[lang].demo}</b>}
        {site.operator[lang]}
      </span>
      <span class="site-title">{site.title[lang]}</span>
    </a>
  );
}

export function LanguageSwitch({ view }: { view: View }) {
  return (
    <nav class="languages" aria-label={words[view.lang].language}>
      {languages.map((lang) => (
        <a
          href={view.inLang(lang)}
          lang={lang}
          hreflang={lang}
          aria-current={lang === view.lang ? 'true' : undefined}
        >
          {languageNames[lang]}
        </a>
      ))}
    </nav>
  );
}

/** The item whose path is the longest beginning of the page's own path. */
export function currentItem(items: readonly NavigationItem[], path: string): NavigationItem | undefined {
  return items
    .filter(
      (item) => path === item.href || path.startsWith(item.href.endsWith('/') ? item.href : `${item.href}/`),
    )
    .filter((item) => item.href !== '/' || path === '/')
    .reduce<NavigationItem | undefined>(
      (best, item) => (best && best.href.length >= item.href.length ? best : item),
      undefined,
    );
}

export function NavigationList({ view, items }: { view: View; items: readonly NavigationItem[] }) {
  const current = currentItem(items, view.path);
  return (
    <ul>
      {items.map((item) => (
        <li>
          <a
            href={view.href(item.href)}
            aria-current={item === current ? (view.path === item.href ? 'page' : 'true') : undefined}
          >
            {item.label[view.lang]}
          </a>
        </li>
      ))}
    </ul>
  );
}

const keepList = keeper<readonly NavigationItem[]>();

/** The same for everybody, on page after page: rendered once for each item that is the current one. */
export function PublicNavigation({ view, items }: { view: View; items: readonly NavigationItem[] }) {
  const current = currentItem(items, view.path)?.href ?? '';
  const key = `${view.lang} ${current} ${current === view.path}`;
  return keepList(items, key, () => <NavigationList view={view} items={items} />);
}

export function Status({ view }: { view: View }) {
  return (
    <div role="status" class="status">
      {view.notice && <p class="notice good">{view.notice}</p>}
    </div>
  );
}
