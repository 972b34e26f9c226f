import { plain, type Term } from './term.ts';

/** Kinds of 居場所. */
export const placeTypeTerms: readonly Term[] = [
  plain('kids-cafeteria', '子ども食堂', 'Children’s cafeteria'),
  plain('food-pantry', 'フードパントリー', 'Food pantry'),
  plain('learning', '学習支援', 'Learning support'),
  plain('salon', '通いの場・サロン', 'Meeting place, salon'),
  plain('community-cafe', 'コミュニティカフェ', 'Community café'),
  plain('dementia-cafe', '認知症カフェ', 'Dementia café'),
  plain('free-space', 'フリースペース', 'Free space'),
  plain('hikikomori', 'ひきこもりの居場所・家族会', 'For people in withdrawal and their families'),
  plain('women', '女性の通いの場', 'Day place for women'),
  plain('school-cafe', '校内居場所カフェ', 'Café in a school'),
  plain('online', 'オンライン・メタバース', 'Online, metaverse'),
];

/** The features of GIF 436 (アクセシビリティ), in its order. */
export const accessibilityTerms: readonly Term[] = [
  plain('wheelchair', '車椅子可', 'Wheelchair accessible'),
  plain('wheelchair-loan', '車椅子貸出', 'Wheelchairs to borrow'),
  plain('cane-loan', 'ツエ貸出', 'Canes to borrow'),
  plain('accessible-toilet', 'バリアフリートイレ', 'Accessible toilet'),
  plain('step-free', 'スロープ・エレベータ・エスカレータ', 'Ramp, lift or escalator'),
  plain('tactile-paving', '点字ブロック等', 'Tactile paving'),
  plain('braille-voice', '点字や読上', 'Braille or read aloud'),
  plain('assistance-dog', '補助犬同伴', 'Assistance dogs welcome'),
  plain('captions', '字幕', 'Captions'),
  plain('written-talk', '筆談対応', 'Conversation in writing'),
  plain('priority-parking', '優先駐車場', 'Priority parking'),
  plain('ostomate', 'オストメイト', 'Facilities for ostomates'),
  plain('child-toilet', '子供トイレ', 'Children’s toilet'),
  plain('nursing-room', '授乳室', 'Nursing room'),
  plain('diaper', 'おむつ替え', 'Nappy changing'),
  plain('eating', '飲食可', 'Eating and drinking allowed'),
  plain('stroller-loan', 'ベビーカー貸出', 'Prams to borrow'),
  plain('stroller', 'ベビーカー利用可', 'Prams welcome'),
];

/** Japanese, and the eleven languages in which help is commonly offered; each also in its own name. */
export const languageTerms: readonly (Term & { readonly ownName: string })[] = [
  { ...plain('ja', '日本語', 'Japanese'), ownName: '日本語' },
  { ...plain('ja-simple', 'やさしい日本語', 'Plain Japanese'), ownName: 'やさしい日本語' },
  { ...plain('en', '英語', 'English'), ownName: 'English' },
  { ...plain('zh', '中国語', 'Chinese'), ownName: '中文' },
  { ...plain('ko', '韓国・朝鮮語', 'Korean'), ownName: '한국어' },
  { ...plain('tl', 'タガログ語', 'Tagalog'), ownName: 'Tagalog' },
  { ...plain('vi', 'ベトナム語', 'Vietnamese'), ownName: 'Tiếng Việt' },
  { ...plain('es', 'スペイン語', 'Spanish'), ownName: 'Español' },
  { ...plain('pt', 'ポルトガル語', 'Portuguese'), ownName: 'Português' },
  { ...plain('ne', 'ネパール語', 'Nepali'), ownName: 'नेपाली' },
  { ...plain('th', 'タイ語', 'Thai'), ownName: 'ไทย' },
  { ...plain('id', 'インドネシア語', 'Indonesian'), ownName: 'Bahasa Indonesia' },
];
