import type { View } from '#platform/web/view.ts';

/** A view as the router makes it, for tests of the kit. */
export function viewForTests(changes: Partial<View> = {}): View {
  return {
    lang: 'ja',
    path: '/reports/2024',
    inLang: (lang) => `/reports/2024?lang=${lang}`,
    href: (url) => url,
    site: {
      operator: { ja: '見本県', en: 'Sample Prefecture' },
      title: { ja: 'くらしの相談', en: 'Everyday help' },
      headquarters: { ja: '見本本部', en: 'Sample Headquarters' },
      demo: false,
    },
    navigation: [],
    assets: {
      css: '/assets/site.css',
      staffCss: '/assets/staff.css',
      paperCss: '/assets/paper.css',
      script: (island) => `/assets/${island}.js`,
      sheet: () => undefined,
    },
    ...changes,
  };
}

/** What the browser gets. */
export function htmlOf(element: unknown): string {
  return String(element as string);
}
