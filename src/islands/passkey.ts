import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

/** Forms that are filled by the device: shown only where this script runs and the browser knows passkeys. */

if (browserSupportsWebAuthn()) {
  for (const box of document.querySelectorAll<HTMLElement>('[data-passkey]')) prepare(box);
}

function prepare(box: HTMLElement): void {
  const form = box.querySelector('form');
  const answer = form?.querySelector<HTMLInputElement>('input[name="response"]');
  const problem = box.querySelector<HTMLElement>('[data-passkey-problem]');
  if (!form || !answer || !problem) return;
  box.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    problem.hidden = true;
    ask(box.dataset as { passkey: string; options: string })
      .then((response) => {
        answer.value = JSON.stringify(response);
        form.submit();
      })
      .catch(() => {
        problem.hidden = false;
        delete form.dataset['sent'];
      });
  });
}

async function ask({ passkey, options }: { passkey: string; options: string }) {
  const answer = await fetch(options, { method: 'POST' });
  if (!answer.ok) throw new Error('no challenge');
  const optionsJSON = await answer.json();
  return passkey === 'new' ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON });
}
