import { everyone } from '#platform/access.ts';
import type { Database } from '#platform/database/database.ts';
import { routes as operationsRoutes } from '#platform/operations/routes.tsx';
import { homeRoutes } from '#platform/people/home/routes.tsx';
import { inviteRoutes } from '#platform/people/invitations/admin/routes.tsx';
import { invitationRoutes } from '#platform/people/invitations/routes.tsx';
import { routes as organisationRoutes } from '#platform/people/organisations/routes.tsx';
import { peopleRoutes } from '#platform/people/routes.tsx';
import { readSite } from '#platform/people/site.ts';
import { routes as accountRoutes } from '#platform/sign-in/account/routes.tsx';
import { routes as passkeyRoutes } from '#platform/sign-in/passkeys/routes.tsx';
import { signInRoutes } from '#platform/sign-in/routes.tsx';
import { secondFactorRoutes } from '#platform/sign-in/second-factor/routes.tsx';
import { ssoRoutes } from '#platform/sign-in/sso/routes.tsx';
import { type App, createApp } from '#platform/web/app.ts';
import { path } from '#platform/path.ts';
import { type Route, Routes } from '#platform/web/routes.ts';
import type { Tools } from '#platform/web/visit.ts';
import { attachmentRoutes } from '#areas/consultations/attachments/routes.tsx';
import { boardRoutes } from '#areas/consultations/boards/routes.tsx';
import { callRoutes } from '#areas/consultations/calls/routes.tsx';
import { countRoutes } from '#areas/consultations/counts/routes.tsx';
import { deskRoutes } from '#areas/consultations/desks/routes.tsx';
import { lineRoutes } from '#areas/consultations/lines/channels/routes.tsx';
import { lineHookRoutes } from '#areas/consultations/lines/events/routes.ts';
import { lineLinkRoutes } from '#areas/consultations/lines/links/routes.tsx';
import { packetContactRoutes } from '#areas/consultations/packets/routes.tsx';
import { mailRoutes } from '#areas/consultations/mails/routes.tsx';
import { phraseRoutes } from '#areas/consultations/phrases/routes.tsx';
import { retentionRoutes } from '#areas/consultations/retention/routes.tsx';
import { searchRoutes } from '#areas/consultations/searches/routes.tsx';
import { shiftRoutes } from '#areas/consultations/shifts/routes.tsx';
import { closingRoutes } from '#areas/consultations/closings/routes.tsx';
import { linkRoutes } from '#areas/consultations/links/routes.tsx';
import { referralRoutes as contactReferralRoutes } from '#areas/consultations/referrals/routes.tsx';
import { readRoutes } from '#areas/consultations/reads/routes.tsx';
import { riskRoutes } from '#areas/consultations/risks/routes.tsx';
import { surveyRoutes } from '#areas/consultations/surveys/routes.tsx';
import { transferRoutes } from '#areas/consultations/transfers/routes.tsx';
import { talkRoutes } from '#areas/consultations/talks/routes.tsx';
import { confirmationRoutes } from '#areas/directory/confirmations/routes.tsx';
import { entryPageRoutes } from '#areas/directory/entries/routes.tsx';
import { freshnessRoutes } from '#areas/directory/freshness/routes.tsx';
import { importRoutes } from '#areas/directory/imports/routes.tsx';
import { holidayRoutes } from '#areas/directory/holidays/routes.tsx';
import { placeRoutes } from '#areas/directory/places/routes.tsx';
import { hsdsRoutes } from '#areas/directory/hsds/routes.ts';
import { listGrantData } from '#areas/grants/index.ts';
import { listEditionData } from '#areas/report/index.ts';
import { openDataRoutes } from '#areas/directory/opendata/routes.tsx';
import { editRoutes } from '#areas/directory/edits/routes.tsx';
import { organisationRoutes as directoryOrganisationRoutes } from '#areas/directory/organisations/routes.tsx';
import { openDataPaths } from '#areas/directory/paths.ts';
import { grantDataPaths } from '#areas/grants/paths.ts';
import { previewRoutes } from '#areas/directory/previews/routes.tsx';
import { reviewIntervalRoutes } from '#areas/directory/review-intervals/routes.tsx';
import { decisionRoutes } from '#areas/directory/proposals/decisions/routes.tsx';
import { proposeRoutes } from '#areas/directory/proposals/edits/routes.tsx';
import { suggestionRoutes } from '#areas/directory/proposals/routes.tsx';
import { serviceRoutes } from '#areas/directory/services/routes.tsx';
import { versionRoutes } from '#areas/directory/versions/routes.tsx';
import { worklistRoutes } from '#areas/directory/worklists/routes.tsx';
import { flowRoutes } from '#areas/directory/flows/routes.tsx';
import { navigatorRoutes } from '#areas/directory/navigator/routes.tsx';
import { packetRoutes } from '#areas/directory/packets/routes.tsx';
import { findRoutes } from '#areas/directory/search/routes.tsx';
import { wordGroupRoutes } from '#areas/directory/word-groups/routes.tsx';
import { unmetRoutes } from '#areas/directory/unmet/routes.tsx';
import { besideEntry, soughtBy } from '#areas/partnerships/index.ts';
import { measureRoutes } from '#areas/programs/measures/routes.tsx';
import { offerRoutes } from '#areas/programs/offers/routes.tsx';
import { pictureRoutes } from '#areas/programs/pictures/routes.tsx';
import { planRoutes } from '#areas/programs/plans/routes.tsx';
import { problemRoutes } from '#areas/programs/problems/routes.tsx';
import { programRoutes } from '#areas/programs/programs/routes.tsx';
import { resultRoutes } from '#areas/programs/results/routes.tsx';
import { successionRoutes } from '#areas/programs/successions/routes.tsx';
import { entryRoutes } from '#areas/programs/entries/routes.tsx';
import { roundRoutes } from '#areas/programs/rounds/routes.tsx';
import { termRoutes } from '#areas/programs/terms/routes.tsx';
import { workbookRoutes } from '#areas/programs/workbooks/routes.tsx';
import { voiceRoutes } from '#areas/programs/voices/routes.tsx';
import { yearRoutes } from '#areas/programs/years/routes.tsx';
import { routes as documentRoutes } from '#areas/report/documents/routes.tsx';
import { routes as editionRoutes } from '#areas/report/editions/routes.tsx';
import { routes as disclosureRoutes } from '#areas/report/disclosure/routes.tsx';
import { dashboardRoutes } from '#areas/report/dashboard/routes.tsx';
import { routes as errataRoutes } from '#areas/report/errata/routes.tsx';
import { routes as expectationRoutes } from '#areas/report/expectations/routes.tsx';
import { routes as figureRoutes } from '#areas/report/figures/routes.tsx';
import { outputRoutes } from '#areas/report/outputs/routes.tsx';
import { routes as liveMeasureRoutes } from '#areas/report/live-measures/routes.tsx';
import { routes as statementRoutes } from '#areas/report/statements/routes.tsx';
import { routes as manuscriptRoutes } from '#areas/report/manuscripts/routes.tsx';
import { routes as publicationRoutes } from '#areas/report/publication/routes.tsx';
import { routes as stateRoutes } from '#areas/report/states/routes.tsx';
import { lawyerPaths, watchPaths } from '#areas/partnerships/paths.ts';
import { unmetMapRoutes } from '#areas/report/unmet/routes.tsx';
import { trainingPaths } from '#areas/training/paths.ts';
import { trainingNotices } from '#areas/training/requirements/notices.ts';
import { buildAssets } from '#ui/assets.ts';
import { Gallery } from '#ui/gallery.tsx';
import { ErrorPage } from '#ui/error-page.tsx';
import { caseRoutes } from './contents/cases.ts';
import { grantRoutes } from './contents/grants.ts';
import { partnershipRoutes } from './contents/partnerships.ts';
import { trainingRoutes } from './contents/training.ts';
import { navigation, publicNavigation } from './navigation.ts';
import { roles } from './roles.ts';
import { siteFooter, siteRoutes } from './site/routes.tsx';

