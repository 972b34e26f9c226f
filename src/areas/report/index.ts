/** The door of the area: what the first page of the site shows of it. */
export { EditionCard } from './publication/pages/edition-card.tsx';
export { listEditionData } from './outputs/open-data.ts';
export { listNewest, type NewestEdition } from './publication/store.ts';
