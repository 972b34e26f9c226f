import type { Text } from '#platform/i18n.ts';
import { newLifeRules, youthRules } from '#areas/grants/benefits/fixtures.ts';
import type { BenefitTerms } from '#areas/grants/benefits/terms.ts';
import { oneShotTerms, subsidyTerms } from '#areas/grants/calls/fixtures.ts';
import type { CallTerms } from '#areas/grants/calls/terms.ts';

const text = (ja: string, en: string): Text => ({ ja, en });
const contact: CallTerms['contact'] = {
  name: text('福祉子どもみらい局 補助金の窓口（例示）', 'Grants desk of the welfare bureau (example)'),
  phone: '045-000-0001',
  mail: 'hojo@example.jp',
};

type Window = { readonly opensOn: string; readonly closesOn: string };

function forPersons(
  window: Window,
  benefit: BenefitTerms,
  said: { name: Text; summary: Text; whoFor: Text; most: number },
): CallTerms {
  const { most, ...words } = said;
  return {
    ...oneShotTerms(window.opensOn),
    ...words,
    windows: [window],
    firstCome: false,
    unit: 'person',
    amount: { kind: 'fixed', yen: most },
    eligibility: [],
    questions: [
      {
        code: 'why',
        kind: 'text',
        label: text('どんなことに使いますか', 'What is it for?'),
        required: true,
      },
    ],
    papers: [],
    conditions: [
      text(
        '受け取ったことがわかる受領書を出し、その後の様子を報告すること',
        'Show the receipt and tell what came of it',
      ),
    ],
    benefit,
    contact,
  };
}

export function youthTerms(window: Window): CallTerms {
  return forPersons(window, youthRules, {
    name: text('子ども・若者未来応援（巣立ちの給付）', 'For the start of young people'),
    summary: text(
      '受験、一人暮らし、就職活動など、巣立つときの最初の費用を、連携団体を通じて届けます。',
      'The first costs of exams, a home or finding work, passed on by a group that stays with them.',
    ),
    whoFor: text(
      '39歳以下で、県内に住む・通う（またはその予定の）方。連携団体と一緒に申請します。',
      'People up to 39 who live, study or work here, together with a partner group.',
    ),
    most: 50_000,
  });
}

export function newLifeTerms(window: Window): CallTerms {
  return forPersons(window, newLifeRules, {
    name: text('新生活応援（家具・家電等の購入費）', 'Things for a new home'),
    summary: text(
      '住まいを失った方が新しい部屋で暮らし始めるとき、寝具・照明・カーテンの半額と、分割払いの利息を補助します。',
      'Half of bedding, lamps and curtains, and the interest of instalments, for who begins again in a new home.',
    ),
    whoFor: text(
      '県内の自立相談支援機関のプランで支援を受けている方。支援員と一緒に申請します。',
      'People supported under a plan of a livelihood desk, together with its worker.',
    ),
    most: 120_000,
  });
}

const answer = (code: string, ja: string, en: string, otherwise: Text) => ({
  code,
  label: text(ja, en),
  passes: 'yes' as const,
  otherwise,
});

const cooperationEligibility: CallTerms['eligibility'] = [
  answer(
    'site',
    '県内に事務所や相談室がありますか（公園での仮設は含みません）',
    'Is there an office or room in the prefecture?',
    text('拠点のある都道府県の窓口にご相談ください。', 'Ask the prefecture in which your site is.'),
  ),
  answer(
    'often',
    '月2回以上、1年以上続けていますか',
    'Twice a month for a year or more?',
    text(
      '続けてきた記録がそろってから、次の募集でご応募ください。',
      'Apply in the next call, when a year is complete.',
    ),
  ),
  answer(
    'partner',
    '県内の自治体と連携していますか',
    'Do you work with a municipality here?',
    text(
      '先に、市町村の自立相談支援窓口にご相談ください。',
      'Speak with the livelihood desk of your municipality first.',
    ),
  ),
  answer(
    'listed',
    'このサイトの支援団体に登録していますか',
    'Are you in the directory of this site?',
    text('「掲載を提案する」から登録できます。', 'You can propose your group for the directory.'),
  ),
];

/** 生活困窮者支援団体応援協力金 of FY2022, as it would be opened today: 120,000 yen, once for each municipality. */
export function cooperationTerms(today: string, window: Window): CallTerms {
  return {
    ...oneShotTerms(today),
    windows: [window],
    name: text(
      '生活困窮者支援団体応援協力金',
      'Cooperation money for groups that support people in hardship',
    ),
    summary: text(
      '食料の提供、炊き出し、見回りなどをする団体に、1団体12万円（拠点が複数あるときは市区町村ごとに一つ）をお支払いします。',
      '120,000 yen for a group that gives food, cooks or goes round; with several sites, once for each municipality.',
    ),
    whoFor: text(
      '県内に拠点があり、月2回以上・1年以上の実績がある団体',
      'Groups with a site here, active twice a month for a year or more',
    ),
    eligibility: cooperationEligibility,
    questions: [
      ...oneShotTerms(today).questions,
      {
        code: 'certification',
        kind: 'line',
        label: text(
          '就労訓練事業所の認定（認定を受けているとき）',
          'Certification as a workplace, if there is one',
        ),
        required: false,
      },
    ],
    contact,
  };
}

export function cafeteriaTerms(today: string, window: Window): CallTerms {
  return { ...subsidyTerms(today), windows: [window], contact };
}
