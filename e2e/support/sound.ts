import type { Page } from 'playwright-core';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './accessibility.ts';
import { expectNoTrouble } from './browser.ts';
import { screenshot } from './screenshot.ts';

/** The page as it stands: nothing for axe, nothing sideways, nothing that the content policy forbids; a picture if wanted. */
export async function expectSound(page: Page, name: string): Promise<void> {
  await screenshot(page, name);
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  expectNoTrouble(page);
}
