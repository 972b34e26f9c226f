import { worryTerms } from '#areas/directory/index.ts';
import type { FormList } from '../form.ts';
import { list } from './make.ts';

/** 相談受付・申込票 and スクリーニング. */
export const receptionLists: readonly FormList[] = [
  list(['sex', '性別', 'Sex'], 'verified', [
    ['male', '男性', 'Male'],
    ['female', '女性', 'Female'],
    ['other', 'その他', 'Other'],
    ['not-said', '答えたくない・聞いていない', 'Not said', { source: 'local' }],
  ]),
  list(
    ['worry', 'ご相談の内容', 'Worries'],
    'verified',
    worryTerms.map(({ code, name }) => [code, name.ja, name.en]),
  ),
  list(['route', '相談経路', 'How the person came'], 'memory', [
    ['self-visit', '本人自ら連絡（来所）', 'By themselves, in person'],
    [
      'self-phone',
      '本人自ら連絡（電話・メール）',
      'By themselves, by phone or mail',
      { also: ['self', 'web', 'print'] },
    ],
    ['family-visit', '家族・知人から連絡（来所）', 'By family or friends, in person'],
    [
      'family-phone',
      '家族・知人から連絡（電話・メール）',
      'By family or friends, by phone or mail',
      { also: ['family'] },
    ],
    ['outreach', '自立相談支援機関がアウトリーチして把握', 'Found by outreach'],
    ['office', '関係機関・関係者からの紹介', 'Sent by another body'],
    ['unknown', 'その他・不明', 'Other or not known'],
  ]),
  list(['application', '相談の申込み', 'Application'], 'local', [
    ['signed', '署名をもらった', 'Signed'],
    ['spoken', '口頭で申し込んだ', 'By word of mouth'],
    ['not-yet', 'まだ申し込んでいない', 'Not yet'],
  ]),
  list(['yes-no', '有無', 'Yes or no'], 'memory', [
    ['no', '無', 'No'],
    ['yes', '有', 'Yes'],
  ]),
  // The published draft's fourth entries of `job` and `home` are not legible: a prefecture adds them here.
  list(['job', '仕事（受付）', 'Work (reception)'], 'verified', [
    ['regular', '正社員・公務員', 'Regular employee, public servant'],
    ['temporary', '臨時職員・パート・アルバイト・派遣社員', 'Temporary, part-time or dispatched'],
    ['own', '自営業・家族従業者・内職', 'Self-employed, family business, piecework'],
    ['pension', '年金生活', 'Living on a pension'],
    ['none', '失業・休職中', 'Out of work or on leave'],
    ['other', 'その他', 'Other'],
  ]),
  list(['home', '住居（受付）', 'Home (reception)'], 'verified', [
    ['own', '持家', 'Owned'],
    ['rented', '借家', 'Rented'],
    ['public', '公営住宅', 'Public housing'],
    ['company', '会社寮・借上げ住宅', 'Company housing'],
    ['street', '野宿', 'Sleeping rough'],
    ['other', 'その他', 'Other'],
  ]),
  list(['insurance', '健康保険', 'Health insurance'], 'memory', [
    ['employees', '社会保険（健康保険）', 'Employees’ insurance', { source: 'verified' }],
    ['national', '国民健康保険', 'National health insurance', { source: 'verified' }],
    ['elderly', '後期高齢者医療', 'Insurance for those of 75 and over'],
    ['none', '加入していない', 'None'],
    ['unknown', '不明', 'Not known'],
  ]),
  list(['pension', '年金', 'Pension'], 'verified', [
    ['receiving', '受給中', 'Receiving'],
    ['insured', '加入', 'Insured'],
    ['none', '加入していない', 'Not insured', { source: 'memory' }],
    ['unknown', '不明', 'Not known', { source: 'memory' }],
  ]),
  list(['screening', 'スクリーニングの結果', 'Result of the screening'], 'memory', [
    ['informed', '情報提供や相談対応のみで終了', 'Ended with information or advice'],
    [
      'passed-on',
      '他の制度や専門機関で対応が可能であり、つなぐ',
      'Another program or body can help: passed on',
    ],
    [
      'toward-consent',
      '現時点では本人同意はとれていないが、引き続き同意に向けて取り組む',
      'No consent yet; work toward it goes on',
    ],
    ['supported', '自立相談支援機関が継続支援し、プランを策定する', 'Supported here, with a plan'],
    [
      'ended-before',
      'スクリーニング判断前に中断・終了（連絡がとれない・転居等）',
      'Ended before it could be decided',
    ],
  ]),
  list(['handover', 'つなぎの方法', 'How it was handed on'], 'memory', [
    ['informed', '情報提供', 'The person was told'],
    ['phone', '電話', 'By telephone'],
    ['accompanied', '同行', 'Accompanied'],
  ]),
  list(['urgent-program', '緊急的に利用した事業', 'Help before a plan'], 'memory', [
    ['housing-benefit', '住居確保給付金', 'Housing security benefit'],
    ['shelter', '居住支援事業（シェルター）', 'Shelter'],
    ['food', '食料の提供', 'Food', { source: 'local' }],
    ['loan', '生活福祉資金（緊急小口資金等）', 'Emergency small loan'],
    ['other', 'その他', 'Other'],
  ]),
];
