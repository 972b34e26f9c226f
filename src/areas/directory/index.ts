/** The door of the area: what others may call. */
export { can, directoryEditor, directoryKeeper } from './access.ts';
export { HoursFields, hoursForm, takeHours } from './edits/hours-form.ts';
export type { Hours } from './hours/hours.ts';
export { hoursSentences } from './hours/sentences.ts';
export { hoursOn } from './hours/rules.ts';
export { nationalHolidays } from './hours/holidays.ts';
export { type Holidays, type Opening, openingAt } from './hours/rules.ts';
export { readHolidays } from './holidays/store.ts';
export { openingText } from './hours/text.ts';
export { holdService } from './services/write.ts';
export { visitHours, withDay, writeVisitHours } from './services/visit-hours.ts';
export { type CrisisKind, crisisKinds, findCrises, findCrisis } from './crisis/rules.ts';
export { emergencyLines, linesFor } from './emergency/lines.ts';
export { EmergencyPanel } from './emergency/pages/panel.tsx';
export { worryTerms } from './taxonomy/terms.ts';
export { listMunicipalities, type Municipality } from './municipalities/store.ts';
export { decodeText } from './imports/decode.ts';
export { readCsv } from './imports/csv/rules.ts';
export { type Found, type SearchQuery, searchServices } from './search/actions.ts';
export type { Answers } from './navigator/flow.ts';
export { readAnswers } from './navigator/conversation/rules.ts';
export { type Guide, readGuide, readOutcome } from './navigator/read.ts';
export { answerLines } from './navigator/shown.tsx';
export {
  adviceText,
  type AskedTurn,
  askedAt,
  chosenText,
  crisisLines,
  languageOf,
  recordOf,
  turnFacts,
} from './navigator/turns/asked.ts';
export { type Said, type Standing, standingAt, takeTurn, turnValues } from './navigator/turns/rules.ts';
export { openPacket, redeemPacket } from './packets/actions.ts';
export { codeText, readCode } from './packets/rules.ts';
export { newCode } from './packets/sealing.ts';
export { refusals as packetRefusals } from './packets/words.ts';
export { findOpenNow, type OpenNow } from './search/open-now.ts';
export { readSearch } from './search/memory/current.ts';
export { OpenDesks } from './search/pages/open-desks.tsx';
export { SearchForm } from './search/pages/search-form.tsx';
export { LanguageLinks, Worries } from './search/pages/worries.tsx';
export { countFreshness } from './freshness/counts.ts';
export { countUnmetNeeds, listUnmetNeeds } from './unmet/actions.ts';
export type { UnmetCount, WhyUnmet } from './unmet/store.ts';
export { findConfirmationAddress } from './organisations/store.ts';
export { findPublicService, listPublicPlaces, listPublicServicesOf } from './entries/store.ts';
/** The map of municipalities, for other numbers. */
export { opensAtEnd, tilesOf } from './places/tiles.ts';
export { placeName } from './municipalities/names.ts';
export { listServicesByIds, type Service } from './services/store.ts';
export type { ServiceContent } from './services/content.ts';
