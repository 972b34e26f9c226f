import { ok, type Result } from '#platform/result.ts';
import type { ReadSheet, WorkbookRefusal } from '#ui/workbook/book.ts';
import { readWorkbook } from '#ui/workbook/read.ts';
import { readKey } from './layout/rules.ts';
import { type CheckContext, checkSheets, decideKey, type Findings } from './rules.ts';
import { isSealed } from './seal.ts';

export type { WorkbookRefusal };

/** Opens what was sent and compares it with what stands. A file that cannot be opened is refused; everything else is a finding. */
export async function checkWorkbook(
  bytes: Uint8Array,
  context: CheckContext & { readonly workbookKey: string },
): Promise<Result<Findings, WorkbookRefusal>> {
  const read = await readWorkbook(bytes);
  return read.ok ? ok(checkOpened(read.value, context)) : read;
}

/** The same for a workbook that is open already. */
export function checkOpened(
  sheets: readonly ReadSheet[],
  context: CheckContext & { readonly workbookKey: string },
): Findings {
  const found = readKey(sheets);
  const decision = decideKey(
    found && { key: found.key, sealed: isSealed(found.key, found.seal, context.workbookKey) },
    context,
  );
  if (!decision.ok) return { changes: [], errors: [{ kind: decision.refusal }], stamps: {} };
  return checkSheets(sheets, decision.value, context);
}
