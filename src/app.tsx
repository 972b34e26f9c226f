import { administrator, type Role } from '#platform/access.ts';
import type { Database } from '#platform/database/database.ts';
import type { AnyJob } from '#platform/jobs.ts';
import { type MailCarrier, sendMailJob } from '#platform/mail/outbox.ts';
import { readSite } from '#platform/people/site.ts';
import { type App, type AppParts, createApp } from '#platform/web/app.ts';
import type { Route } from '#platform/web/routes.ts';
import type { Tools } from '#platform/web/visit.ts';
import { approver, reporter, secretariat } from '#areas/programs/index.ts';
import { buildAssets } from '#ui/assets.ts';
import { ErrorPage } from '#ui/error-page.tsx';

/** Every role of the product. */
export const roles: readonly Role[] = [administrator, secretariat, approver, reporter];

/** The table of contents: one line per slice. */
const routes: readonly Route[] = [];

/** Shown on staff pages to those who hold the permission. */
const navigation: AppParts['navigation'] = [];

const publicNavigation: AppParts['publicNavigation'] = [];

/** Work that runs later. */
export function jobs({ carrier }: { carrier: MailCarrier }): readonly AnyJob[] {
  return [sendMailJob(carrier)];
}

export async function tsunagi({ db, tools }: { db: Database; tools: Tools }): Promise<App> {
  const { assets, files } = await buildAssets();
  return createApp({
    db,
    tools,
    routes,
    roles,
    navigation,
    publicNavigation,
    assets,
    assetFiles: files,
    site: () => readSite(db),
    errorPage: (view, kind, id) => <ErrorPage view={view} kind={kind} id={id} />,
    signInUrl: (next) => `/sign-in?next=${encodeURIComponent(next)}`,
  });
}
