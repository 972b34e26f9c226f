import { readHolidays } from '#areas/directory/index.ts';
import { stepOfBot } from '../../bots/actions.ts';
import { isDoorOpen } from '../../desks/opening.ts';
import { askForHuman } from '../../talks/actions.ts';
import { numbers, question, told } from '../doorbells/bubbles.ts';
import { langOf } from '../doorbells/standing.ts';
import { words } from '../doorbells/words.ts';
import { findOpenTalk, updateFriend } from '../friends/store.ts';
import { contactOf } from '../links/actions.ts';
import { answer, type Scene, showEntrance, standing } from './scene.ts';
import type { Press } from './rules.ts';

/** An answer to a press that nobody waits for any more (ms). */
const presentMs = 10 * 60_000;

/** What a button of ours leads to. */
export async function press(scene: Scene, pressed: Press): Promise<void> {
  const { tx, desk, friend, now } = scene;
  const lang = langOf(friend);
  const t = words[lang];
  const isDirect = desk.settings.line.mode === 'direct';
  const until = new Date(now.getTime() + presentMs);
  switch (pressed.button) {
    case 'open':
      return showEntrance(scene, { wrote: false });
    case 'danger':
      return answer(scene, numbers(lang, [], await standing(scene)));
    case 'hours': {
      const at = await standing(scene);
      return answer(scene, told(lang, at.hours, [], at), { until });
    }
    case 'place': {
      const at = await standing(scene);
      return answer(scene, told(lang, at.place || t.noTalk, [at.place ? '' : at.hours], at), { until });
    }
    case 'ja':
    case 'en': {
      await updateFriend(tx, friend.id, { lang: pressed.button });
      const spoken = { ...scene, friend: { ...friend, lang: pressed.button } };
      const at = await standing(spoken);
      return answer(spoken, told(pressed.button, at.hours, [at.place], at), { until });
    }
    case 'human':
      return isDirect ? askHuman(scene) : showEntrance(scene, { wrote: false });
    case 'guide':
      return guide(scene, undefined);
    case 'choice':
      return guide(scene, pressed.value);
  }
}

async function askHuman(scene: Scene): Promise<void> {
  const { tx, vault, desk, friend, now } = scene;
  const contact = await contactOf(tx, { vault, friend }, now);
  const open = isDoorOpen(desk.settings, 'line', { now, holidays: await readHolidays(tx) });
  await askForHuman(tx, { contactId: contact.id, open }, now);
  const at = await standing(scene);
  const t = words[langOf(friend)];
  await answer(scene, told(langOf(friend), t.asked, [at.place, at.hours], at));
}

/**
 * The guide, by choices alone in doorbell mode: its questions stand in LINE, what was chosen is sealed with the contact, and its
 * advice is read on our page. In direct mode what it says goes to LINE like any message.
 */
async function guide(scene: Scene, choice: string | undefined): Promise<void> {
  const { tx, vault, desk, friend, eventId, now } = scene;
  const lang = langOf(friend);
  const going = await findOpenTalk(tx, friend.id);
  if (going && going.state !== 'bot') {
    const at = await standing(scene);
    return answer(scene, told(lang, at.place, [words[lang].continued], at));
  }
  const contact = await contactOf(tx, { vault, friend }, now);
  const said = choice === undefined ? {} : { answer: { choices: [choice] } };
  const step = await stepOfBot(tx, { vault, contactId: contact.id, ...said, key: `line:${eventId}` }, now);
  if (desk.settings.line.mode === 'direct') return;
  const asked = step.ok ? step.value.asked : undefined;
  if (!asked) return showEntrance(scene, { wrote: false });
  await answer(scene, question(lang, asked, await standing(scene)));
}