export { roles };

/** The table of contents: one line per slice. */
export const routes: readonly Route[] = [
  ...signInRoutes(roles),
  ...passkeyRoutes,
  ...secondFactorRoutes(roles),
  ...ssoRoutes(roles),
  ...accountRoutes,
  ...invitationRoutes(roles),
  ...homeRoutes(roles, trainingNotices),
  ...inviteRoutes(roles),
  ...organisationRoutes,
  ...peopleRoutes(roles),
  ...operationsRoutes,
  ...editionRoutes,
  ...disclosureRoutes,
  ...manuscriptRoutes,
  ...errataRoutes,
  ...expectationRoutes,
  ...unmetMapRoutes,
  ...dashboardRoutes,
  ...figureRoutes,
  ...liveMeasureRoutes,
  ...statementRoutes,
  ...publicationRoutes,
  ...stateRoutes,
  ...outputRoutes,
  ...documentRoutes,
  ...siteRoutes,
  ...navigatorRoutes,
  ...packetRoutes,
  ...flowRoutes,
  ...retentionRoutes,
  ...deskRoutes,
  ...shiftRoutes,
  ...phraseRoutes,
  ...searchRoutes,
  ...surveyRoutes,
  ...talkRoutes,
  ...attachmentRoutes,
  ...boardRoutes,
  ...riskRoutes,
  ...readRoutes,
  ...linkRoutes,
  ...contactReferralRoutes,
  ...closingRoutes,
  ...transferRoutes,
  ...caseRoutes,
  ...findRoutes,
  ...unmetRoutes,
  ...wordGroupRoutes,
  ...entryPageRoutes(besideEntry),
  ...callRoutes,
  ...mailRoutes,
  ...packetContactRoutes,
  ...lineRoutes,
  ...lineHookRoutes,
  ...lineLinkRoutes,
  ...countRoutes,
  ...placeRoutes(soughtBy),
  ...holidayRoutes,
  ...yearRoutes,
  ...termRoutes,
  ...offerRoutes,
  ...planRoutes,
  ...successionRoutes,
  ...programRoutes,
  ...measureRoutes,
  ...resultRoutes,
  ...voiceRoutes,
  ...pictureRoutes,
  ...problemRoutes,
  ...roundRoutes,
  ...entryRoutes,
  ...workbookRoutes,
  ...worklistRoutes,
  ...serviceRoutes,
  ...previewRoutes,
  ...editRoutes,
  ...versionRoutes,
  ...reviewIntervalRoutes,
  ...directoryOrganisationRoutes,
  ...confirmationRoutes,
  ...openDataRoutes([listEditionData, listGrantData]),
  ...suggestionRoutes,
  ...proposeRoutes,
  ...decisionRoutes,
  ...importRoutes,
  ...freshnessRoutes,
  ...grantRoutes,
  ...trainingRoutes(roles),
  ...partnershipRoutes,
  // Last: it answers whatever nobody else does below its addresses.
  ...hsdsRoutes,
];

