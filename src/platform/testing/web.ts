import { afterAll } from 'vitest';
import { administrator } from '../access.ts';
import { readConfig } from '../config.ts';
import type { Database } from '../database/database.ts';
import { LiveHub } from '../live/hub.ts';
import { makeLog } from '../log.ts';
import { makeVault } from '../vault/vault.ts';
import { type App, createApp } from '../web/app.ts';
import type { Route } from '../web/routes.ts';
import type { Site } from '../web/view.ts';

export const exampleSite: Site = {
  operator: { ja: '見本県', en: 'Example Prefecture' },
  title: { ja: '見本', en: 'Example' },
  headquarters: { ja: '推進本部', en: 'Headquarters' },
  demo: true,
};

/** The platform without any area: for tests of the router and its middleware. Error pages are their kind as text. */
export function platformApp(
  db: Database,
  routes: readonly Route[],
  environment: Record<string, string> = {},
  { live = new LiveHub() } = {},
): App {
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', ...environment });
  const app = createApp({
    db,
    tools: {
      config,
      log: makeLog('silent'),
      files: { folder: '/nonexistent' },
      publicUrl: config.PUBLIC_URL ?? 'http://localhost',
      secretKey: Buffer.alloc(32),
      vault: makeVault(Buffer.alloc(32)),
      live,
    },
    routes,
    roles: [administrator],
    navigation: [],
    publicNavigation: [],
    assets: {
      css: '/assets/site.css',
      staffCss: '/assets/staff.css',
      paperCss: '/assets/paper.css',
      script: (name) => `/assets/${name}.js`,
      sheet: () => undefined,
    },
    assetFiles: new Map(),
    site: async () => exampleSite,
    errorPage: (view, kind, id) => `${kind} ${view.lang} ${id ?? ''}`.trim(),
    signInUrl: (next) => `/sign-in?next=${encodeURIComponent(next)}`,
  });
  afterAll(() => app.cache.close());
  return app;
}
