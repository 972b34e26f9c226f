import { randomInt } from 'node:crypto';

/** 128 short words that are easily heard, written and told apart: five of them are 35 bits, beside a number of eight digits. */
const words =
  'あさ いけ いし いと いぬ いろ うみ うめ うた えき えだ おか おに おと かい かぎ かさ かぜ かに かみ かめ きく きた きつね きのこ くさ くつ くも くり くるま けむり こい こおり こま ごま さか さくら さけ さる しお しか しま すいか すず すな せみ そら たき たけ たこ たね たび たまご つき つくえ つばめ つる てがみ とけい とびら とら とり なし なつ なべ なみ にじ にわ ねこ ねぎ のり はこ はし はた はち はな はね はる ひがし ひつじ ひばり ひも ふえ ふね ふゆ ふろ へや ほし ほたる ほん まつ まど まめ みかん みず みち みどり みなと むし むら めがね もち もみじ もも もり やね やま ゆき ゆり よる らくだ りす りんご れもん わた わに いちご うさぎ かえる こども さかな たいこ つみき とんぼ なみだ はさみ まくら'.split(
    ' ',
  );

const length = 5;

/** Five words, said aloud or written on paper: 「そら ねこ みかん ふね とけい」. */
export function newPassphrase(): string {
  return Array.from({ length }, () => words[randomInt(words.length)]).join(' ');
}

/** As typed from memory: katakana, any kind of blank or none between known words' ends, full width. */
export function readPassphrase(typed: string): string {
  return typed
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/[\u30a1-\u30f6]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[\s・、,.-]+/g, '');
}

/** Digits of a number as typed: full width, blanks and hyphens allowed. */
export function readNumber(typed: string): string {
  return typed.slice(0, 40).normalize('NFKC').replace(/\D/g, '');
}
