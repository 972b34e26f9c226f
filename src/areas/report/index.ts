/** The door of the area: what the first page of the site shows of it. */
export { EditionCard } from './publication/pages/edition-card.tsx';
export { listNewest, type NewestEdition } from './publication/store.ts';
