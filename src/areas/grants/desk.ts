import type { Permission, Who } from '#platform/access.ts';
import type { Text } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { can } from './access.ts';
import {
  applicationStaffPaths,
  callStaffPaths,
  letterPaths,
  moneyPaths,
  packPaths,
  paymentPaths,
  retentionPaths,
  reviewPaths,
} from './paths.ts';

interface DeskLink {
  readonly href: string;
  readonly label: Text;
  readonly permission: Permission;
}

/** The lists of the area, in the order in which money goes: a line for each slice that has one. */
const deskLinks: readonly DeskLink[] = [
  { href: callStaffPaths.home.to({}), label: { ja: '募集', en: 'Calls' }, permission: can.readCalls },
  {
    href: applicationStaffPaths.entries.to({}),
    label: { ja: '紙と電話の申請', en: 'Paper and telephone' },
    permission: can.readApplications,
  },
  {
    href: reviewPaths.list.to({}),
    label: { ja: '申請の審査', en: 'Review' },
    permission: can.readApplications,
  },
  { href: packPaths.list.to({}), label: { ja: '決定', en: 'Decisions' }, permission: can.readApplications },
  {
    href: letterPaths.register.to({}),
    label: { ja: '通知書', en: 'Letters' },
    permission: can.readApplications,
  },
  {
    href: reviewPaths.own.to({}),
    label: { ja: '審査のお願い', en: 'Reviews asked of you' },
    permission: can.review,
  },
  { href: paymentPaths.list.to({}), label: { ja: '支払', en: 'Payments' }, permission: can.readPayments },
  {
    href: moneyPaths.list.to({}),
    label: { ja: 'お金の流れ', en: 'Where money goes' },
    permission: can.readMoney,
  },
  {
    href: retentionPaths.overview.to({}),
    label: { ja: '保存と消去', en: 'Keeping and erasing' },
    permission: can.readRetention,
  },
];

/** The lists that somebody may open, as tabs; `current` is the list that is shown. */
export function deskTabs(view: View, who: Who, current: string) {
  return deskLinks
    .filter(({ permission }) => permission.allows(who))
    .map(({ href, label }) => ({
      href: view.href(href),
      label: label[view.lang],
      current: href === current,
    }));
}

/** The way to any staff page of the area. */
export function grantsTrail(view: View): readonly { href: string; label: string }[] {
  const label: Text = { ja: '補助金・給付', en: 'Grants and benefits' };
  return [{ href: view.href(callStaffPaths.home.to({})), label: label[view.lang] }];
}
