import { expect, test } from 'vitest';
import { withoutMetadata } from './metadata.ts';

const segment = (marker: number, body: Buffer | string) => {
  const content = Buffer.from(body as string, 'latin1');
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};
const start = Buffer.from([0xff, 0xd8]);
const picture = Buffer.concat([segment(0xda, 'scan'), Buffer.from('pixels'), Buffer.from([0xff, 0xd9])]);
const jfif = segment(0xe0, 'JFIF\0');
const colours = segment(0xe2, 'ICC_PROFILE\0');

function exif(order: 'II' | 'MM', orientation: number): Buffer {
  const tiff = Buffer.alloc(38);
  const little = order === 'II';
  const short = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(order, 0, 'latin1');
  short(42, 2);
  long(8, 4);
  short(2, 8);
  short(0x8825, 10);
  short(4, 12);
  long(1, 14);
  short(0x0112, 22);
  short(3, 24);
  long(1, 26);
  short(orientation, 30);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS 35.44N')]));
}

test('place, author and comment leave a JPEG, pixels and colours stay', () => {
  const told = [
    exif('II', 1),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<xmp/>'),
    segment(0xed, 'IPTC'),
    segment(0xfe, 'me'),
  ];
  const bytes = Buffer.concat([start, jfif, ...told, colours, picture, Buffer.from('a film behind it')]);
  expect(withoutMetadata(bytes, 'image/jpeg')).toEqual(Buffer.concat([start, jfif, colours, picture]));
});

test('fill bytes before a marker are no fault', () => {
  const fill = Buffer.from([0xff, 0xff]);
  const bytes = Buffer.concat([start, fill, jfif, fill, exif('II', 1), fill, picture]);
  expect(withoutMetadata(bytes, 'image/jpeg')).toEqual(Buffer.concat([start, jfif, picture]));
});

test.each(['II', 'MM'] as const)(
  'a JPEG that lies on its side (%s) still does, and says nothing else',
  (order) => {
    const bare = withoutMetadata(Buffer.concat([start, exif(order, 6), picture]), 'image/jpeg') as Buffer;
    expect(bare.toString('latin1')).not.toContain('GPS');
    expect(bare.length).toBe(start.length + picture.length + 36);
    expect(withoutMetadata(bare, 'image/jpeg')).toEqual(bare);
  },
);

const chunk = (kind: string, body: string) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length, 0);
  head.write(kind, 4, 'latin1');
  return Buffer.concat([head, Buffer.from(body, 'latin1'), Buffer.from('crc!')]);
};
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

test('texts, times and Exif leave a PNG', () => {
  const kept = [chunk('IHDR', 'size'), chunk('IDAT', 'pixels'), chunk('IEND', '')];
  const told = ['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME'].map((kind) => chunk(kind, 'told'));
  const [head, ...rest] = kept as [Buffer, Buffer, Buffer];
  const bytes = Buffer.concat([signature, head, ...told, ...rest]);
  expect(withoutMetadata(bytes, 'image/png')).toEqual(Buffer.concat([signature, ...kept]));
});

test('Exif and XMP leave a WebP, and it no longer says that it has them', () => {
  const riff = (kind: string, body: number[]) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(body.length, 0);
    return Buffer.concat([Buffer.from(kind), size, Buffer.from(body), Buffer.alloc(body.length % 2)]);
  };
  const file = (...chunks: Buffer[]) => {
    const body = Buffer.concat(chunks);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(body.length + 4, 0);
    return Buffer.concat([Buffer.from('RIFF'), size, Buffer.from('WEBP'), body]);
  };
  const told = file(
    riff('VP8X', [0b0001_1100, 0]),
    riff('VP8 ', [1, 2, 3]),
    riff('EXIF', [9]),
    riff('XMP ', [8, 8]),
  );
  const bare = file(riff('VP8X', [0b0001_0000, 0]), riff('VP8 ', [1, 2, 3]));
  expect(withoutMetadata(told, 'image/webp')).toEqual(bare);
});

test.each([
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 0])],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['image/png', signature.subarray(0, 8)],
  ['image/png', Buffer.concat([signature, Buffer.from([0, 0, 9, 9, 1, 1, 1, 1, 1, 1, 1, 1])])],
  ['image/webp', Buffer.from('RIFF')],
])('a %s that ends too early is no picture', (mediaType, bytes) => {
  expect(withoutMetadata(bytes, mediaType)).toBeNull();
});
