import { defineWords } from '#platform/i18n.ts';

export const words = defineWords({
  ja: {
    homeTitle: (headquarters: string) => `${headquarters}の取組み`,
    homeLead: (operator: string) =>
      `くらしに困っている方を支えるために${operator}の各局が行ったことと、その結果を、数字と言葉で公表しています。`,
    newest: '新しい報告',
    allReports: 'すべての年度の報告を見る',
    noReports: '公表された報告は、まだありません。',
    find: '数字を探す',
    findLabel: '事業や項目の名前',
    findHint: '例：相談 LINE',
    search: '探す',
    promises: '数字についての約束',
    promise: {
      path: 'どの数字にも、事業、担当する局、単位、出典を付けています。',
      frozen: '公表した版は書き換えません。後から直したときは、訂正前の値と理由を並べて示します。',
      open: 'すべての数字を、誰でも使える表（CSV）で配っています。',
    },
    about: 'このサイトについて',
    aboutLead: (operator: string, headquarters: string) =>
      `このサイトは、${operator}の${headquarters}が、取組みの計画と結果を公表するためのものです。`,
    howTitle: '数字が公表されるまで',
    how: {
      bureau: '事業を担当する局が、数字と文章を報告します。',
      check: '本部の事務局が確かめ、足りないところは局に戻します。',
      second: '版を作った人とは別の人が、内容を見て承認します。',
      frozen: '承認された版は、その日付と検証値とともに公表され、二度と書き換えられません。',
    },
    errataTitle: '間違いがあったとき',
    errata: '公表した後で間違いが見つかったときは、元の値を残したまま、正しい値、日付、理由を示します。',
    reuseTitle: '数字を使うとき',
    reuse:
      '年度ごとの表（CSV）には、事業と項目の番号、期間、値、出典、版が入っています。使うときは、版の番号も記してください。',
    softwareTitle: 'このサイトを動かしているもの',
    software: '「つなぎ」（Tsunagi）という、公開されたソフトウェア（MITライセンス）で動いています。',
    contactTitle: 'お問い合わせ',
    contact: (operator: string, headquarters: string) =>
      `内容についてのお問い合わせは、${operator}（${headquarters}の事務局）へお寄せください。`,
    demoTitle: '見本のサイトです',
    demo: 'このサイトは、使い方を示すための見本です。人物、電話番号、「例示」と付いた事業とその数字は架空のものです。',
    accessibility: 'アクセシビリティについて',
    accessibilityLead:
      '障害のある方、高齢の方、日本語に慣れていない方を含め、誰もが使えるサイトを目指しています。',
    aimTitle: '目標',
    aim: 'ウェブの国際的な指針であるWCAG 2.2（日本ではJIS X 8341-3が対応します）のレベルAAを満たすことを目標にしています。',
    stateTitle: 'いまの状況',
    state:
      '変更のたびに、自動の検査で主なページを確かめています。自動の検査で見つけられるのは一部の問題だけで、人による全項目の試験はまだ終えていません。そのため、「準拠」とは表明していません。',
    doneTitle: '行っていること',
    done: {
      keyboard: 'すべての操作がキーボードだけでできます。',
      script: 'スクリプトを使わない設定でも、すべてのページを読み、操作できます。',
      zoom: '文字を大きくしても、幅のせまい画面でも、内容が欠けません。',
      charts: 'グラフには、同じ数字の表と言葉での説明を付けています。色だけで意味を伝えません。',
      english: '画面の言葉はすべて日本語と英語で用意しています。',
    },
    limitsTitle: 'まだできていないこと',
    limits: {
      japanese: '局が書いた文章は、英語の画面でも日本語のまま表示します。',
      easy: 'やさしい日本語とふりがなは、まだ用意していません。',
    },
    reportTitle: '困ったときは',
    report: (operator: string) =>
      `読めない、操作できないところがあれば、${operator}へお知らせください。別の方法でお伝えすることもできます。`,
    privacy: '個人情報の取扱い',
    privacyLead: '公開しているページは、名前を言わず、登録もせずに見られます。',
    cookiesTitle: 'クッキー',
    cookies:
      '公開しているページを見るだけなら、クッキーは使いません。職員がサインインするときは、本人を確かめるためのクッキーを使います。',
    othersTitle: '外部への通信',
    others:
      'ページを表示するとき、ほかの会社のサーバーと通信することはありません。閲覧を追跡する仕組みもありません。「すぐ離れる」を押したときだけ、外部の天気予報のページに移ります。このサイトから来たことは伝えません。',
    logsTitle: '記録',
    logs: 'このソフトウェアが記録するのは、見られたページの種類、結果、かかった時間だけです。探した言葉や接続元の番号は記録しません。サーバーの前に置かれた設備の記録は、運営者の定めによります。',
    voicesTitle: '公表する声と写真',
    voices: '取組みに関わった方の声は、同意を得て、立場だけを示して載せています。名前は載せません。',
    staffTitle: '職員の情報',
    staff: '職員の操作は、誰がいつ何をしたかを確かめられるように記録しています。',
  },
  en: {
    homeTitle: (headquarters: string) => `The work of the ${headquarters}`,
    homeLead: (operator: string) =>
      `What the bureaus of ${operator} do to support people in hardship and what comes of it, in numbers and words.`,
    newest: 'New reports',
    allReports: 'See the reports of all years',
    noReports: 'No report has been published yet.',
    find: 'Find a figure',
    findLabel: 'Program or measure',
    findHint: 'For example: 相談 LINE',
    search: 'Search',
    promises: 'What we promise about figures',
    promise: {
      path: 'Every figure comes with its program, bureau, unit and source.',
      frozen:
        'A published edition is never rewritten. A later correction stands beside the old value, with its reason.',
      open: 'All figures are given away as a table (CSV) that anybody may use.',
    },
    about: 'About this site',
    aboutLead: (operator: string, headquarters: string) =>
      `On this site the ${headquarters} of ${operator} publishes what it plans and what came of it.`,
    howTitle: 'How a figure becomes public',
    how: {
      bureau: 'The bureau that runs a program reports its figures and words.',
      check: 'The secretariat checks them and returns what is incomplete.',
      second: 'Somebody other than those who made the edition reads and approves it.',
      frozen: 'The approved edition is published with its date and check value and never rewritten.',
    },
    errataTitle: 'When something was wrong',
    errata:
      'The value as published stays, with the right value, the date and the reason of the correction beside it.',
    reuseTitle: 'Using the figures',
    reuse:
      'The yearly table (CSV) holds ids of program and measure, period, value, source and edition. Please name the edition when you use it.',
    softwareTitle: 'What runs this site',
    software: '“Tsunagi”, open-source software under the MIT licence.',
    contactTitle: 'Contact',
    contact: (operator: string, headquarters: string) =>
      `Questions about the content go to ${operator} (secretariat of the ${headquarters}).`,
    demoTitle: 'This site is a sample',
    demo: 'It shows how the system works. People, telephone numbers and the programs marked “Example” with their figures are invented.',
    accessibility: 'Accessibility',
    accessibilityLead:
      'This site is meant for everybody, with or without a disability, of any age and any command of Japanese.',
    aimTitle: 'Aim',
    aim: 'Level AA of the international guidelines WCAG 2.2 (in Japan, JIS X 8341-3 corresponds to them).',
    stateTitle: 'Where it stands',
    state:
      'The main pages are checked automatically with every change. Automatic checks find only some problems, and a full test by people has not been done yet, so no conformance is claimed.',
    doneTitle: 'What is done',
    done: {
      keyboard: 'Everything can be done with a keyboard alone.',
      script: 'Every page can be read and used with scripts turned off.',
      zoom: 'Nothing is lost with large text or on a narrow screen.',
      charts:
        'Charts come with a table of the same numbers and a description. No meaning rests on colour alone.',
      english: 'All words of the interface exist in Japanese and English.',
    },
    limitsTitle: 'What is missing',
    limits: {
      japanese: 'Texts written by the bureaus are in Japanese on the English pages too.',
      easy: 'There is no plain Japanese with reading aids yet.',
    },
    reportTitle: 'If something does not work for you',
    report: (operator: string) =>
      `Tell ${operator} what you cannot read or use. The content can be given to you in another way.`,
    privacy: 'Privacy',
    privacyLead: 'Public pages are read without a name and without registration.',
    cookiesTitle: 'Cookies',
    cookies: 'Reading public pages sets no cookie. Staff who sign in get one that says who they are.',
    othersTitle: 'Other servers',
    others:
      'No page talks to the server of another company, and nothing follows what you read. Only “Leave now” leads to a weather forecast on another site, which is not told where you came from.',
    logsTitle: 'Logs',
    logs: 'This software records the kind of page, its outcome and how long it took, and neither what was searched for nor addresses. What stands before the server keeps records by the rules of its operator.',
    voicesTitle: 'Published voices and pictures',
    voices: 'Voices of people involved are shown with their consent and by their role only, never by name.',
    staffTitle: 'Staff',
    staff: 'What staff do is recorded, so that it can be told who did what and when.',
  },
});
