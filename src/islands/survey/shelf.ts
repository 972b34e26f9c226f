/** Where answers wait on the telephone: each state of each answer, in the order in which it was written. */

export interface Answer {
  readonly answerId: string;
  readonly municipality: string;
  readonly seen: number;
  readonly values: Readonly<Record<string, string | number | readonly string[]>>;
  readonly removed: boolean;
}

export interface Edit extends Answer {
  readonly id: string;
  readonly surveyId: string;
  readonly version: number;
  readonly sequence: number;
  /** By the telephone's clock. */
  readonly wroteAt: string;
  /** Over all answers of this telephone. */
  readonly order?: number;
  readonly sent: boolean;
  /** Why the server did not take it. */
  readonly refused?: string;
}

export interface Shelf {
  readonly write: (
    given: Omit<Answer, 'answerId'> & { surveyId: string; version: number; answerId: string | undefined },
  ) => Promise<void>;
  /** The last state of each answer, newest first; those taken back and sent are left out. */
  readonly list: (surveyId: string) => Promise<readonly Edit[]>;
  readonly unsent: (surveyId: string) => Promise<readonly Edit[]>;
  readonly countUnsent: () => Promise<number>;
  readonly settle: (ids: readonly string[], change: { sent: boolean; refused?: string }) => Promise<void>;
  readonly forget: (surveyId: string) => Promise<void>;
}

const name = 'tsunagi-field-survey';

export async function openShelf(): Promise<Shelf> {
  const database = await open();
  const all = () => ask<Edit[]>(database.transaction('edits').objectStore('edits').getAll());
  const inOrder = async (surveyId: string) =>
    (await all())
      .filter((edit) => edit.surveyId === surveyId)
      .sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  return {
    async write({ answerId = crypto.randomUUID(), ...given }) {
      // One transaction: two windows never give the same sequence.
      const store = database.transaction('edits', 'readwrite').objectStore('edits');
      const before = (await ask<Edit[]>(store.getAll())).filter((edit) => edit.answerId === answerId);
      const sequence = Math.max(0, ...before.map((edit) => edit.sequence)) + 1;
      const id = crypto.randomUUID();
      const edit: Edit = { ...given, id, answerId, sequence, wroteAt: new Date().toISOString(), sent: false };
      await ask(store.add(edit));
    },
    async list(surveyId) {
      const last = new Map<string, Edit>();
      for (const edit of await inOrder(surveyId)) last.set(edit.answerId, edit);
      return [...last.values()].filter((edit) => !(edit.removed && edit.sent)).reverse();
    },
    unsent: async (surveyId) =>
      (await inOrder(surveyId)).filter(({ sent, refused }) => !sent && refused === undefined),
    countUnsent: async () =>
      (await all()).filter(({ sent, refused }) => !sent && refused === undefined).length,
    async settle(ids, change) {
      const store = database.transaction('edits', 'readwrite').objectStore('edits');
      const edits = await ask<Edit[]>(store.getAll());
      for (const edit of edits) if (ids.includes(edit.id)) await ask(store.put({ ...edit, ...change }));
    },
    async forget(surveyId) {
      const store = database.transaction('edits', 'readwrite').objectStore('edits');
      const edits = await ask<Edit[]>(store.getAll());
      for (const edit of edits)
        if (edit.surveyId === surveyId && edit.sent && edit.order !== undefined)
          await ask(store.delete(edit.order));
    },
  };
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.addEventListener('upgradeneeded', () =>
    request.result.createObjectStore('edits', { keyPath: 'order', autoIncrement: true }),
  );
  return ask(request);
}

function ask<Value>(request: IDBRequest): Promise<Value> {
  return new Promise((done, failed) => {
    request.addEventListener('success', () => done(request.result as Value));
    request.addEventListener('error', () => failed(request.error));
  });
}
