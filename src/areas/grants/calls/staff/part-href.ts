import { callStaffPaths } from '../../paths.ts';
import type { Section as Part } from '../checks/rules.ts';

/** Where a part of the terms is written. */
export function partHref(callId: string, part: Part): string {
  return part === 'questions'
    ? callStaffPaths.questions.to({ callId })
    : callStaffPaths.part.to({ callId, part });
}
