import { formatNumber } from '#platform/i18n.ts';
import type { FileRefusal } from '#platform/files/store.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { PhotoRefusal } from './photos/rules.ts';
import type { PostRefusal } from './rules.ts';

const used = (facts: Readonly<Record<string, string | number>>) => Number(facts['used'] ?? 0);

export const refusals: RefusalWords<PostRefusal | PhotoRefusal | FileRefusal> = {
  ja: {
    'step-not-now': '状態が変わったため、いまはこの操作ができません',
    'not-a-member': '公開できるのは、官民連携プラットフォームの構成員だけです',
    'end-before-start': '終わりの日は、始まりの日より後にしてください',
    'end-too-far': ({ days }) => `終わりの日は、今日から${days}日以内にしてください`,
    'end-over': '終わりの日が過ぎています。新しい日にしてください',
    'use-by-over': '期限が過ぎているか、始まりの日より前です',
    'unit-missing': '単位を選んでください',
    'cap-missing': '一か月に受ける申込みの数を入力してください',
    'less-than-used': (facts) =>
      used(facts) > 0
        ? `すでに${formatNumber('ja', used(facts))}の行き先が決まっています`
        : '残りがありません',
    'field-missing': '入力してください',
    'field-wrong': '入力の形が正しくありません',
    'place-unknown': '市区町村を一覧から選び直してください',
    'changed-meanwhile': 'ほかの人が先に直しました。新しい内容を見てから、もう一度直してください',
    'too-many-photos': ({ most }) => `写真は${most}枚までです`,
    'file-empty': '写真を選んでください',
    'file-too-large': ({ megabytes }) => `写真は${megabytes}MBまでです`,
    'file-kind-not-taken': '写真はJPEG、PNG、WebPのどれかにしてください',
  },
  en: {
    'step-not-now': 'It is in another state now, so this cannot be done',
    'not-a-member': 'Only members of the partnership platform can publish',
    'end-before-start': 'The last day must not be before the first',
    'end-too-far': ({ days }) => `The last day must be within ${days} days`,
    'end-over': 'The last day is over. Choose a new one',
    'use-by-over': 'The use-by day is over, or before the first day',
    'unit-missing': 'Choose a unit',
    'cap-missing': 'Enter how many requests you take on in a month',
    'less-than-used': (facts) =>
      used(facts) > 0
        ? `${formatNumber('en', used(facts))} of it are promised already`
        : 'Nothing is left of it',
    'field-missing': 'Fill in this field',
    'field-wrong': 'This is not in the right form',
    'place-unknown': 'Choose the municipality from the list',
    'changed-meanwhile': 'Somebody else changed it first. Look at it, then change it again',
    'too-many-photos': ({ most }) => `Up to ${most} photographs`,
    'file-empty': 'Choose a photograph',
    'file-too-large': ({ megabytes }) => `A photograph may have up to ${megabytes} MB`,
    'file-kind-not-taken': 'A photograph is a JPEG, PNG or WebP file',
  },
};
