import { ok, refuse, type Result } from '#platform/result.ts';

export type WarningState = 'proposed' | 'returned' | 'sent' | 'withdrawn';
export type WarningStep = 'edit' | 'send' | 'return' | 'withdraw';
export type WarningRefusal =
  | 'warning-not-now'
  | 'warning-own'
  | 'warning-not-yours'
  | 'warning-changed'
  | 'remark-missing';

/** From which states a step is taken, and where it leads. */
const steps: Readonly<Record<WarningStep, { from: readonly WarningState[]; to: WarningState }>> = {
  edit: { from: ['proposed', 'returned'], to: 'proposed' },
  send: { from: ['proposed'], to: 'sent' },
  return: { from: ['proposed'], to: 'returned' },
  withdraw: { from: ['sent'], to: 'withdrawn' },
};

/** A warning is sent by somebody who did not write it, as they have read it; only its keepers write and withdraw. */
export function decideWarning(
  step: WarningStep,
  facts: {
    state: string;
    writtenBy: string;
    personId: string;
    keeper: boolean;
    remark: string;
    /** The form was made from the words as they are. */
    fresh: boolean;
  },
): Result<WarningState, WarningRefusal> {
  const { from, to } = steps[step];
  if (!from.some((state) => state === facts.state)) return refuse('warning-not-now');
  const second = step === 'send' || step === 'return';
  if (second && facts.writtenBy === facts.personId) return refuse('warning-own');
  if (!second && !facts.keeper) return refuse('warning-not-yours');
  if (second && !facts.fresh) return refuse('warning-changed');
  if ((step === 'return' || step === 'withdraw') && !facts.remark.trim()) return refuse('remark-missing');
  return ok(to);
}
