import type { Form, FormPart } from '../form.ts';
import { field } from './make.ts';

const visitor: FormPart = {
  code: 'visitor',
  name: { ja: '来談者（ご本人以外の場合）', en: 'Who came, if not the person' },
  fields: [
    field(['visitorName', '来談者の氏名', 'Name'], 'text', { class: 'identity', source: 'verified' }),
    field(['visitorPhone', '来談者の電話', 'Telephone'], 'text', { class: 'identity', source: 'verified' }),
    field(['visitorRelation', '本人との関係', 'Relation to the person'], 'text', {
      class: 'identity',
      source: 'verified',
      hint: { ja: '続柄、または「友人」「大家」など', en: 'Mother, friend, landlord …' },
    }),
  ],
};
const request: FormPart = {
  code: 'request',
  name: { ja: 'ご相談されたいこと', en: 'What the person asks for' },
  fields: [
    field(
      ['request', 'ご相談されたいこと、支援にあたっての希望', 'Worries and wishes in their own words'],
      'long',
      {
        source: 'verified',
        why: {
          ja: '本人の言葉で残すと、あとの支援が本人の望みから離れません。',
          en: 'In the person’s own words, so that what follows stays with what they want.',
        },
      },
    ),
  ],
};
const application: FormPart = {
  code: 'application',
  name: { ja: '相談の申込み', en: 'Application' },
  fields: [
    field(['application', '申込み', 'Application'], 'one:application', {
      source: 'verified',
      reported: true,
      why: {
        ja: '申込みがないと、継続した支援とプランに進めません。',
        en: 'Continued support and a plan need an application.',
      },
    }),
    field(['appliedOn', '申込日', 'Day of application'], 'day', { source: 'verified', reported: true }),
    field(
      ['rulesExplained', '個人情報の取扱いを説明した', 'Handling of personal data explained'],
      'one:yes-no',
      {
        source: 'verified',
        why: {
          ja: '説明のない同意は、あとで根拠になりません。',
          en: 'A consent without an explanation is no basis later.',
        },
      },
    ),
  ],
};
const heard: FormPart = {
  code: 'heard',
  name: { ja: '職員が聞き取ること', en: 'What staff ask' },
  fields: [
    field(['job', '仕事', 'Work'], 'one:job', { source: 'verified' }),
    field(['home', '住居', 'Home'], 'one:home', { source: 'verified' }),
    field(['insurance', '健康保険', 'Health insurance'], 'one:insurance', {
      source: 'verified',
      why: {
        ja: '保険がないと受診をためらいます。減免や無料低額診療を案内できます。',
        en: 'Without insurance people put off treatment; there are ways to help.',
      },
    }),
    field(['pension', '年金', 'Pension'], 'one:pension', { source: 'verified' }),
  ],
};
const intake: FormPart = {
  code: 'intake',
  name: { ja: 'インテーク', en: 'Intake' },
  fields: [
    field(['complaint', '本人の主訴・状況', 'What troubles the person, and the situation'], 'long', {
      why: {
        ja: '支えるか、つなぐかを決めるもとになります。',
        en: 'What the decision to support or to pass on stands on.',
      },
    }),
    field(['referredBy', '紹介元', 'Sent by'], 'one:agency', {
      reported: true,
      hint: { ja: '相談経路が「紹介」のとき', en: 'If another body sent the person' },
    }),
    field(['consultedBefore', '相談歴', 'Asked for help before'], 'one:yes-no'),
    field(['consultedWhere', '相談した先と時期', 'Where and when'], 'long'),
  ],
};
const screening: FormPart = {
  code: 'screening',
  name: { ja: 'スクリーニング', en: 'Screening' },
  fields: [
    field(['urgent', '緊急支援の要否', 'Help needed at once'], 'one:yes-no', {
      reported: true,
      why: {
        ja: '今夜の食事・寝る場所・身の安全は、プランを待ちません。',
        en: 'Food, a bed and safety tonight do not wait for a plan.',
      },
    }),
    field(['urgentUsed', '緊急的に利用した事業', 'Help used before a plan'], 'many:urgent-program', {
      reported: true,
    }),
    field(['handedTo', 'つなぎ先', 'Handed to'], 'many:agency', {
      reported: true,
      hint: {
        ja: 'つないだ場合。依頼は「つなぐ」から送ります',
        en: 'If passed on; requests are sent by a referral',
      },
    }),
    field(['handedHow', 'つなぎの方法', 'How'], 'many:handover', { reported: true }),
    field(['screeningReason', '判断の理由', 'Why it was decided so'], 'long'),
  ],
};

/** 様式1 and the first sheet of 様式2. */
export const intakeForms: readonly Form[] = [
  {
    code: 'reception',
    number: '1',
    name: { ja: '相談受付・申込票', en: 'Reception and application' },
    parts: [visitor, request, application, heard],
  },
  {
    code: 'intake',
    number: '2',
    name: { ja: 'インテーク・スクリーニング', en: 'Intake and screening' },
    parts: [intake, screening],
  },
];
