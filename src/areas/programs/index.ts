/** The door of the area: what others may call. */
export { approver, can, reporter, secretariat } from './access.ts';
export type { YearContent } from './content/content.ts';
export { readYear } from './content/read.ts';
export { acceptEntry, readEntry, submitEntry } from './entries/actions.ts';
/** The newest round in numbers. */
export { countPortfolio } from './entries/store.ts';
export { saveValues } from './measures/actions.ts';
export { listMeasures } from './measures/store.ts';
export { type NewOffer, offerValues } from './offers/actions.ts';
/** A problem that a later area saw in its own numbers. */
export { raiseProblem } from './problems/actions.ts';
export type { ProblemRefusal } from './problems/rules.ts';
export { countProblems, listProblemsOfOrigin, type ProblemOfOrigin } from './problems/store.ts';
export { ProblemTag } from './problems/pages/list.tsx';
export { statuses as problemStatuses } from './problems/rules.ts';
export { words as problemWords } from './problems/words.ts';
/** How each value of a year came to stand there, and which returns were accepted: the path of published numbers. */
export { listAcceptances, listEnteredValues } from './origins/store.ts';
export { listPrograms } from './programs/store.ts';
export { listYears } from './years/store.ts';
/** A voice from another area, with consent. */
export { addVoice, removeVoice } from './voices/actions.ts';
