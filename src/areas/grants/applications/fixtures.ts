import { crc32 } from 'node:zlib';
import { type Db, inTransaction } from '#platform/database/database.ts';
import type { FileStore } from '#platform/files/store.ts';
import { ok } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { makeMunicipalities } from '#areas/directory/services/fixtures.ts';
import { granted } from '#areas/programs/years/fixtures.ts';
import type { Account, ApplicantFacts } from '../applicants/rules.ts';
import type { CallTerms, Question } from '../calls/terms.ts';
import { saveParts, startApplication } from './actions.ts';
import { accountPart, applicantPart, asLink, enter, readWritten } from './open.ts';
import { addPaper } from './papers/actions.ts';
import { type Answer, askedPapers } from './rules.ts';
import { submitApplication } from './sending/actions.ts';
import { findApplication } from './store.ts';

/** The product as far as applications need it: `{ db, vault: tools.vault, files: tools.files }` of a test app. */
export interface Place {
  readonly db: Db;
  readonly vault: Vault;
  readonly files: FileStore;
}

export interface MadeApplication {
  readonly applicationId: string;
  /** Of the link of whoever began it. */
  readonly token: string;
  readonly number: string;
  readonly applicantId: string;
}

interface Given {
  readonly callId: string;
  readonly applicant?: Partial<ApplicantFacts>;
  readonly account?: Partial<Account>;
  /** By the code of the question; the others are filled in by their kind. */
  readonly answers?: Readonly<Record<string, Answer>>;
  readonly mail?: string;
  readonly now?: Date;
}

/** A group that nobody else is: each call makes another name, and another address. */
export function exampleApplicant(given: Partial<ApplicantFacts> = {}): ApplicantFacts {
  const mark = crypto.randomUUID().slice(0, 8);
  return {
    kind: 'unincorporated',
    name: `例示みなと食堂の会 ${mark}`,
    corporateNumber: '',
    ...given,
    contact: {
      representative: '代表 見本 花子',
      postalCode: '2310000',
      address: `横浜市例示区見本町1-2-3 ${mark}`,
      phone: '045-000-0001',
      mail: 'minato@example.jp',
      ...given.contact,
    },
  };
}

export function exampleAccount(given: Partial<Account> = {}): Account {
  return {
    bank: '0999',
    bankName: '例示銀行',
    branch: '123',
    branchName: '見本支店',
    kind: '1',
    number: '0012345',
    holder: 'レイジミナトシヨクドウノカイ',
    holderIsAnother: false,
    ...given,
  };
}

/** The smallest PNG: one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A picture of its own: the pixel with a mark in a chunk that no program reads. */
export const pixelOf = (mark: string): Buffer => withChunk(pixel, `maRk${mark}`);

/** As a telephone takes it: the picture says where and when it was taken. */
export const tellingPlace = (picture: Buffer): Buffer =>
  withChunk(picture, 'eXIfMM GPS 35.44N 139.64E 2026:11:26');

function withChunk(picture: Buffer, chunk: string): Buffer {
  const body = Buffer.from(chunk);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  const end = picture.length - 12;
  return Buffer.concat([picture.subarray(0, end), length, body, sum, picture.subarray(end)]);
}

/** Begun on the web and not filled yet. */
export async function makeDraftApplication(
  { db, vault }: Place,
  {
    callId,
    mail = `${crypto.randomUUID()}@example.jp`,
    now = new Date(),
  }: Pick<Given, 'callId' | 'mail' | 'now'>,
): Promise<{ applicationId: string; token: string }> {
  const begin = {
    callId,
    name: '見本 花子',
    mail,
    lang: 'ja',
    vault,
    publicUrl: 'http://localhost',
  } as const;
  return granted(await startApplication(db, begin, now));
}

/** An application with everything that its call asks for, through the actions, as it stands before it is sent. */
export async function makeFilledApplication(
  place: Place,
  given: Given,
): Promise<{ applicationId: string; token: string }> {
  const { db, vault, files } = place;
  const now = given.now ?? new Date();
  const draft = await makeDraftApplication(place, given);
  const entrance = { by: 'link', token: draft.token } as const;
  const municipality = await somePlace(db);
  const terms = granted(await enter(db, { entrance, vault }, async (_, opened) => ok(opened.terms)));
  const parts = [
    { code: applicantPart, said: exampleApplicant(given.applicant), base: 0 },
    { code: accountPart, said: exampleAccount(given.account), base: 0 },
    ...terms.questions.map((question) => ({
      code: question.code,
      said: given.answers?.[question.code] ?? exampleAnswer(question, municipality),
      base: 0,
    })),
  ];
  granted(await saveParts(db, entrance, { vault, parts }, now));
  await addPapers(place, { terms, entrance, now, files });
  return draft;
}

/** A submitted application. Municipalities are made when there are none. */
export async function makeApplication(place: Place, given: Given): Promise<MadeApplication> {
  const { db, vault } = place;
  const { applicationId, token } = await makeFilledApplication(place, given);
  const entrance = { by: 'link', token } as const;
  const { number } = granted(
    await submitApplication(db, entrance, { declared: true, vault }, given.now ?? new Date()),
  );
  const { applicantId } = await inTransaction(db, asLink, (tx) => findApplication(tx, applicationId));
  if (!applicantId) throw new Error('a sent application has an applicant');
  return { applicationId, token, number, applicantId };
}

async function addPapers(
  { db, vault }: Place,
  {
    terms,
    entrance,
    now,
    files,
  }: { terms: CallTerms; entrance: { by: 'link'; token: string }; now: Date; files: FileStore },
): Promise<void> {
  const written = granted(
    await enter(db, { entrance, vault }, async (tx, opened) => ok(await readWritten(tx, opened))),
  );
  const tray = { vault, files, scanner: undefined };
  for (const { code, required } of askedPapers(terms, written.answers)) {
    if (!required) continue;
    const content = pixelOf(code);
    granted(await addPaper(db, entrance, { tray, code, content, name: `${code}.png` }, now));
  }
}

async function somePlace(db: Db): Promise<string> {
  const read = () => inTransaction(db, asLink, listMunicipalities);
  if ((await read()).length === 0 && !('who' in db)) await makeMunicipalities(db);
  return (await read()).at(-1)?.code ?? '';
}

/** Something that a question of this kind takes. */
function exampleAnswer({ kind, options = [] }: Question, municipality: string): Answer {
  switch (kind) {
    case 'number':
      return '3';
    case 'yen':
      return '120000';
    case 'day':
      return '2026-04-01';
    case 'yes-no':
      return 'yes';
    case 'choice':
      return options[0]?.code ?? '';
    case 'choices':
      return options.slice(0, 1).map(({ code }) => code);
    case 'municipality':
      return municipality;
    case 'costs':
      return [
        { what: '食材', yen: '300000', eligible: true },
        { what: '会場の光熱費', yen: '50000', eligible: true },
      ];
    case 'line':
    case 'text':
      return '例示の答えです';
  }
}
