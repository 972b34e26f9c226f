import type { Form, FormPart } from '../form.ts';
import { field } from './make.ts';

const family: FormPart = {
  code: 'family',
  name: { ja: '家族・地域・住まい', en: 'Family, neighbourhood, housing' },
  fields: [
    field(['cohabitants', '同居者の人数（本人を除く）', 'Others in the household'], 'number', {
      reported: true,
      hint: { ja: 'いなければ 0', en: '0 if nobody' },
      why: {
        ja: '使える制度の基準が、世帯の人数で変わります。',
        en: 'The limits of many programs depend on the size of the household.',
      },
    }),
    field(['apart', '別居の家族', 'Family elsewhere'], 'one:yes-no'),
    field(['marriage', '婚姻', 'Marriage'], 'one:marriage', { reported: true }),
    field(['children', '子どもの人数', 'Children'], 'number', { reported: true }),
    field(['familyNote', '家族の様子（ジェノグラムの説明など）', 'About the family'], 'long'),
    field(['housing', '住居', 'Housing'], 'one:housing', {
      reported: true,
      earlier: 'reception.home',
      why: {
        ja: '住まいが不安定なら、ほかのことより先に手を打ちます。',
        en: 'Unstable housing comes before everything else.',
      },
    }),
    field(['community', '地域との関係', 'Ties in the neighbourhood'], 'long'),
  ],
};
const health: FormPart = {
  code: 'health',
  name: { ja: '健康・障害', en: 'Health and disability' },
  fields: [
    field(['healthState', '健康状態', 'State of health'], 'one:health-state', {
      class: 'health',
      reported: true,
      why: {
        ja: '無理な計画を立てないために、体とこころの調子を確かめます。',
        en: 'So that the plan asks nothing the body or mind cannot give.',
      },
    }),
    field(['healthHistory', '既往歴・服薬', 'Medical history, medicines'], 'long', { class: 'health' }),
    field(['certificate', '障害者手帳', 'Disability certificate'], 'many:certificate', {
      class: 'health',
      reported: true,
    }),
    field(['certificateGrade', '手帳の等級', 'Grade'], 'text', { class: 'health' }),
    field(['medicalAid', '自立支援医療', 'Medical aid for self-support'], 'one:yes-no', { class: 'health' }),
    field(['insurance', '医療保険', 'Health insurance'], 'one:insurance', {
      reported: true,
      earlier: 'reception.insurance',
    }),
    field(['careLevel', '介護認定', 'Certified need of care'], 'text', { class: 'health' }),
    field(['residence', '在留資格', 'Residence status'], 'text', {
      class: 'immigration',
      source: 'local',
      hint: { ja: '支援に必要なときだけ聞きます', en: 'Ask only if the support needs it' },
    }),
  ],
};
const money: FormPart = {
  code: 'money',
  name: { ja: '収入・公的給付・債務', en: 'Income, benefits, debts' },
  fields: [
    field(['incomeOwn', '本人の月収', 'Own income a month'], 'yen', {
      reported: true,
      why: {
        ja: '減免・給付・貸付のどれを使えるかが決まります。',
        en: 'Decides which reductions, benefits and loans can be used.',
      },
    }),
    field(['incomeHousehold', '世帯の月収', 'Household income a month'], 'yen', { reported: true }),
    field(['savings', '預貯金', 'Savings'], 'yen', { reported: true }),
    field(['taxExempt', '住民税非課税世帯か', 'Exempt from residents’ tax'], 'one:yes-no-unknown', {
      reported: true,
    }),
    field(['benefits', '受給・申請中の公的給付', 'Benefits received or applied for'], 'many:benefit', {
      reported: true,
    }),
    field(['assistance', '生活保護', 'Public assistance'], 'one:assistance', { reported: true }),
    field(['arrears', '滞納', 'Arrears'], 'many:arrears', {
      class: 'debts',
      reported: true,
      why: {
        ja: '電気・水道・家賃が止まる前に、分納や減免を相談できます。',
        en: 'Before supply or tenancy ends, paying by parts can be arranged.',
      },
    }),
    field(['debtTotal', '債務の総額', 'Debts in all'], 'yen', { class: 'debts', reported: true }),
    field(['debtCount', '債務の件数', 'Number of debts'], 'number', { class: 'debts' }),
  ],
};
const work: FormPart = {
  code: 'work',
  name: { ja: '職業・職歴', en: 'Work' },
  fields: [
    field(['workState', '就労状況', 'Work now'], 'one:work-state', {
      reported: true,
      earlier: 'reception.job',
      why: {
        ja: '就労支援の対象になるかと、国への報告のもとになります。',
        en: 'Decides on employment support, and is reported to the state.',
      },
    }),
    field(['employment', '雇用形態', 'Kind of employment'], 'one:employment', { reported: true }),
    field(['sinceJob', '直近の離職からの期間', 'Since the last job'], 'one:since-job', { reported: true }),
    field(['jobWish', '希望職種', 'Work wished for'], 'text'),
    field(['jobHistory', '職歴', 'Work so far'], 'long'),
    field(['licences', '資格（自動車免許ほか）', 'Licences'], 'text'),
    field(['education', '最終学歴', 'Education'], 'one:education', { reported: true }),
  ],
};
const issues: FormPart = {
  code: 'issues',
  name: { ja: '課題と背景要因', en: 'Issues and what lies behind' },
  fields: [
    field(['issues', '課題と背景要因', 'Issues and what lies behind'], 'many:issue', {
      reported: true,
      hint: {
        ja: '本人と一緒に見ながら、あてはまるものをすべて選びます',
        en: 'Look at it together with the person; choose all that apply',
      },
      why: {
        ja: 'プランは、ここで選んだ課題から作ります。',
        en: 'The plan is made from what is chosen here.',
      },
    }),
    field(['issuesOther', 'その他の課題', 'Other issues'], 'text'),
    field(['strengths', '本人の力・使える支え', 'Strengths and what supports the person'], 'long', {
      source: 'local',
      why: {
        ja: '課題だけでなく、本人ができていることからもプランを作ります。',
        en: 'A plan builds on what goes well, not on problems alone.',
      },
    }),
    field(['summary', 'アセスメントのまとめ', 'Summary of the assessment'], 'long', {
      why: {
        ja: '支援調整会議で、関わる人が同じ見立てから始められます。',
        en: 'So that everybody in the support meeting begins with the same view.',
      },
    }),
  ],
};

/** The other sheets of 様式2. */
export const assessmentForm: Form = {
  code: 'assessment',
  number: '2',
  name: { ja: 'アセスメント', en: 'Assessment' },
  parts: [family, health, money, work, issues],
};
