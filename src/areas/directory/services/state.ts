import type { Tone } from '#ui/content.tsx';

export type EntryState = 'draft' | 'published' | 'sealed';

export function stateOf(service: {
  readonly publishedAt: Date | null;
  readonly sealed: boolean;
}): EntryState {
  if (service.sealed) return 'sealed';
  return service.publishedAt === null ? 'draft' : 'published';
}

export const stateTones: Readonly<Record<EntryState, Tone>> = {
  draft: 'neutral',
  published: 'good',
  sealed: 'bad',
};
