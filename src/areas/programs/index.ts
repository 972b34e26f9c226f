/** The door of the area: what others may call. */
export { approver, can, reporter, secretariat } from './access.ts';
export {
  acceptEntry,
  readEntry,
  remarkOnEntry,
  reopenEntry,
  returnEntry,
  saveEntry,
  submitEntry,
} from './entries/actions.ts';
export { closeRound, extendRound, openRound, remindBureaus, reopenRound } from './rounds/actions.ts';
export type {
  BureauContent,
  MeasureContent,
  PlanRowContent,
  ProgramContent,
  TermContent,
  YearContent,
} from './content/content.ts';
export { readYear } from './content/read.ts';
export { isSummable, yearValue } from './measures/rules.ts';
export { planTotals } from './plans/rules.ts';
export { listYears } from './years/store.ts';
