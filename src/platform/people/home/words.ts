import { defineWords } from '../../i18n.ts';

export const words = defineWords({
  ja: {
    title: '業務のホーム',
    nothing: '使える業務がまだありません',
    nothingHelp: '役割が加わると、ここに表示されます。所属する組織のシステム管理者に頼んでください。',
  },
  en: {
    title: 'Your work',
    nothing: 'There is nothing you can work on yet',
    nothingHelp: 'Once a role is added, it appears here. Ask an administrator of your organisation.',
  },
});
