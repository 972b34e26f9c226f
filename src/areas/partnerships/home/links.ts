import type { Permission } from '#platform/access.ts';
import type { Text } from '#platform/i18n.ts';
import { can } from '../access.ts';
import {
  exchangeStaffPaths,
  fieldSurveyPaths,
  groupPaths,
  matchOfficePaths,
  matchPaths,
  meetingStaffPaths,
  memberStaffPaths,
  partnershipRetentionPaths,
  placeStaffPaths,
  watchStaffPaths,
  workplacePaths,
} from '../paths.ts';

interface AreaLink {
  readonly href: string;
  readonly label: Text;
  readonly about: Text;
  readonly permission: Permission;
}

/** What the start page of the area leads to: one entry for each slice, shown to whoever holds its permission. */
export const areaLinks: readonly AreaLink[] = [
  {
    href: matchPaths.list.to({}),
    label: { ja: 'マッチング', en: 'Matches' },
    about: { ja: '申し出への返事、合意、受け取り、お礼。', en: 'Answer, agree, receive, thank.' },
    permission: can.readMatches,
  },
  {
    href: exchangeStaffPaths.list.to({}),
    label: { ja: '求めること・できること', en: 'Needs and offers' },
    about: { ja: '書く、公開する、休む、合う相手を見る。', en: 'Write, publish, pause, see who fits.' },
    permission: can.readExchange,
  },
  {
    href: matchOfficePaths.home.to({}),
    label: { ja: '連携の見守り', en: 'Looking after matches' },
    about: {
      ja: '相手のないニーズ、止まったやりとり、返事のきまり。',
      en: 'What found nobody, what stands still, the rules of answering.',
    },
    permission: can.watchMatches,
  },
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
  {
    href: placeStaffPaths.list.to({}),
    label: { ja: '居場所の運営', en: 'Running a place' },
    about: {
      ja: '今日あけるか、予定、募集、来た人の数。',
      en: 'Open today or not, sessions, what is sought, visitors.',
    },
    permission: can.operatePlace,
  },
  {
    href: placeStaffPaths.overview.to({}),
    label: { ja: '居場所の状況', en: 'How places stand' },
    about: { ja: '県内の居場所の開催と書類。', en: 'Sessions and papers of all places.' },
    permission: can.watchPlaces,
  },
  {
    href: workplacePaths.home.to({}),
    label: { ja: '就労訓練', en: 'Work training' },
    about: { ja: '事業所の認定と、一人ひとりの訓練。', en: 'Workplaces, and the training of each person.' },
    permission: can.readWorkplaces,
  },
  {
    href: fieldSurveyPaths.list.to({}),
    label: { ja: '実態調査', en: 'Field surveys' },
    about: { ja: '電波のないところでも答えを集めます。', en: 'Collected also without a network.' },
    permission: can.readSurveys,
  },
  {
    href: partnershipRetentionPaths.retention.to({}),
    label: { ja: '保存と消去', en: 'Keeping and erasing' },
    about: {
      ja: '名前や言葉を何日残すか、何を消したか。',
      en: 'How long names and words stay, and what went.',
    },
    permission: can.readRetention,
  },
];
