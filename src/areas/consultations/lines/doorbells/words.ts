import { defineWords } from '#platform/i18n.ts';

/** What is said through LINE. The notice on a locked screen shows `notice` alone, whatever the message holds. */
export const words = defineWords({
  ja: {
    notice: 'お知らせがあります',
    open: '話す画面をひらく',
    openNow: 'ここをひらく',
    hours: '受付時間',
    place: '順番',
    danger: '緊急の電話番号',
    guide: '困りごとを選ぶ',
    human: '人と話す',
    english: 'English',
    japanese: '日本語',
    welcome: (desk: string) => `${desk}です。つながってくださって、ありがとうございます。`,
    welcomeDoorbell:
      '話の内容がLINEに残らないように、別の画面でお話しします。名前はいりません。下のボタンから、いつでもどうぞ。',
    welcomeDirect: (days: number) =>
      `このままここに書いてください。読むのは相談員と責任者だけです。窓口の記録は、終わってから${days}日で消します。LINEの画面には残りますので、気になるときはご自分で消してください。`,
    entrance: '話す画面をひらけます',
    entranceWords: 'ここに書いてくださった言葉は、窓口には残していません。続きは、次の画面でお話しください。',
    entranceLife: (minutes: number) =>
      `このボタンは${minutes}分のあいだ、一度だけ使えます。あとで使うときは、ここに何か送ってください。`,
    ring: 'お知らせがあります',
    ringWords: 'ボタンを押すと、お知らせを読む画面の入り口が届きます。',
    numbers: 'いますぐ話せる電話番号',
    numbersWords: 'ひとりで抱えなくて大丈夫です。押すと電話がかかります。',
    noTalk: 'いま待っている話はありません。',
    states: {
      bot: 'まだ相談員にはつながっていません。',
      waiting: '相談員を待っています。',
      open: '相談員が読んでいます。',
      ended: '前の話は終わっています。',
    },
    before: (before: number) => (before === 0 ? '次があなたの番です。' : `あなたの前に${before}人います。`),
    left: '窓口が開いたときに読みます。',
    asked: '相談員に知らせました。',
    continued: '続きは、話す画面でお伝えします。',
    sent: {
      sticker: (words: string) => (words ? `（スタンプ：${words}）` : '（スタンプ）'),
      image: '（写真が送られました。内容は受け取っていません）',
      video: '（動画が送られました。内容は受け取っていません）',
      audio: '（音声が送られました。内容は受け取っていません）',
      file: '（ファイルが送られました。内容は受け取っていません）',
      location: '（位置情報が送られました。内容は受け取っていません）',
    },
    sentNotSeen: '写真や音声、ファイルは、こちらでは見られません。言葉で教えてください。',
    crisisWhisper:
      'LINEに、急を要する言葉が届きました。言葉そのものは保存していません。本人には緊急の電話番号と話す画面の入り口を送りました。引き受けて言葉をかけると、LINEに「お知らせがあります」と届きます。',
  },
  en: {
    notice: 'There is a notice for you',
    open: 'Open the page to talk',
    openNow: 'Open',
    hours: 'Hours',
    place: 'My place',
    danger: 'Emergency numbers',
    guide: 'Choose a worry',
    human: 'Talk with a person',
    english: 'English',
    japanese: '日本語',
    welcome: (desk: string) => `This is ${desk}. Thank you for getting in touch.`,
    welcomeDoorbell:
      'So that nothing you say stays with LINE, we talk on another page. No name is needed. Press the button whenever you like.',
    welcomeDirect: (days: number) =>
      `Just write here. Only counsellors and their supervisor read it. The desk erases it ${days} days after the end. It stays on your LINE screen: delete it there if you wish.`,
    entrance: 'You can open the page to talk',
    entranceWords: 'The desk keeps nothing of what you wrote here. Go on talking on the next page.',
    entranceLife: (minutes: number) =>
      `This button works once, for ${minutes} minutes. Send anything here to get another one.`,
    ring: 'There is a notice for you',
    ringWords: 'Press the button to get the way to the page.',
    numbers: 'Numbers you can call now',
    numbersWords: 'You need not carry this alone. Press a number to call.',
    noTalk: 'You are not waiting for anything now.',
    states: {
      bot: 'No counsellor is connected yet.',
      waiting: 'Waiting for a counsellor.',
      open: 'A counsellor is reading.',
      ended: 'The earlier talk has ended.',
    },
    before: (before: number) => (before === 0 ? 'You are next.' : `${before} before you.`),
    left: 'It is read when the desk opens.',
    asked: 'A counsellor has been told.',
    continued: 'We go on on the page to talk.',
    sent: {
      sticker: (words: string) => (words ? `(sticker: ${words})` : '(sticker)'),
      image: '(a picture was sent; it was not fetched)',
      video: '(a video was sent; it was not fetched)',
      audio: '(a voice message was sent; it was not fetched)',
      file: '(a file was sent; it was not fetched)',
      location: '(a location was sent; it was not fetched)',
    },
    sentNotSeen: 'We cannot see pictures, voice messages or files. Please tell us in words.',
    crisisWhisper:
      'Words that cannot wait arrived on LINE. The words themselves were not kept. The person was sent emergency numbers and the way to the page. Take it and write to them: LINE then shows “There is a notice for you”.',
  },
});
