import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import type { FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import type { Visit } from '#platform/web/visit.ts';
import { findPublicService, worryTerms } from '#areas/directory/index.ts';
import { decideShare } from '../bases/rules.ts';
import { listBases } from '../bases/store.ts';
import { lookAtCase, type OpenedCase } from '../case-files/read.ts';
import { referralPaths } from '../paths.ts';
import { eraDay } from '../persons/rules.ts';
import type { FieldClass } from '../relations/rules.ts';
import { draftReferral, type SharedField, type Shares } from './actions.ts';
import { FillPage, moreClasses } from './pages/fill.tsx';
import { refused } from './refusals.ts';
import { words } from './words.ts';

const fillForm = z.object({
  basisId: z.uuid(),
  fields: field.choices(),
  message: field.optionalText(5000),
  health: field.optionalText(2000),
  violence: field.optionalText(2000),
  immigration: field.optionalText(2000),
  debts: field.optionalText(2000),
  urgent: field.checkbox(),
  contactProhibited: field.checkbox(),
});
type FillVisit = Visit<{ caseId: string; serviceId: string }>;

/** What is known and may be chosen; the reader's own rights have already left out the rest. */
function knownOf({ lang }: Pick<Visit, 'lang'>, { caseFile, person }: OpenedCase) {
  const t = words[lang].field;
  const identity = person?.identity;
  const worries = caseFile.worries
    .map((code) => worryTerms.find((term) => term.code === code)?.name[lang])
    .filter(Boolean)
    .join('、');
  const all: readonly (readonly [string, FieldClass, string])[] = [
    [t.name, 'identity', identity?.name ?? ''],
    [t.kana, 'identity', identity?.kana ?? ''],
    [t.birth, 'identity', identity?.birth ? eraDay(identity.birth) : ''],
    [t.phone, 'identity', identity?.phone ?? ''],
    [t.address, 'place', caseFile.isProtected ? '' : (person?.place?.address ?? '')],
    [t.worries, 'basic', worries],
  ];
  return all
    .filter(([, , value]) => value !== '')
    .map(([label, fieldClass, value]) => ({ key: label, label, fieldClass, value }));
}

async function gather(visit: FillVisit) {
  const { db, who, person, tools, params, now } = visit;
  return inTransaction(db, who, async (tx) => {
    const service = await findPublicService(tx, params.serviceId);
    if (!service) throw new NotFound('service');
    const opened = await lookAtCase(
      tx,
      { who: person, vault: tools.vault, caseId: params.caseId, what: 'refer' },
      now,
    );
    const bases = (await listBases(tx, params.caseId)).filter(
      (consent) =>
        consent.lane === 'consent' &&
        decideShare({ consent, to: service.organisationId, classes: [], on: tokyoDay(now) }).ok,
    );
    return { service, opened, bases, known: knownOf(visit, opened) };
  });
}

export async function fillPage(visit: FillVisit, state: FormState): Promise<Response> {
  const { service, opened, bases, known } = await gather(visit);
  return visit.page(
    <FillPage
      view={visit.view}
      state={state}
      caseFile={opened.caseFile}
      service={service}
      bases={bases.map(({ id, givenOn, untilOn }) => ({ value: id, label: `${givenOn} – ${untilOn ?? ''}` }))}
      known={known.map(({ key, label, value }) => ({ value: key, label: `${label}：${value}` }))}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

/** What goes along, as it was chosen: kept as a draft, and shown as the receiver will see it. */
export async function draft(visit: FillVisit): Promise<Response> {
  const form = await visit.form(fillForm);
  if (!form.ok) return fillPage(visit, form.state);
  const { service, known } = await gather(visit);
  const { basisId, fields, urgent, contactProhibited, ...told } = form.values;
  const chosen = known.filter(({ key }) => fields.includes(key));
  const { caseId, serviceId } = visit.params;
  const drafted = await draftReferral(
    visit.db,
    visit.who,
    {
      vault: visit.tools.vault,
      caseId,
      serviceId,
      toOrganisationId: service.organisationId,
      basisId,
      shares: sharesOf(visit, chosen, told),
      urgent,
      contactProhibited,
    },
    visit.now,
  );
  if (drafted.ok)
    return visit.go(referralPaths.referral.to({ referralId: drafted.value.id }), words[visit.lang].drafted);
  return fillPage(visit, refused(visit, drafted, form.typed));
}

function sharesOf(
  { lang }: Pick<Visit, 'lang'>,
  chosen: readonly (SharedField & { fieldClass: FieldClass })[],
  told: Readonly<Record<'message' | (typeof moreClasses)[number], string>>,
): Shares {
  const t = words[lang];
  const written = [
    { label: t.message, value: told.message, fieldClass: 'basic' as FieldClass },
    ...moreClasses.map((each) => ({
      label: t.more[each],
      value: told[each],
      fieldClass: each as FieldClass,
    })),
  ].filter(({ value }) => value !== '');
  const all = Map.groupBy([...chosen, ...written], ({ fieldClass }) => fieldClass);
  return Object.fromEntries(
    [...all].map(([fieldClass, rows]) => [fieldClass, rows.map(({ label, value }) => ({ label, value }))]),
  );
}
