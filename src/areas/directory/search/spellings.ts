/** 旧字体 and variants of kanji, each followed by the form that is compared. */
export const oldLetters: ReadonlyMap<string, string> = pairs('髙高﨑崎');

/** Spellings of one word; the first is what is compared. */
export const spellings: readonly (readonly string[])[] = [['こども', '子供', '子ども']];

function pairs(text: string): ReadonlyMap<string, string> {
  const letters = [...text];
  return new Map(letters.flatMap((old, at) => (at % 2 === 0 ? [[old, letters[at + 1] ?? old]] : [])));
}
