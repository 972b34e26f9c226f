import type { Permission } from '#platform/access.ts';
import type { Text } from '#platform/i18n.ts';
import { can } from '../access.ts';
import { groupPaths, meetingStaffPaths, memberStaffPaths, watchStaffPaths } from '../paths.ts';

interface AreaLink {
  readonly href: string;
  readonly label: Text;
  readonly about: Text;
  readonly permission: Permission;
}

/** What the start page of the area leads to: one entry for each slice, shown to whoever holds its permission. */
export const areaLinks: readonly AreaLink[] = [
  {
    href: memberStaffPaths.applications.to({}),
    label: { ja: '入会の申込み', en: 'Applications to join' },
    about: { ja: '申込みを読み、認めるかどうかを決めます。', en: 'Read them and decide.' },
    permission: can.vetMember,
  },
  {
    href: memberStaffPaths.list.to({}),
    label: { ja: '構成員', en: 'Members' },
    about: { ja: '構成員の期間と、公開のページの内容。', en: 'Terms, and what stands on public pages.' },
    permission: can.readMembers,
  },
  {
    href: groupPaths.list.to({}),
    label: { ja: '部会', en: 'Working groups' },
    about: { ja: '参加する、抜ける、会議の記録を読む。', en: 'Join, leave, read the notes.' },
    permission: can.readMembers,
  },
  {
    href: meetingStaffPaths.list.to({}),
    label: { ja: 'パートナーミーティング', en: 'Partner meetings' },
    about: { ja: '参加を申し込む、席を決める、結果を書く。', en: 'Enter, seat, write what came of it.' },
    permission: can.readMembers,
  },
  {
    href: watchStaffPaths.home.to({}),
    label: { ja: '見守りネットワーク', en: 'Watch-over network' },
    about: {
      ja: '協力者、届いた気づき、注意のお知らせ、弁護士の一日相談。',
      en: 'Members, notices of concern, warnings, lawyer days.',
    },
    permission: can.checkWarning,
  },
];
