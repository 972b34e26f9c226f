import { expect, test } from 'vitest';
import { csvFile } from './csv.ts';

test('a file begins with a BOM, ends every line with CRLF and quotes only what needs it', () => {
  expect(
    csvFile(
      ['a', 'b'],
      [
        ['x,y', 1],
        ['"z"', null],
        ['two\nlines', ' blank'],
        ['相談', 0.5],
      ],
    ),
  ).toBe('\ufeffa,b\r\n"x,y",1\r\n"""z""",\r\n"two\nlines"," blank"\r\n相談,0.5\r\n');
});
