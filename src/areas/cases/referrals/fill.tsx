import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { dayName, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import type { Visit } from '#platform/web/visit.ts';
import { findPublicService, listPublicServicesOf, type Service } from '#areas/directory/index.ts';
import { decideShare } from '../bases/rules.ts';
import { listBases } from '../bases/store.ts';
import { lookAtCase, type OpenedCase } from '../case-files/read.ts';
import type { FormSet } from '../forms/form.ts';
import { formSetFor } from '../forms/read.ts';
import { listOf, optionOf } from '../forms/rules.ts';
import { referralPaths } from '../paths.ts';
import { eraDay } from '../persons/rules.ts';
import type { FieldClass } from '../relations/rules.ts';
import { draftReferral } from './actions.ts';
import { FillPage, moreClasses } from './pages/fill.tsx';
import { refused } from './refusals.ts';
import { advancers } from './rules.ts';
import type { SharedField, Shares } from './told.ts';
import { words } from './words.ts';

const service = z.union([z.uuid(), z.literal('')]).default('');
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
  next1: service,
  next2: service,
  advancedBy: z.enum(advancers).default('sender'),
});
type FillVisit = Visit<{ caseId: string; serviceId: string }>;

/** What is known and may be chosen; the reader's own rights have already left out the rest. */
function knownOf({ lang }: Pick<Visit, 'lang'>, { caseFile, person }: OpenedCase, forms: FormSet) {
  const t = words[lang].field;
  const identity = person?.identity;
  const worries = caseFile.worries
    .map((code) => optionOf(listOf(forms, 'worry'), code)?.name[lang])
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
    const to = await findPublicService(tx, params.serviceId);
    if (!to) throw new NotFound('service');
    const looking = { who: person, vault: tools.vault, caseId: params.caseId, what: 'refer' };
    const opened = await lookAtCase(tx, looking, now);
    const on = tokyoDay(now);
    const forms = await formSetFor(tx, opened.caseFile.receivedOn);
    const bases = (await listBases(tx, params.caseId)).filter(
      (consent) =>
        consent.lane === 'consent' && decideShare({ consent, to: to.organisationId, classes: [], on }).ok,
    );
    const named = bases.flatMap(({ organisationIds }) => organisationIds);
    const others = await listPublicServicesOf(
      tx,
      named.filter((id) => id !== to.organisationId),
    );
    return { service: to, opened, bases, others, known: knownOf(visit, opened, forms) };
  });
}

function serviceName({ lang }: Pick<Visit, 'lang'>, { content, owner, capacity }: Service): string {
  const free = capacity ? words[lang].capacity[capacity as keyof (typeof words)['ja']['capacity']] : '';
  const name = contentIn(lang, content.name);
  const of = contentIn(lang, { ja: owner.nameJa, en: owner.nameEn });
  return `${name}（${[of, free].filter(Boolean).join('・')}）`;
}

/** Only what the chosen consent names can be chosen: its classes of fields, and its organisations as further receivers. */
export async function fillPage(visit: FillVisit, state: FormState): Promise<Response> {
  const { service: to, opened, bases, others, known } = await gather(visit);
  const typed = state.values['basisId'];
  const asked = typeof typed === 'string' && typed ? typed : visit.query('basis');
  const basis = bases.find(({ id }) => id === asked) ?? bases[0];
  return visit.page(
    <FillPage
      view={visit.view}
      state={state}
      caseFile={opened.caseFile}
      service={to}
      bases={bases.map(({ id, givenOn, untilOn }) => ({
        value: id,
        label: words[visit.lang].basisOf(
          dayName(visit.lang, givenOn),
          untilOn ? dayName(visit.lang, untilOn) : '',
        ),
      }))}
      basis={basis}
      known={known
        .filter(({ fieldClass }) => basis?.classes.includes(fieldClass))
        .map(({ key, label, value }) => ({ value: key, label: `${label}：${value}` }))}
      others={others
        .filter(({ organisationId }) => basis?.organisationIds.includes(organisationId))
        .map((each) => ({ value: each.id, label: serviceName(visit, each) }))}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

/** What goes along, as it was chosen: kept as a draft, and shown as the receiver will see it. */
export async function draft(visit: FillVisit): Promise<Response> {
  const form = await visit.form(fillForm);
  if (!form.ok) return fillPage(visit, form.state);
  const { service: to, known, others } = await gather(visit);
  const { basisId, fields, urgent, contactProhibited, next1, next2, advancedBy, ...told } = form.values;
  const chosen = known.filter(({ key }) => fields.includes(key));
  const { caseId, serviceId } = visit.params;
  const further = [next1, next2]
    .filter((each) => each !== '')
    .map((id) => ({
      serviceId: id,
      organisationId: others.find((each) => each.id === id)?.organisationId ?? '',
    }));
  const input = {
    vault: visit.tools.vault,
    caseId,
    serviceId,
    toOrganisationId: to.organisationId,
    basisId,
    shares: sharesOf(visit, chosen, told),
    urgent,
    contactProhibited,
    further,
    advancedBy,
  };
  const drafted = await draftReferral(visit.db, visit.who, input, visit.now);
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
