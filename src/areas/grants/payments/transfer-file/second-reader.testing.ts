/**
 * The layout read a second time, from its published positions and lengths and from nothing of the product: what the product writes is
 * compared with what this reads.
 */
type Field = readonly [name: string, from: number, length: number, kind: 'N' | 'C'];

const layout: Readonly<Record<string, readonly Field[]>> = {
  '1': [
    ['データ区分', 1, 1, 'N'],
    ['種別コード', 2, 2, 'N'],
    ['コード区分', 4, 1, 'N'],
    ['委託者コード', 5, 10, 'N'],
    ['委託者名', 15, 40, 'C'],
    ['取組日', 55, 4, 'N'],
    ['仕向銀行番号', 59, 4, 'N'],
    ['仕向銀行名', 63, 15, 'C'],
    ['仕向支店番号', 78, 3, 'N'],
    ['仕向支店名', 81, 15, 'C'],
    ['預金種目', 96, 1, 'N'],
    ['口座番号', 97, 7, 'N'],
    ['ダミー', 104, 17, 'C'],
  ],
  '2': [
    ['データ区分', 1, 1, 'N'],
    ['被仕向銀行番号', 2, 4, 'N'],
    ['被仕向銀行名', 6, 15, 'C'],
    ['被仕向支店番号', 21, 3, 'N'],
    ['被仕向支店名', 24, 15, 'C'],
    ['手形交換所番号', 39, 4, 'N'],
    ['預金種目', 43, 1, 'N'],
    ['口座番号', 44, 7, 'N'],
    ['受取人名', 51, 30, 'C'],
    ['振込金額', 81, 10, 'N'],
    ['新規コード', 91, 1, 'N'],
    ['顧客コード1', 92, 10, 'N'],
    ['顧客コード2', 102, 10, 'N'],
    ['振込指定区分', 112, 1, 'N'],
    ['識別表示', 113, 1, 'C'],
    ['ダミー', 114, 7, 'C'],
  ],
  '8': [
    ['データ区分', 1, 1, 'N'],
    ['合計件数', 2, 6, 'N'],
    ['合計金額', 8, 12, 'N'],
    ['ダミー', 20, 101, 'C'],
  ],
  '9': [
    ['データ区分', 1, 1, 'N'],
    ['ダミー', 2, 119, 'C'],
  ],
};

/** Every byte belongs to exactly one field, is one that the field may hold, and the sums are right; otherwise it throws. */
export function readLayout(bytes: Uint8Array): readonly Readonly<Record<string, string>>[] {
  const step = bytes[120] === 0x0d ? 122 : 120;
  if (bytes.length % step !== 0) throw new Error(`${bytes.length} bytes are no records`);
  const found: Record<string, string>[] = [];
  let group = { count: 0, yen: 0n };
  for (let start = 0; start < bytes.length; start += step) {
    if (step === 122 && (bytes[start + 120] !== 0x0d || bytes[start + 121] !== 0x0a))
      throw new Error('no CRLF');
    const record = readRecord(bytes.subarray(start, start + 120));
    if (record['データ区分'] === '1') group = { count: 0, yen: 0n };
    if (record['データ区分'] === '2')
      group = { count: group.count + 1, yen: group.yen + BigInt(record['振込金額'] ?? '') };
    if (record['データ区分'] === '8') {
      if (Number(record['合計件数']) !== group.count) throw new Error('another number of transfers');
      if (BigInt(record['合計金額'] ?? '') !== group.yen) throw new Error('another sum');
    }
    found.push(record);
  }
  const kinds = found.map((record) => record['データ区分']).join('');
  if (!/^(12+8)+9$/.test(kinds)) throw new Error(`records in the order ${kinds}`);
  return found;
}

function readRecord(bytes: Uint8Array): Record<string, string> {
  const fields = layout[String.fromCharCode(bytes[0] ?? 0)];
  if (!fields) throw new Error(`a record of kind ${bytes[0]}`);
  const record: Record<string, string> = {};
  let next = 1;
  for (const [name, from, length, kind] of fields) {
    if (from !== next) throw new Error(`a gap before ${name}`);
    next = from + length;
    const part = bytes.subarray(from - 1, from - 1 + length);
    if (!part.every((byte) => (kind === 'N' ? isDigit(byte) : isLetter(byte))))
      throw new Error(`${name} holds ${[...part].join(' ')}`);
    record[name] = new TextDecoder('shift_jis').decode(part).trimEnd();
  }
  if (next !== 121) throw new Error('not 120 bytes');
  return record;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Kana from ｱ to ﾝ with their marks, capital letters, digits, space, ( ) - . */
function isLetter(byte: number): boolean {
  const isCapital = byte >= 0x41 && byte <= 0x5a;
  const isKana = byte >= 0xb1 && byte <= 0xdf;
  return isDigit(byte) || isCapital || isKana || [0x20, 0x28, 0x29, 0x2d, 0x2e].includes(byte);
}