/** Every piece of the kit in its states, in development only. */
const gallery = new Routes().get(path('/gallery'), everyone, ({ view, page }) =>
  page(<Gallery view={view} />),
).list;

export async function tsunagi({ db, tools }: { db: Database; tools: Tools }): Promise<App> {
  const { assets, files } = await buildAssets();
  return createApp({
    db,
    tools,
    routes: tools.config.NODE_ENV === 'production' ? routes : [...routes, ...gallery],
    roles,
    navigation,
    publicNavigation,
    publicFooter: [
      ...siteFooter,
      { href: watchPaths.list.to({}), label: { ja: '見守りの気づき', en: 'Watching over' } },
      { href: lawyerPaths.list.to({}), label: { ja: '弁護士の一日相談', en: 'Lawyer days' } },
      { href: trainingPaths.list.to({}), label: { ja: '研修', en: 'Training' } },
      { href: openDataPaths.catalogue.to({}), label: { ja: 'オープンデータ', en: 'Open data' } },
      { href: grantDataPaths.page.to({}), label: { ja: '補助金のデータ', en: 'Data of grants' } },
    ],
    assets,
    assetFiles: files,
    site: () => readSite(db),
    errorPage: (view, kind, id) => <ErrorPage view={view} kind={kind} id={id} />,
    signInUrl: (next) => `/sign-in?next=${encodeURIComponent(next)}`,
  });
}
