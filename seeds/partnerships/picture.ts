import { crc32, deflateSync } from 'node:zlib';

const [width, height] = [360, 240];
type Colour = readonly [number, number, number];
const wall: Colour = [252, 240, 220];
const cloth: Colour = [222, 170, 120];
const pot: Colour = [90, 98, 120];
const lid: Colour = [120, 130, 150];
const plate: Colour = [255, 255, 255];
const steam: Colour = [240, 225, 205];

/** A pot and three plates, drawn here: no photograph of anybody stands in the demo world. */
export function drawnPot(): Buffer {
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (_column, x) => colourAt(x, y)).flat()]),
  );
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function colourAt(x: number, y: number): Colour {
  const within = (cx: number, cy: number, rx: number, ry: number) =>
    ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1;
  if ([60, 180, 300].some((at) => within(at, 205, 44, 16))) return plate;
  if (within(180, 82, 74, 14)) return lid;
  if (x > 106 && x < 254 && y > 82 && y < 165) return pot;
  if ([150, 180, 210].some((at) => within(at + Math.sin(y / 8) * 5, 38, 5, 26))) return steam;
  return y > 150 ? cloth : wall;
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
