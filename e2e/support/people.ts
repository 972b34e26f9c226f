import type { Browser, Page } from 'playwright-core';
import { Secret, TOTP } from 'otpauth';
import { newPage, type PageOptions } from './browser.ts';

/** The people of the demo world, by what they do. */
export const people = {
  administrator: 'kanri@example.jp',
  secretariat: 'jimukyoku@example.jp',
  approver: 'shonin@example.jp',
  welfare: 'fukushi@example.jp',
  health: 'kenko@example.jp',
  keeper: 'joho@example.jp',
  table: 'shokutaku@example.jp',
  counsellor: 'inochi-sodan@example.jp',
  supervisor: 'josei-sv@example.jp',
  caseWorker: 'shien@example.jp',
  caseSupervisor: 'shien-sv@example.jp',
  officer: 'hogo@example.jp',
  grantOfficer: 'hojo@example.jp',
  grantApprover: 'hojo-kessai@example.jp',
  grantReviewer: 'shinsa@example.jp',
  grantPartner: 'minato@example.jp',
  accountant: 'kaikei@example.jp',
  trainingKeeper: 'kenshu@example.jp',
  concierge: 'renkei@example.jp',
  companyAgent: 'shokuhin@example.jp',
  groupAgent: 'hitoashi@example.jp',
  placeOperator: 'ibasho@example.jp',
  workOfficer: 'kunren@example.jp',
  workplaceAgent: 'seisaku@example.jp',
  watchKeeper: 'mimamori@example.jp',
  surveyor: 'chosa@example.jp',
  homeWorker: 'sumai-shien@example.jp',
  homeSupervisor: 'sumai-sv@example.jp',
  tableWorker: 'shokutaku-shien@example.jp',
} as const;

const demoPassword = 'tsunagi-mihon-2025';

interface SignIn {
  readonly url: string;
  readonly email: string;
  /** The demo world's, unless somebody chose their own. */
  readonly password?: string;
}

/** The first step: address and password on the page's own form. */
export async function enterPassword(
  page: Page,
  { url, email, password = demoPassword }: SignIn,
): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('メールアドレス').fill(email);
  await page.getByLabel(/^パスワード/).fill(password);
  await page.getByRole('button', { name: 'サインイン', exact: true }).click();
}

/** Signs in, with the code of an authenticator app where there is one, and waits for the desk. */
export async function signIn(
  page: Page,
  { secret, ...given }: SignIn & { secret?: string | undefined },
): Promise<void> {
  const { url } = given;
  await enterPassword(page, given);
  if (secret) {
    await page.getByLabel('確認コード').fill(codeOf(secret));
    await page.getByRole('button', { name: '確認する' }).click();
  }
  await page.waitForURL(`${url}/staff{,/**}`);
}

/** A new page of somebody who is signed in. */
export async function signedInPage(
  browser: Browser,
  { url, email, ...options }: { url: string; email: string } & PageOptions,
): Promise<Page> {
  const page = await newPage(browser, options);
  await signIn(page, { url, email });
  return page;
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'サインアウト' }).click();
  await page.waitForURL('**/sign-in*');
}

/** What an authenticator app shows now. A code works once, so a test that needs a second one asks for the next. */
export function codeOf(secret: string, { next = false } = {}): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.now() + (next ? 30_000 : 0),
  });
}

/** Registers an authenticator app for the signed-in person, as the page tells them to; gives its key and the recovery codes. */
export async function registerApp(
  page: Page,
  { url, look = async () => {} }: { url: string; look?: (page: Page, name: string) => Promise<void> },
): Promise<{ secret: string; recoveryCodes: string[] }> {
  await page.goto(`${url}/staff/account/second-factor`);
  await page.getByRole('button', { name: '認証アプリの登録を始める' }).click();
  await look(page, 'second-factor-key');
  const secret = (await page.getByRole('definition').first().textContent())?.trim() ?? '';
  await page.getByLabel('確認コード').fill(codeOf(secret));
  await page.getByRole('button', { name: '有効にする' }).click();
  await page.getByRole('heading', { level: 1, name: '回復コード' }).waitFor();
  await look(page, 'recovery-codes');
  await page.waitForLoadState();
  const recoveryCodes = await page.getByRole('main').getByRole('listitem').allTextContents();
  await page.getByRole('link', { name: '控えました' }).click();
  return { secret, recoveryCodes: recoveryCodes.map((code) => code.trim()) };
}

/** The slip that somebody in the demo world holds. */
export const slip = { number: '2025 0001', passphrase: 'そら ねこ みかん ふね とけい' } as const;

/** A person's own page, with what stands on their slip. */
export async function enterOwnPage(page: Page, { url }: { url: string }): Promise<void> {
  await page.goto(`${url}/my`);
  await page.getByLabel('番号').fill(slip.number);
  await page.getByLabel(/^合言葉/).fill(slip.passphrase);
  await page.getByRole('button', { name: '開く', exact: true }).click();
  await page.waitForURL('**/my/page');
}
