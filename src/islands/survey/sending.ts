import type { Edit, Shelf } from './shelf.ts';
import { say } from './shown.ts';

interface Sending {
  readonly page: HTMLElement;
  readonly shelf: Shelf;
  readonly surveyId: string;
  readonly url: string;
  readonly words: Readonly<Record<string, string>>;
}

const atOnce = 100;
let busy = false;

/** Sends what waits, in its order. Nothing leaves the telephone's keeping before the server said that it has it. */
export async function send(given: Sending): Promise<void> {
  if (busy) return;
  busy = true;
  try {
    for (;;) {
      const waiting = await given.shelf.unsent(given.surveyId);
      if (waiting.length === 0 || !(await sendSome(given, waiting.slice(0, atOnce)))) break;
    }
    await tell(given);
  } finally {
    busy = false;
  }
}

async function sendSome({ page, shelf, url, words }: Sending, edits: readonly Edit[]): Promise<boolean> {
  const body = new FormData();
  body.set('sentAt', new Date().toISOString());
  body.set(
    'edits',
    JSON.stringify(
      edits.map(({ order: _order, sent: _sent, refused: _refused, surveyId: _survey, ...edit }) => edit),
    ),
  );
  let answer: Response;
  try {
    answer = await fetch(url, { method: 'POST', body });
  } catch {
    say(page, words['offline']);
    return false;
  }
  const isOurs =
    answer.ok && !answer.redirected && (answer.headers.get('content-type') ?? '').includes('json');
  if (!isOurs) {
    const lost = answer.redirected || answer.status === 401 || answer.status === 403;
    say(page, words[lost ? 'signInAgain' : 'offline']);
    return false;
  }
  const { saved, refused } = (await answer.json()) as {
    saved: string[];
    refused: { id: string; why: string }[];
  };
  await shelf.settle(saved, { sent: true });
  for (const { id, why } of refused) await shelf.settle([id], { sent: false, refused: why });
  return saved.length + refused.length > 0;
}

async function tell({ page, shelf, surveyId, words }: Sending): Promise<void> {
  const left = (await shelf.unsent(surveyId)).length;
  const any = (await shelf.list(surveyId)).length > 0;
  if (left > 0) page.dataset['unsentCount'] = String(left);
  else delete page.dataset['unsentCount'];
  if (left === 0 && any) say(page, words['allSent']);
}
