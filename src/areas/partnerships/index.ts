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
/** On the person's own page: their trainings. */
export { ownTrainingLinks } from './work-trainings/links.ts';
/** For the report: certified workplaces, trainings and what came of them, cooperation money. */
export { countWorkTraining } from './work-trainings/counts.ts';
export { besideEntry, soughtBy } from './places/beside.tsx';
export { countPlaces, type PlaceFigures } from './places/counts.ts';
export { answerRates, countGoodsMoved, countMatches } from './matches/counts/read.ts';
export { countMembers } from './members/store.ts';
export { countSurveyed } from './field-surveys/counts.ts';
