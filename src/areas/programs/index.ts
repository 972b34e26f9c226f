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
