import { organisationsWith, type Who } from '#platform/access.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { yenFull } from '#platform/money.ts';
import { grantApprover, grantOfficer } from '../../access.ts';
import { callStaffPaths } from '../../paths.ts';
import type { BudgetChange, CallLine } from '../store.ts';
import { words } from './words.ts';

/** What somebody can do next with the calls of their office: decisions before drafts. */
export function waitingFor({
  who,
  lang,
  calls,
  changes,
}: {
  who: Who;
  lang: Lang;
  calls: readonly CallLine[];
  changes: readonly BudgetChange[];
}): readonly { href: string; label: string }[] {
  const t = words[lang];
  const me = who.kind === 'person' ? who.personId : '';
  const [writes, decides] = [organisationsWith(who, grantOfficer), organisationsWith(who, grantApprover)];
  const toCall = ({ id }: CallLine) => callStaffPaths.call.to({ callId: id });
  const nameOf = ({ terms }: CallLine) => contentIn(lang, terms.name);
  const proposed = calls.filter(
    ({ draft, bureauId }) => draft?.proposedAt && decides.includes(bureauId) && !draft.editors.includes(me),
  );
  const drafts = calls.filter(
    ({ draft, bureauId }) => draft && !draft.proposedAt && writes.includes(bureauId),
  );
  const money = changes.filter(({ bureauId, askedBy }) => decides.includes(bureauId) && askedBy !== me);
  return [
    ...proposed.map((call) => ({ href: toCall(call), label: t.toPublish(nameOf(call)) })),
    ...money.flatMap(({ callId, yen }) => {
      const call = calls.find(({ id }) => id === callId);
      return call
        ? [{ href: `${toCall(call)}#budget`, label: t.toBudget(nameOf(call), yenFull(lang, yen)) }]
        : [];
    }),
    ...drafts.map((call) => ({
      href: toCall(call),
      label: call.draft?.returnReason ? t.toMend(nameOf(call)) : t.toDraft(nameOf(call)),
    })),
  ];
}
