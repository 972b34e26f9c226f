import type { Tone } from '#ui/content.tsx';
import type { words } from '../words.ts';

export type AwardState = keyof (typeof words)['ja']['states'];

export const stateTones: Record<AwardState, Tone> = {
  active: 'info',
  reported: 'info',
  fixed: 'good',
  closed: 'neutral',
  abolished: 'warn',
  cancelled: 'bad',
};
