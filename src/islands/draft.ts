/** What is typed into an application is saved while it is typed; without scripts the buttons save it. */

const box = document.querySelector<HTMLElement>('[data-keep]');
const form = box?.querySelector('form');
const state = box?.querySelector<HTMLElement>('[data-keep-state]');
/** So long (ms) after the last key. */
const pauseMs = 1200;

let waiting: ReturnType<typeof setTimeout> | undefined;
let saving = false;
let typedMeanwhile = false;

if (box && form) {
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void keep(box, form), pauseMs);
  });
  form.addEventListener('submit', () => clearTimeout(waiting));
  // A telephone that is put away may never come back to this page.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && waiting !== undefined) void keep(box, form);
  });
}

async function keep(box: HTMLElement, form: HTMLFormElement): Promise<void> {
  clearTimeout(waiting);
  waiting = undefined;
  if (saving) {
    typedMeanwhile = true;
    return;
  }
  saving = true;
  say(box.dataset['saving']);
  try {
    const answer = await fetch(box.dataset['keep'] ?? '', {
      method: 'POST',
      body: new FormData(form),
      keepalive: true,
    });
    if (answer.ok) {
      const { bases } = (await answer.json()) as { bases: Record<string, number> };
      for (const [name, version] of Object.entries(bases)) seen(form, name, version);
      say(box.dataset['saved']);
    } else say(answer.status === 409 ? box.dataset['changed'] : box.dataset['failed']);
  } catch {
    say(box.dataset['failed']);
  }
  saving = false;
  if (!typedMeanwhile) return;
  typedMeanwhile = false;
  void keep(box, form);
}

/** The version that was just made is the one that the form has seen. */
function seen(form: HTMLFormElement, name: string, version: number): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = String(version);
}

function say(text: string | undefined): void {
  if (state && state.textContent !== text) state.textContent = text ?? '';
}
