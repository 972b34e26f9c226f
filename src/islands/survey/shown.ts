import type { Answer, Edit } from './shelf.ts';

interface Shown {
  readonly answers: readonly Edit[];
  readonly words: Readonly<Record<string, string>>;
  readonly change: (answer: Answer) => void;
  readonly takeBack: (answer: Answer) => void;
}

/** The answers that were written on this telephone, each with how far it has come. */
export function drawOwn(page: HTMLElement, { answers, words, change, takeBack }: Shown): void {
  const list = page.querySelector('[data-survey-list]');
  const own = page.querySelector<HTMLElement>('[data-survey-own]');
  if (!list || !own) return;
  own.hidden = answers.length === 0;
  list.replaceChildren(
    ...answers.map((answer) => {
      const line = document.createElement('li');
      const place =
        page.querySelector(`option[value="${CSS.escape(answer.municipality)}"]`)?.textContent ?? '';
      const state =
        answer.refused === undefined
          ? words[answer.sent ? 'stateSent' : 'stateUnsent']
          : `${words['stateRefused']}：${answer.refused}`;
      line.append(`${place} ${answer.seen}${words['seenUnit']}（${state}） `);
      if (!answer.removed)
        line.append(
          button(words['change'], () => change(answer)),
          ' ',
          button(words['takeBack'], () => takeBack(answer)),
        );
      return line;
    }),
  );
}

function button(text: string | undefined, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button quiet small';
  made.textContent = text ?? '';
  made.addEventListener('click', act);
  return made;
}

/** `weak`: only where nothing more important was said. */
export function say(page: HTMLElement, text: string | undefined, { weak = false } = {}): void {
  const state = page.querySelector<HTMLElement>('[data-survey-state]');
  if (!state || (weak && state.dataset['said'] === 'yes')) return;
  if (!weak) state.dataset['said'] = 'yes';
  state.textContent = text ?? '';
}
