import { defineWords } from '#platform/i18n.ts';

/** Names of the classes of fields, as people choose them. */
export const classWords = defineWords({
  ja: {
    identity: '氏名・生年月日・連絡先',
    place: '住所',
    basic: '困りごと・暮らしの様子・プラン',
    record: '支援の経過',
    health: '健康・障害',
    violence: '暴力・虐待の被害',
    immigration: '在留資格',
    debts: '債務・滞納',
    offence: '犯罪・非行の経歴',
    protected: '秘匿する住所・勤務先',
  },
  en: {
    identity: 'Name, birth, contact',
    place: 'Address',
    basic: 'Worries, daily life, plan',
    record: 'Records of support',
    health: 'Health and disability',
    violence: 'Violence suffered',
    immigration: 'Residence status',
    debts: 'Debts and arrears',
    offence: 'Offences and punishment',
    protected: 'Secret address and workplace',
  },
});
