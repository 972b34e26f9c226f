import { randomUUID } from 'node:crypto';
import { system } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import { newToken } from '#platform/sign-in/sessions.ts';
import type { HoursCells, HoursProblem } from '../hours-text/read.ts';
import { tellOfProposal } from '../proposals/jobs.ts';
import { insertProposal } from '../proposals/store.ts';
import { setCapacity, verifyService } from '../services/actions.ts';
import type { CapacityState, ServiceContent } from '../services/content.ts';
import type { ServiceRefusal } from '../services/rules.ts';
import { findService, type Service } from '../services/store.ts';
import { findVersion } from '../versions/store.ts';
import { mendHours, mendPhones, mendText, type PhoneNumber, type TextParts } from './parts.ts';
import { type DeadLink, decideLink, linkExpiry } from './rules.ts';
import { type ConfirmationLink, findLinkByToken, insertLink, insertPress } from './store.ts';

/** Who holds a link is nobody we know: the product acts for the owner to whom it was sent. */
const asLink = system('confirmation.link');

export type MendRefusal = DeadLink | ServiceRefusal | HoursProblem;
type Pressed = Result<{ version: number }, MendRefusal>;

/** Makes a link in the caller's transaction and gives its token, which is kept nowhere. */
export async function makeLink(
  tx: Tx,
  { serviceId, organisationId, dueOn }: { serviceId: string; organisationId: string; dueOn: string | null },
  now: Date,
): Promise<string> {
  const token = newToken();
  const expiresAt = linkExpiry(now);
  await insertLink(tx, { serviceId, organisationId, dueOn, token, sentAt: now, expiresAt });
  return token;
}

export interface OpenLink {
  readonly link: ConfirmationLink;
  readonly service: Service;
}

/** What a link is good for. Looking changes nothing: mail programs open links by themselves. */
export async function openLink(db: Db, token: string, now = new Date()): Promise<Result<OpenLink, DeadLink>> {
  return inTransaction(db, asLink, (tx) => readLink(tx, token, now));
}

/** 「変わりありません」 */
export async function confirmUnchanged(db: Db, token: string, now = new Date()): Promise<Pressed> {
  return press(db, token, now, 'unchanged', (tx, { link, service }) =>
    verifyService(
      tx,
      tx.who,
      { serviceId: service.id, organisationId: link.organisationId, note: byLink },
      now,
    ),
  );
}

export async function sayCapacity(
  db: Db,
  { token, capacity }: { token: string; capacity: CapacityState },
  now = new Date(),
): Promise<Pressed> {
  return press(db, token, now, 'capacity', (tx, { service }) =>
    setCapacity(tx, tx.who, { serviceId: service.id, capacity }, now),
  );
}

export type Mending =
  | { readonly part: 'hours'; readonly cells: HoursCells }
  | { readonly part: 'phone'; readonly numbers: readonly PhoneNumber[] }
  | ({ readonly part: 'text' } & TextParts);

/** What the owner mends goes live at once, as their own edit; the keeper can undo it. */
export async function mendEntry(
  db: Db,
  { token, version, ...mending }: { token: string; version: number } & Mending,
  now = new Date(),
): Promise<Pressed> {
  return press(db, token, now, 'mended', async (tx, { link, service }) => {
    const seen = await findVersion(tx, { serviceId: service.id, version });
    const base = seen ?? service;
    const content = mend(base.content, mending);
    if (!content.ok) return content;
    const mended = { version: base.version, content: content.value };
    const { organisationId } = link;
    return verifyService(tx, tx.who, { serviceId: service.id, organisationId, mended, note: byLink }, now);
  });
}

/** What does not fit the form is told in words; a person writes it into the entry. */
export async function tellMore(
  db: Db,
  { token, said }: { token: string; said: string },
  now = new Date(),
): Promise<Pressed> {
  return press(db, token, now, 'told', async (tx, { link, service }) => {
    await insertProposal(tx, {
      id: randomUUID(),
      serviceId: service.id,
      serviceVersion: service.version,
      origin: 'owner',
      items: [{ field: 'other', said }],
      organisationId: link.organisationId,
      createdAt: now,
    });
    await tellOfProposal(tx, service, now);
    return ok({ version: service.version });
  });
}

const byLink = 'by-link';

function mend(content: ServiceContent, mending: Mending): Result<ServiceContent, HoursProblem> {
  if (mending.part === 'hours') return mendHours(content, mending.cells);
  return ok(mending.part === 'phone' ? mendPhones(content, mending.numbers) : mendText(content, mending));
}

/** Each press is one transaction: the link is looked at anew, the entry written, the press remembered. */
async function press(
  db: Db,
  token: string,
  now: Date,
  what: 'unchanged' | 'capacity' | 'mended' | 'told',
  act: (tx: Tx, open: OpenLink) => Promise<Pressed>,
): Promise<Pressed> {
  return inTransaction(db, asLink, async (tx) => {
    const opened = await readLink(tx, token, now);
    if (!opened.ok) return opened;
    const done = await act(tx, opened.value);
    if (!done.ok) return done;
    const { link, service } = opened.value;
    await insertPress(tx, { linkId: link.id, at: now, what, version: done.value.version });
    const facts = { link: link.id, what };
    await record(
      tx,
      { event: 'confirmation.press', subject: { kind: 'service', id: service.id }, facts },
      now,
    );
    return done;
  });
}

async function readLink(tx: Tx, token: string, now: Date): Promise<Result<OpenLink, DeadLink>> {
  const link = await findLinkByToken(tx, token);
  const service = link ? await findService(tx, link.serviceId) : undefined;
  const decision = decideLink(link, service, now);
  if (!decision.ok) return decision;
  if (!link || !service) throw new NotFound('link');
  return ok({ link, service });
}
