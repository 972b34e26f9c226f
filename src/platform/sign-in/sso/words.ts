import { defineWords } from '../../i18n.ts';
import type { SsoRefusal } from './actions.ts';

export const refusals = defineWords<Record<SsoRefusal, string>>({
  ja: {
    'sso-unavailable':
      '共通アカウントの仕組みにつながりません。しばらくしてから、またはほかの方法でお試しください。',
    'sso-failed': '共通アカウントでのサインインが完了しませんでした。もう一度お試しください。',
    'sso-unknown':
      'この共通アカウントに当たる利用者がいません。先に招待を受けて登録するか、システム管理者にメールアドレスを確かめてもらってください。',
  },
  en: {
    'sso-unavailable': "Your organisation's account service does not answer. Try later, or another way.",
    'sso-failed': "Signing in with your organisation's account was not completed. Please try again.",
    'sso-unknown':
      'Nobody here belongs to this account. Accept your invitation first, or let an administrator check your e-mail address.',
  },
});
