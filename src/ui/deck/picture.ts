import type { Picture } from './deck.ts';

/** A PNG or JPEG with its size in pixels; undefined where the bytes are neither, or do not say. */
export function pictureOf(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47)
    return sized({ bytes, type: 'png', width: view.getUint32(16), height: view.getUint32(20) });
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = view.getUint16(at);
    if (marker < 0xff01) return undefined;
    // Start of frame, whatever the coding; C4, C8 and CC are something else.
    const frame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (frame)
      return sized({ bytes, type: 'jpg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) });
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function sized(picture: Picture): Picture | undefined {
  return picture.width > 0 && picture.height > 0 ? picture : undefined;
}
