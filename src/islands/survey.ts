import { type Answer, openShelf, type Shelf } from './survey/shelf.ts';
import { fillForm, readForm } from './survey/form.ts';
import { drawOwn, say } from './survey/shown.ts';
import { send } from './survey/sending.ts';

/** The field survey on a telephone: what is written stays on it until the server has it, with or without a network. */

const box = document.querySelector<HTMLElement>('[data-field-survey]');
const note = document.querySelector<HTMLElement>('[data-unsent]');
if ('indexedDB' in window) {
  if (box) void openShelf().then((shelf) => begin(box, shelf));
  else if (note) void openShelf().then((shelf) => warn(note, shelf));
}

async function begin(page: HTMLElement, shelf: Shelf): Promise<void> {
  const form = page.querySelector('form');
  const words = JSON.parse(page.dataset['words'] ?? '{}') as Record<string, string>;
  const { fieldSurvey: surveyId = '', version = '', sync = '' } = page.dataset;
  if (!form) return;
  let changing: Answer | undefined;
  const draw = async () => drawOwn(page, { answers: await shelf.list(surveyId), words, change, takeBack });
  const sending = async () => {
    await send({ page, shelf, surveyId, url: sync, words });
    await draw();
  };
  const change = (answer: Answer) => {
    changing = answer;
    fillForm(form, answer);
    say(page, words['changing']);
    form.scrollIntoView();
  };
  const write = async (
    given: Pick<Answer, 'municipality' | 'seen' | 'values'>,
    { of, removed }: { of: Answer | undefined; removed: boolean },
  ) => {
    await shelf.write({ ...given, surveyId, removed, version: Number(version), answerId: of?.answerId });
    changing = undefined;
    form.reset();
    say(page, words['keptOne']);
    await draw();
    await sending();
  };
  const takeBack = (answer: Answer) => void write(answer, { of: answer, removed: true });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = readForm(form);
    if (given.municipality === '') return say(page, words['needPlace']);
    if (!Number.isInteger(given.seen) || given.seen < 0 || given.seen > 500)
      return say(page, words['needCount']);
    void write(given, { of: changing, removed: false });
  });
  page
    .querySelector('[data-survey-forget]')
    ?.addEventListener('click', () => void shelf.forget(surveyId).then(draw));
  window.addEventListener('online', () => void sending());
  setInterval(() => void sending(), 60_000);
  await draw();
  await sending();
  await keepPage(page, words);
}

/** Asks the browser to keep this page; where it cannot, the page says so. */
async function keepPage(page: HTMLElement, words: Record<string, string>): Promise<void> {
  const { worker = '', scope = '' } = page.dataset;
  if (!('serviceWorker' in navigator)) return;
  const policy = (window as { trustedTypes?: TrustedTypePolicyFactory }).trustedTypes?.createPolicy(
    'field-survey',
    {
      createScriptURL: (url: string) => {
        if (url !== worker) throw new Error('another script');
        return url;
      },
    },
  );
  try {
    await navigator.serviceWorker.register((policy?.createScriptURL(worker) ?? worker) as string, { scope });
    await controlled();
    // The page came before its worker: asked once more, it is kept with everything that it is made of.
    const parts = [
      ...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[rel=stylesheet], script[src]'),
    ];
    const urls = [location.href, ...parts.map((part) => ('src' in part ? part.src : part.href))];
    await Promise.all(urls.map((url) => fetch(url)));
    page.dataset['kept'] = 'yes';
    say(page, words['offlineReady'], { weak: true });
  } catch {
    say(page, words['offlineNot'], { weak: true });
  }
}

/** Until the worker answers for this page: what was asked before it came is not kept. */
function controlled(): Promise<void> {
  if (navigator.serviceWorker.controller) return Promise.resolve();
  return new Promise((done) =>
    navigator.serviceWorker.addEventListener('controllerchange', () => done(), { once: true }),
  );
}

interface TrustedTypePolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => unknown };
}

/** On other pages of the survey: what is still here is said, and a sign-out asks first. */
async function warn(line: HTMLElement, shelf: Shelf): Promise<void> {
  const unsent = await shelf.countUnsent();
  if (unsent === 0) return;
  line.textContent = (line.dataset['unsent'] ?? '').replace('0', String(unsent));
  line.hidden = false;
  for (const form of document.querySelectorAll<HTMLFormElement>('form[action*="sign-out"]'))
    form.addEventListener('submit', (event) => {
      if (!confirm(line.dataset['leaving'])) event.preventDefault();
    });
}
