import { defineWords } from '#platform/i18n.ts';
import type { ErrorKind } from '#platform/web/app.ts';
import { ButtonLink } from './form.tsx';
import { PublicFrame } from './frame.tsx';
import { PageHead } from './layout.tsx';
import type { View } from '#platform/web/view.ts';

/** Stands in for the page that was asked for: says what happened and what to do, and never blames. */
export function ErrorPage({ view, kind, id }: { view: View; kind: ErrorKind; id?: string | undefined }) {
  const { title, text } = words[view.lang][kind];
  return (
    <PublicFrame view={view} title={title}>
      <PageHead
        title={title}
        lead={<p>{text}</p>}
        actions={
          <ButtonLink kind="secondary" href={view.href('/')}>
            {words[view.lang].home}
          </ButtonLink>
        }
      />
      {id && (
        <p>
          {words[view.lang].number}
          <code>{id}</code>
        </p>
      )}
    </PublicFrame>
  );
}

const words = defineWords({
  ja: {
    home: 'トップページへ',
    number: 'お問い合わせの際はこの番号をお伝えください：',
    'not-found': {
      title: 'ページが見つかりません',
      text: 'アドレスが変わったか、見ることのできないページです。',
    },
    forbidden: {
      title: 'このページを使う権限がありません',
      text: '必要なときは、所属する組織の管理者に役割の追加を頼んでください。',
    },
    conflict: {
      title: '先にほかの人が変更しました',
      text: '入力した内容はまだ保存されていません。前のページに戻り、最新の内容を確かめてからもう一度お試しください。',
    },
    'too-large': {
      title: '送られたデータが大きすぎます',
      text: '添付ファイルを小さくするか、分けて送ってください。',
    },
    'too-many': {
      title: '少し時間をおいてください',
      text: '短い時間に多くの操作がありました。1分ほど待ってから、もう一度お試しください。',
    },
    broken: {
      title: '申し訳ありません。うまく動きませんでした',
      text: 'こちらの不具合です。入力した内容は、前のページに戻ると残っていることがあります。',
    },
  },
  en: {
    home: 'To the front page',
    number: 'If you contact us, please give this number: ',
    'not-found': { title: 'Page not found', text: 'The address has changed, or this page cannot be seen.' },
    forbidden: {
      title: 'You may not use this page',
      text: 'If you need it, ask the administrator of your organisation to add the role.',
    },
    conflict: {
      title: 'Somebody else has changed this first',
      text: 'What you entered is not saved yet. Go back, look at the newest version and try again.',
    },
    'too-large': {
      title: 'What you sent is too large',
      text: 'Make the attached file smaller, or send it in parts.',
    },
    'too-many': {
      title: 'Please wait a moment',
      text: 'There were many requests in a short time. Wait a minute and try again.',
    },
    broken: {
      title: 'Sorry, this did not work',
      text: 'The fault is ours. What you entered may still be there when you go back.',
    },
  },
});
