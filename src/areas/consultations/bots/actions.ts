import type { Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import { ok, type Result } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import {
  adviceText,
  type AskedTurn,
  askedAt,
  chosenText,
  crisisLines,
  type Guide,
  languageOf,
  readGuide,
  readOutcome,
  type Said,
  type Standing,
  standingAt,
  takeTurn,
  turnFacts,
  turnValues,
} from '#areas/directory/index.ts';
import type { ContactRefusal } from '../contacts/rules.ts';
import { type Contact, findContact, lockContact } from '../contacts/store.ts';
import { say } from '../messages/actions.ts';
import { findMessageByKey } from '../messages/store.ts';
import { readStanding, writeStanding } from './state.ts';
import { words } from './words.ts';

export interface BotInput {
  readonly vault: Vault;
  readonly contactId: string;
  /** What the person pressed (values of `asked`) or wrote; absent: the guide begins. */
  readonly answer?: Said;
  /** Made by the sender: a turn that comes again is taken once. */
  readonly key: string;
}

/**
 * One turn with the guide, the same in chat and on LINE. What the person said and what the guide answers are messages of the
 * conversation, so a counsellor reads the whole of it; a press is written as its words. Gives what is asked now, with its
 * choices; undefined: nothing more is asked, or a person has the conversation. Where no flow is published, words are kept and
 * nothing is asked.
 */
export async function stepOfBot(
  tx: Tx,
  { vault, contactId, answer, key }: BotInput,
  now: Date,
): Promise<Result<{ asked: AskedTurn | undefined; seq: number }, ContactRefusal>> {
  const contact = await lockContact(tx, contactId);
  const hears = contact.state === 'bot';
  const isRepeated = hears && (await findMessageByKey(tx, { contactId, key })) !== undefined;
  if (answer && 'words' in answer) {
    const said = await say(tx, tx.who, { vault, contactId, sender: 'person', text: answer.words, key }, now);
    if (!said.ok || !hears) return said.ok ? ok({ asked: undefined, seq: said.value.seq }) : said;
  }
  const guide = hears ? await readGuide(tx) : undefined;
  if (guide && !isRepeated) await takeStep(tx, guide, { vault, contact, answer, key }, now);
  const after = await findContact(tx, contactId);
  return ok({ asked: await readAsked(tx, { vault, contact: after }), seq: after.lastSeq });
}

/** What the guide asks somebody at this moment, if it does. */
export async function readAsked(
  tx: Tx,
  { vault, contact }: { vault: Vault; contact: Contact },
): Promise<AskedTurn | undefined> {
  if (contact.state !== 'bot') return undefined;
  const standing = await readStanding(tx, { vault, contact });
  const guide = standing && (await readGuide(tx));
  return guide && askedAt(guide, standing, languageOf(standing.answers, contact.lang));
}

interface Step {
  readonly vault: Vault;
  readonly contact: Contact;
  readonly answer: Said | undefined;
  readonly key: string;
}

async function takeStep(tx: Tx, guide: Guide, step: Step, now: Date): Promise<void> {
  const { vault, contact, answer, key } = step;
  const before = await readStanding(tx, { vault, contact });
  if (before && !answer) return;
  const standing = before ?? standingAt(guide.flow, {});
  const turn = answer && takeTurn(guide.flow, standing, answer, turnFacts(guide));
  if (turn?.heard === 'stale') return;
  const contactId = contact.id;
  const spoken = { vault, contactId };
  if (answer && 'choices' in answer) {
    const text = pressedText(guide, { contact, standing, choices: answer.choices });
    await say(tx, tx.who, { ...spoken, sender: 'person', text, key }, now);
  }
  const after = turn?.standing ?? standing;
  await writeStanding(tx, { vault, contact, standing: after }, now);
  const t = words[langOf(contact)];
  const crises = turn && turn.crises.length > 0 ? crisisLines(turn.crises, langOf(contact)) : [];
  const parts = [
    ...(before ? [] : [t.greeting]),
    ...(crises.length > 0 ? [[t.crisis, ...crises, t.crisisAfter].join('\n')] : []),
    ...(before && turn?.heard === 'noted' && crises.length === 0 && after.on ? [t.kept] : []),
    await asksOrAdvises(tx, guide, { contact, before, after }, now),
  ];
  const text = parts.join('\n\n');
  await say(tx, tx.who, { ...spoken, sender: 'bot', text, key: `${key}:guide` }, now);
}

/** The next question; at the end the advice, once, and then only that a person reads on. */
async function asksOrAdvises(
  tx: Tx,
  guide: Guide,
  { contact, before, after }: { contact: Contact; before: Standing | undefined; after: Standing },
  now: Date,
): Promise<string> {
  const t = words[langOf(contact)];
  const language = languageOf(after.answers, contact.lang);
  const asked = askedAt(guide, after, language);
  if (asked) return asked.text;
  if (before && !before.on) return t.adviceAfter;
  const outcome = await readOutcome(tx, guide, after.answers, now);
  return [t.advice, adviceText(outcome, language, now), t.adviceAfter].filter(Boolean).join('\n\n');
}

function pressedText(
  guide: Guide,
  { contact, standing, choices }: { contact: Contact; standing: Standing; choices: readonly string[] },
): string {
  const t = words[langOf(contact)];
  const values = choices.map((each) => each.slice(each.indexOf(':') + 1));
  if (values.includes(turnValues.again)) return t.again;
  if (values.includes(turnValues.advice)) return t.straight;
  if (values.includes(turnValues.skip)) return t.passed;
  const language = languageOf(standing.answers, contact.lang);
  return chosenText(guide, { standing, chosen: values, language });
}

function langOf({ lang }: Contact): Lang {
  return lang === 'en' ? 'en' : 'ja';
}
