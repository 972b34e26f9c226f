import { expect, test } from 'vitest';
import { decideChair, decideJoinGroup, decideNote } from './rules.ts';

test.each([
  [true, null, true],
  [false, null, false],
  [true, new Date(0), false],
])('a member (%s) joins a group that is open (closed at %s): %s', (isMember, closedAt, may) => {
  expect(decideJoinGroup({ isMember, closedAt }).ok).toBe(may);
});

test('who chairs a group is in it, and a group may have nobody', () => {
  expect(decideChair({ chairId: 'a', memberIds: ['a', 'b'] }).ok).toBe(true);
  expect(decideChair({ chairId: 'c', memberIds: ['a', 'b'] }).ok).toBe(false);
  expect(decideChair({ chairId: null, memberIds: [] }).ok).toBe(true);
});

test('of a meeting to come nothing is written down', () => {
  expect(decideNote({ heldOn: '2025-06-01', today: '2025-06-01' }).ok).toBe(true);
  expect(decideNote({ heldOn: '2025-06-02', today: '2025-06-01' }).ok).toBe(false);
});
