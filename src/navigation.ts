import { operationsPaths } from '#platform/operations/paths.ts';
import { operate } from '#platform/operations/access.ts';
import { managePeople } from '#platform/people/access.ts';
import { paths as peoplePaths } from '#platform/people/paths.ts';
import type { AppParts } from '#platform/web/app.ts';
import { can as canCarry } from '#areas/cases/access.ts';
import { casePaths, formPaths, statisticsPaths, viewPaths } from '#areas/cases/paths.ts';
import { can as canConsult } from '#areas/consultations/access.ts';
import { deskPaths } from '#areas/consultations/paths.ts';
import { can as canDirectory } from '#areas/directory/index.ts';
import { findPaths, navigatorPaths, staffDirectoryPaths } from '#areas/directory/paths.ts';
import { can as canGrant } from '#areas/grants/access.ts';
import { awardPaths, benefitPaths, callPaths, callStaffPaths, settlementPaths } from '#areas/grants/paths.ts';
import { can as canPartner } from '#areas/partnerships/access.ts';
import {
  fieldSurveyPaths,
  memberPaths,
  partnershipPaths,
  placeStaffPaths,
  workplacePaths,
  watchStaffPaths,
} from '#areas/partnerships/paths.ts';
import { can as canProgram } from '#areas/programs/index.ts';
import { collectionPaths, yearPaths } from '#areas/programs/paths.ts';
import { can as canReport } from '#areas/report/access.ts';
import { reportPaths, staffReportPaths } from '#areas/report/paths.ts';
import { can as canTrain } from '#areas/training/access.ts';
import { staffTrainingPaths } from '#areas/training/paths.ts';

/** Shown on staff pages to those who hold the permission. */
export const navigation: AppParts['navigation'] = [
  {
    href: deskPaths.home.to({}),
    label: { ja: '相談', en: 'Consultations' },
    permission: canConsult.listDesks,
  },
  {
    href: casePaths.list.to({}),
    label: { ja: '支援ケース', en: 'Cases' },
    permission: canCarry.readCases,
  },
  {
    href: awardPaths.list.to({}),
    label: { ja: '交付決定と実績報告', en: 'Awards and reports' },
    permission: canGrant.readReport,
  },
  {
    href: settlementPaths.returns.to({}),
    label: { ja: '返還の入金', en: 'Returned money' },
    permission: canGrant.receiveRefund,
  },
  {
    href: benefitPaths.list.to({}),
    label: { ja: '個人への給付', en: 'Benefits' },
    permission: canGrant.readBenefits,
  },
  {
    href: workplacePaths.home.to({}),
    label: { ja: '就労訓練', en: 'Work training' },
    permission: canPartner.readWorkplaces,
  },
  {
    href: statisticsPaths.year.to({}),
    label: { ja: '支援の統計', en: 'Statistics of support' },
    permission: canCarry.readStatistics,
  },
  {
    href: viewPaths.views.to({}),
    label: { ja: '閲覧の記録', en: 'Who looked' },
    permission: canCarry.readViews,
  },
  {
    href: callStaffPaths.home.to({}),
    label: { ja: '補助金・給付', en: 'Grants and benefits' },
    permission: canGrant.seeGrants,
  },
  {
    href: fieldSurveyPaths.list.to({}),
    label: { ja: '実態調査', en: 'Field surveys' },
    permission: canPartner.readSurveys,
  },
  {
    href: partnershipPaths.home.to({}),
    label: { ja: '連携', en: 'Together' },
    permission: canPartner.seePartnerships,
  },
  {
    href: staffDirectoryPaths.home.to({}),
    label: { ja: '支援情報', en: 'Directory' },
    permission: canDirectory.readEntries,
  },
  {
    href: placeStaffPaths.list.to({}),
    label: { ja: '居場所の運営', en: 'Running a place' },
    permission: canPartner.operatePlace,
  },
  {
    href: watchStaffPaths.home.to({}),
    label: { ja: '見守りネットワーク', en: 'Watch-over network' },
    permission: canPartner.keepWatch,
  },
  {
    href: deskPaths.allCounts.to({}),
    label: { ja: '相談の数', en: 'Numbers of consultations' },
    permission: canConsult.readAllCounts,
  },
  {
    href: yearPaths.home.to({}),
    label: { ja: '本部の一年', en: 'The headquarters’ year' },
    permission: canProgram.readPrograms,
  },
  {
    href: collectionPaths.rounds.to({}),
    label: { ja: '実績の照会', en: 'Collection rounds' },
    permission: canProgram.readRound,
  },
  {
    href: formPaths.years.to({}),
    label: { ja: '支援ケースの様式', en: 'Forms of cases' },
    permission: canCarry.editForms,
  },
  {
    href: staffReportPaths.home.to({}),
    label: { ja: '報告の公表', en: 'Publishing reports' },
    permission: canReport.readEditions,
  },
  {
    href: staffReportPaths.headquarters.to({}),
    label: { ja: '月のまとめ', en: 'The month' },
    permission: canReport.readDashboard,
  },
  {
    href: staffReportPaths.unmet.to({}),
    label: { ja: '届かなかった支援', en: 'Unmet needs' },
    permission: canReport.readUnmetMap,
  },
  {
    href: staffTrainingPaths.courses.to({}),
    label: { ja: '研修の運営', en: 'Keeping trainings' },
    permission: canTrain.keepCourses,
  },
  {
    href: staffTrainingPaths.requirements.to({}),
    label: { ja: '受講の要件', en: 'Required courses' },
    permission: canTrain.keepRequirements,
  },
  {
    href: staffTrainingPaths.figures.to({}),
    label: { ja: '研修の数', en: 'Numbers of training' },
    permission: canTrain.readFigures,
  },
  {
    href: staffTrainingPaths.own.to({}),
    label: { ja: '研修を受ける', en: 'Training' },
    permission: canTrain.readOwn,
  },
  {
    href: peoplePaths.people.to({}),
    label: { ja: '利用者と組織', en: 'People and organisations' },
    permission: managePeople,
  },
  { href: operationsPaths.deadJobs.to({}), label: { ja: '運用', en: 'Operations' }, permission: operate },
];

export const publicNavigation: AppParts['publicNavigation'] = [
  { href: findPaths.find.to({}), label: { ja: '探す', en: 'Find help' } },
  { href: navigatorPaths.start.to({}), label: { ja: '相談先の案内', en: 'Guide' } },
  { href: findPaths.places.to({}), label: { ja: '居場所', en: 'Places' } },
  { href: callPaths.list.to({}), label: { ja: '補助金', en: 'Grants' } },
  { href: memberPaths.list.to({}), label: { ja: '連携', en: 'Together' } },
  { href: reportPaths.reports.to({}), label: { ja: '報告', en: 'Reports' } },
];
