import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeWorkbook } from '#ui/workbook/write.ts';
import { buildWorkbook } from './build.ts';
import { checkWorkbook } from './check.ts';
import { aContent, bookFacts, checkContext } from './fixtures.ts';

test('look', async () => {
  const facts = bookFacts({
    contents: [
      aContent(),
      aContent({ entryId: 'entry-2', nameJa: '居場所の応援', status: 'submitted' }),
      aContent({ entryId: 'entry-3', nameJa: '若者のための相談', rating: null, evaluation: '', summary: '' }),
    ],
  });
  const t0 = performance.now();
  const bytes = await writeWorkbook(buildWorkbook(facts));
  const t1 = performance.now();
  writeFileSync('/tmp/look.xlsx', bytes);
  const found = await checkWorkbook(bytes, checkContext(facts));
  console.log(t1 - t0, performance.now() - t1, JSON.stringify(found, null, 1));
  expect(found).toMatchObject({ ok: true, value: { changes: [], errors: [] } });
});
