import { expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { testApp } from '#src/app.testing.ts';
import { approver, reporter } from '../access.ts';
import { programPaths } from '../paths.ts';
import { makeProgram } from '../programs/fixtures.ts';
import { makeYear } from '../years/fixtures.ts';
import { listPictures } from './store.ts';

const app = await testApp();
const bureau = await app.signIn(reporter);
const other = await app.signIn(reporter);
const second = await app.signIn(approver);
await makeYear(app.db, { year: 2024, bureaus: [bureau.organisationId] });
const programId = await makeProgram(app.db, { organisationId: bureau.organisationId });
const pictures = () => inTransaction(app.db, bureau.who, (tx) => listPictures(tx, programId));
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function form(content: Uint8Array, name: string, alternative: string): FormData {
  const fields = new FormData();
  fields.append('file', new File([new Uint8Array(content)], name));
  fields.append('alternative', alternative);
  fields.append('caption', '夜の窓口');
  return fields;
}
const add = (fields: FormData, as = bureau) =>
  app.post(programPaths.newPicture.to({ programId }), fields, as);

test('a picture needs a text for those who do not see it', async () => {
  const answer = await add(form(png, 'desk.png', ''));
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('value="夜の窓口"');
  expect(await pictures()).toEqual([]);
});

test('only pictures are taken, whatever the file is called, and none that is too large', async () => {
  const disguised = await add(form(Buffer.from('<script>alert(1)</script>'), 'desk.png', '窓口'));
  expect(disguised.status).toBe(422);
  expect(await disguised.text()).toContain('JPEG・PNG・WebPの画像ではありません');
  const large = await add(form(Buffer.concat([png, Buffer.alloc(8 * 1_048_576)]), 'desk.png', '窓口'));
  expect(large.status).toBe(422);
  expect(await large.text()).toContain('8MBまで');
  expect(await pictures()).toEqual([]);
});

test('a picture of fifty megabytes is turned away before it is read', async () => {
  const answer = await add(form(Buffer.concat([png, Buffer.alloc(50 * 1_048_576)]), 'desk.png', '窓口'));
  expect(answer.status).toBe(413);
  expect(await pictures()).toEqual([]);
});

/** A photograph that says where it was taken, and one of it that breaks off. */
const photograph = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 18]),
  Buffer.from('Exif\0\0GPS 35.44N', 'latin1'),
  Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]),
]);

test('where and when a photograph was taken is not kept, and one that breaks off is not taken', async () => {
  const broken = await add(form(photograph.subarray(0, 12), 'desk.jpg', '窓口'));
  expect(broken.status).toBe(422);
  expect(await broken.text()).toContain('JPEG・PNG・WebPの画像ではありません');
  expect((await add(form(photograph, 'desk.jpg', '窓口'))).status).toBe(303);
  const pictureId = (await pictures())[0]?.id ?? '';
  const shown = await app.get(programPaths.pictureFile.to({ programId, pictureId }), bureau);
  const bytes = Buffer.from(await shown.arrayBuffer());
  expect(bytes).toEqual(Buffer.concat([photograph.subarray(0, 2), photograph.subarray(22)]));
  await app.post(programPaths.removePicture.to({ programId, pictureId }), {}, bureau);
});

test('a picture of a bureau is seen by all who work here, byte for byte, and by nobody else', async () => {
  expect((await add(form(png, 'desk.png', '明るい窓口'), other)).status).toBe(403);
  expect((await add(form(png, 'desk.png', '明るい窓口'))).status).toBe(303);
  const pictureId = (await pictures())[0]?.id ?? '';
  const url = programPaths.pictureFile.to({ programId, pictureId });
  const file = await app.get(url, second);
  expect(file.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await file.arrayBuffer()).equals(png)).toBe(true);
  expect((await app.get(url)).status).toBe(303);
  const elsewhere = { programId: crypto.randomUUID(), pictureId };
  expect((await app.get(programPaths.pictureFile.to(elsewhere), second)).status).toBe(404);
  expect(await (await app.get(programPaths.program.to({ programId }), second)).text()).toContain(
    'alt="明るい窓口"',
  );
});

test('its text is changed, and it is taken off', async () => {
  const pictureId = (await pictures())[0]?.id ?? '';
  const text = { alternative: '夜の窓口の写真', caption: '' };
  await app.post(programPaths.picture.to({ programId, pictureId }), text, bureau);
  expect(await pictures()).toMatchObject([text]);
  expect((await app.post(programPaths.removePicture.to({ programId, pictureId }), {}, other)).status).toBe(
    403,
  );
  expect((await app.post(programPaths.removePicture.to({ programId, pictureId }), {}, bureau)).status).toBe(
    303,
  );
  expect(await pictures()).toEqual([]);
});
