import { notify, type Tx } from './database/database.ts';

/** Every process listens here and forgets its kept pages. */
export const publicPagesChannel = 'tsunagi_pages';

/** Says, in the writing transaction, that public pages show something new; every process forgets its kept pages after the commit. */
export async function publicPagesChanged(tx: Tx): Promise<void> {
  notify(tx, publicPagesChannel);
}
