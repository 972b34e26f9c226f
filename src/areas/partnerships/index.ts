/** The door of the area: what others may call. */
export {
  concierge,
  memberAgent,
  placeOperator,
  surveyor,
  watchKeeper,
  workOfficer,
  workplaceAgent,
} from './access.ts';
