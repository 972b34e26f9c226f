import { expect, test } from 'vitest';
import { decideDocument, documentAfter } from './rules.ts';

test.each([
  ['clean', 'keep'],
  ['unscanned', 'keep'],
  ['infected', 'infected'],
  ['unreachable', 'scanner-silent'],
] as const)('a document that is %s is answered by %s', (scan, expected) => {
  const decision = decideDocument(scan);
  expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
});

const filed = { fileId: 'new', sha256: 'b', mediaType: 'application/pdf', bytes: 2, name: 'b.pdf' };
const standing = { ...filed, fileId: 'old', sha256: 'a', isPublic: true };
const nothing = { standing: null, filed: undefined, isRemoved: false, isPublic: false };

test.each([
  ['nothing, and nothing handed in, even if it were for everybody', { ...nothing, isPublic: true }, null],
  ['a first file, for those who answer for it', { ...nothing, filed }, { ...filed, isPublic: false }],
  ['a newer file in place of the old', { ...nothing, standing, filed }, { ...filed, isPublic: false }],
  [
    'a newer file although the old is taken away',
    { standing, filed, isRemoved: true, isPublic: true },
    { ...filed, isPublic: true },
  ],
  ['the same file, no longer for everybody', { ...nothing, standing }, { ...standing, isPublic: false }],
  ['none, where it is taken away', { ...nothing, standing, isRemoved: true, isPublic: true }, null],
] as const)('after the change there stands %s', (_, facts, expected) => {
  expect(documentAfter(facts)).toEqual(expected);
});
