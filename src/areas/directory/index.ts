/** The door of the area: what others may call. */
export { can, directoryEditor, directoryKeeper } from './access.ts';
export type { Hours } from './hours/hours.ts';
export { nationalHolidays } from './hours/holidays.ts';
export { type Opening, openingAt } from './hours/rules.ts';
export { openingText } from './hours/text.ts';
export { type CrisisKind, crisisKinds, findCrises, findCrisis } from './crisis/rules.ts';
export { type EmergencyLine, emergencyLines, linesFor } from './emergency/lines.ts';
export { EmergencyPanel } from './emergency/pages/panel.tsx';
export { worryTerms } from './taxonomy/terms.ts';
export { listMunicipalities, type Municipality } from './municipalities/store.ts';
export { decodeText } from './imports/decode.ts';
export { readCsv } from './imports/csv/rules.ts';
export { type Found, type SearchQuery, searchServices } from './search/actions.ts';
export { openPacket, type Packet } from './packets/actions.ts';
export type { PacketRefusal } from './packets/rules.ts';
export { refusals as packetRefusals } from './packets/words.ts';
