import { dayName } from '#platform/dates.ts';
import { defineWords } from '#platform/i18n.ts';

export interface LetterFacts {
  /** Name of the entry, the day by which it should be looked at (null: it was never confirmed), its link. */
  readonly entries: readonly {
    readonly name: string;
    readonly reviewOn: string | null;
    readonly link: string;
  }[];
  /** How many more there are than one letter names. */
  readonly more: number;
  readonly brokenLinks: readonly { readonly name: string; readonly url: string; readonly since: string }[];
  /** The staff page, for those with an account. */
  readonly page: string;
  readonly operator: string;
}

/** Names of entries and links only: a mail lies in inboxes for years, and is read over shoulders. */
export const mailWords = defineWords({
  ja: {
    subject: (count: number) =>
      count > 0 ? `【確認のお願い】支援情報 ${count}件` : '【お知らせ】支援情報のリンク切れ',
    body: ({ entries, more, brokenLinks, page, operator }: LetterFacts) =>
      [
        `${operator}の支援情報に載っている内容について、お願いがあります。`,
        '',
        ...(entries.length > 0
          ? [
              '次の内容が今も正しいか、確かめてください。リンクを開いて「変わりありません」を押すだけです。',
              '時間、電話番号、説明は、その場で直すことができます。サインインはいりません。',
              '',
              ...entries.flatMap(({ name, reviewOn, link }) => [
                `・${name}（${reviewOn ? `確認の期限 ${dayName('ja', reviewOn)}` : 'まだ一度も確認されていません'}）`,
                `　${link}`,
              ]),
              '',
              ...(more > 0 ? [`ほかに${more}件あります。次のお知らせでお送りします。`, ''] : []),
              'リンクは30日間使えます。開けるのは、このメールを受け取った方だけです。転送しないでください。',
              '',
            ]
          : []),
        ...(brokenLinks.length > 0
          ? [
              '次のページは、三晩続けて開けませんでした。新しいアドレスに直してください。',
              '',
              ...brokenLinks.flatMap(({ name, url, since }) => [
                `・${name}（${dayName('ja', since)}から）`,
                `　${url}`,
              ]),
              '',
            ]
          : []),
        `編集担当として登録されている方は、こちらで一覧を見られます：${page}`,
        '',
        'このメールは、支援情報の連絡先として登録されている方に自動でお送りしています。',
      ].join('\n'),
    sealedSubject: '【確認のお願い】非公開の支援情報',
    sealedBody: (count: number, page: string) =>
      [
        `公開していない支援情報が${count}件、確認の時期になりました。`,
        '安全のため、このメールには名前も内容も書いていません。サインインして確かめてください。',
        '',
        page,
      ].join('\n'),
  },
  en: {
    subject: (count: number) =>
      count > 0 ? `Please confirm: ${count} directory entries` : 'Broken links in the directory',
    body: ({ entries, more, brokenLinks, page, operator }: LetterFacts) =>
      [
        `This is about what the directory of ${operator} says of your services.`,
        '',
        ...(entries.length > 0
          ? [
              'Please check that these entries are still right. Open the link and press “Nothing has changed”.',
              'Hours, telephone numbers and texts can be corrected on the spot. No sign-in is needed.',
              '',
              ...entries.flatMap(({ name, reviewOn, link }) => [
                `- ${name} (${reviewOn ? `by ${dayName('en', reviewOn)}` : 'never confirmed yet'})`,
                `  ${link}`,
              ]),
              '',
              ...(more > 0 ? [`There are ${more} more; they will be in the next letter.`, ''] : []),
              'The links work for 30 days, for whoever has this mail. Please do not forward it.',
              '',
            ]
          : []),
        ...(brokenLinks.length > 0
          ? [
              'These pages could not be opened on three nights. Please correct their addresses.',
              '',
              ...brokenLinks.flatMap(({ name, url, since }) => [
                `- ${name} (since ${dayName('en', since)})`,
                `  ${url}`,
              ]),
              '',
            ]
          : []),
        `Editors find the whole list here: ${page}`,
        '',
        'You get this mail because your address is registered for these entries.',
      ].join('\n'),
    sealedSubject: 'Please confirm: entries that are not public',
    sealedBody: (count: number, page: string) =>
      [
        `${count} of your entries that are not public are due for a check.`,
        'For safety this mail says neither their names nor anything else. Please sign in to see them.',
        '',
        page,
      ].join('\n'),
  },
});
