import { tokyoMinute } from '../../dates.ts';
import type { Mail } from '../../mail/outbox.ts';
import type { Site } from '../../web/view.ts';

export interface LinkMail {
  readonly to: string;
  readonly name: string;
  readonly link: string;
  readonly expiresAt: Date;
  readonly site: Site;
}

/** In both languages, because nobody knows yet which one the invited reads. */
export function invitationMail({ to, name, link, expiresAt, site }: LinkMail): Mail {
  const until = tokyoMinute(expiresAt);
  return {
    to,
    subject: `${site.title.ja}への招待 / Invitation to ${site.title.en}`,
    body: `${name} 様

${site.operator.ja}の「${site.title.ja}」を使う担当者として招待されました。
次のリンクを開き、サインインの方法を決めてください。

${link}

このリンクは ${until}（日本時間）まで、1回だけ使えます。
期限が過ぎたときは、招待した方に再送を頼んでください。
心当たりがない場合は、このメールを破棄してください。何も登録されません。

――――
Dear ${name},

you have been invited to work with ${site.title.en} (${site.operator.en}).
Open the link above and choose how you sign in. It works once, until ${until} (Japan time).
If you did not expect this, delete the mail; nothing will be registered.
`,
  };
}

/** For somebody who has a sign-in and lost its password. */
export function passwordMail({ to, name, link, expiresAt, site }: LinkMail): Mail {
  const until = tokyoMinute(expiresAt);
  return {
    to,
    subject: `${site.title.ja}のパスワード再設定 / New password for ${site.title.en}`,
    body: `${name} 様

次のリンクから、新しいパスワードを設定してください。

${link}

このリンクは ${until}（日本時間）まで、1回だけ使えます。
頼んだ覚えがない場合は、何もせずにシステム管理者へお知らせください。いまのパスワードは変わりません。

――――
Dear ${name},

please set a new password through the link above. It works once, until ${until} (Japan time).
If you did not ask for it, do nothing and tell an administrator; your password stays as it is.
`,
  };
}
