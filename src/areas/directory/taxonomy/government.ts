import { plain, type Term } from './term.ts';

/** お困りごと of the service catalogue (GIF 491-1). */
export const needTerms: readonly Term[] = [
  plain('housing', '住まい', 'Housing'),
  plain('work', '仕事', 'Work'),
  plain('medical-welfare', '医療福祉', 'Health and welfare'),
  plain('children', '子育て・教育', 'Children and education'),
  plain('money', 'お金', 'Money'),
  plain('other-life', 'その他暮らし', 'Other matters of life'),
];

/** サービス種別 of GIF 491-1. */
export const serviceTypeTerms: readonly Term[] = [
  plain('notification', '届出', 'Notification'),
  plain('allowance', '手当・助成金', 'Allowance or grant'),
  plain('support', '支援サービス', 'Support'),
  plain('class', '教室・講習会', 'Class or course'),
  plain('event', 'イベント', 'Event'),
  plain('consultation', '相談', 'Consultation'),
  plain('facility', '施設', 'Facility'),
  plain('information', '情報提供', 'Information'),
  plain('notice', 'お知らせ', 'Notice'),
];

/** 受益者 of GIF 491-1. */
export const beneficiaryTerms: readonly Term[] = [
  plain('expecting', '妊産婦', 'Expecting and new mothers'),
  plain('raising-children', '子育て中', 'Raising children'),
  plain('single-parent', 'ひとり親', 'Single parents'),
  plain('student', '学生', 'Students'),
  plain('single', '独身者', 'Single people'),
  plain('job-seeker', '求職者', 'Job seekers'),
  plain('employed', '就業者', 'People at work'),
  plain('elderly', '高齢者', 'Older people'),
  plain('bereaved', '遺族・遺児', 'The bereaved'),
  plain('disaster', '被災者', 'People hit by a disaster'),
  plain('crime', '犯罪被害者', 'Victims of crime'),
  plain('foreign', '外国人', 'Foreign residents'),
  plain('child', '子ども', 'Children'),
  plain('premature', '未熟児', 'Premature babies'),
  plain('disabled-child', '障がい児', 'Children with disabilities'),
  plain('cared-for', '被介護者', 'People who need care'),
  plain('disabled', '障がい者', 'People with disabilities'),
  plain('pet-owner', 'ペットの飼い主', 'Pet owners'),
];
