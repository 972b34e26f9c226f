import type { Lang } from '#platform/i18n.ts';
import { SheetBoxes, SheetRows, SignatureLine } from '#ui/sheet.tsx';
import { shownDay } from '../../answers/shown.ts';
import type { FormSet } from '../../forms/form.ts';
import { listOf, optionOf } from '../../forms/rules.ts';
import { sheetPaths } from '../../paths.ts';
import type { OpenPlan } from '../../plans/read.ts';
import { ticked } from '../boxes.tsx';
import type { Gathered, GatheredPlan } from '../gather.ts';
import { words } from '../words.ts';
import { SheetFrame, type SheetProps } from './frame.tsx';
import { CaseBoxes, PersonBoxes } from './person.tsx';

export interface PlanSheetProps extends SheetProps {
  readonly plans: GatheredPlan;
}

const day = (lang: Lang, on: string | null | undefined) => (on ? shownDay(lang, on) : '');
const span = (lang: Lang, from: string | null | undefined, to: string | null | undefined) =>
  from || to ? `${day(lang, from)}〜${day(lang, to)}` : '';

/** Which round's sheet: links, shown where there is more than one. */
export function roundsOf({ view, gathered, plans }: PlanSheetProps, sheet: 'plan' | 'review') {
  const t = words[view.lang];
  const items = plans.rounds.map((round) => ({
    href: view.href(sheetPaths.sheet.to({ caseId: gathered.caseFile.id, sheet }, { round: String(round) })),
    label: t.round(round),
    current: round === plans.open?.plan.round,
  }));
  return { label: t.rounds, items };
}

/** 様式5: the person's goals, who does what, and what of the Act is used. */
export function PlanSheet(props: PlanSheetProps) {
  const { view, gathered, plans } = props;
  const { lang } = view;
  const t = words[lang];
  const { set } = gathered;
  const { plan, texts, careful } = plans.open ?? {};
  const wide = (label: string, value: string | undefined) => ({
    label,
    value: value ?? '',
    wide: true,
    tall: true,
  });
  return (
    <SheetFrame {...props} sheet="plan" choice={roundsOf(props, 'plan')}>
      <CaseBoxes
        lang={lang}
        gathered={gathered}
        more={[
          {
            label: t.madeOn,
            value: [day(lang, plan?.madeOn), plans.maker].filter(Boolean).join('　'),
            thick: true,
          },
          { label: t.planRound, value: plan ? t.round(plan.round) : '', thick: true },
        ]}
      />
      <PersonBoxes lang={lang} gathered={gathered} short />
      <SheetBoxes
        title={t.plan}
        boxes={[
          wide(t.issues, [texts?.issues, ...Object.values(careful ?? {})].filter(Boolean).join('\n')),
          wide(t.longGoal, texts?.longGoal),
          wide(t.goal, texts?.goal),
        ]}
      />
      <Items lang={lang} set={set} open={plans.open} />
      <Programs lang={lang} set={set} open={plans.open} />
      <SheetBoxes
        title={t.period}
        boxes={[
          { label: t.period, value: span(lang, plan?.startsOn, plan?.endsOn), thick: true },
          { label: t.monitorOn, value: day(lang, plan?.monitorOn) },
          {
            label: t.target,
            value: (
              <>
                {ticked(lang, listOf(set, 'yes-no'), plan ? [plan.isEmploymentTarget ? 'yes' : 'no'] : [])}
                {t.targetNote}
              </>
            ),
            wide: true,
            thick: true,
          },
          { label: t.agreed, value: day(lang, plan?.agreedOn), thick: true },
          { label: t.remark, value: texts?.remark ?? '' },
        ]}
      />
      <div class="declaration">
        <SignatureLine label={t.signPlan} day={t.dayLine} />
      </div>
      <Decision lang={lang} gathered={gathered} open={plans.open} />
    </SheetFrame>
  );
}

interface PartProps {
  readonly lang: Lang;
  readonly set: FormSet;
  readonly open: OpenPlan | undefined;
}

function Items({ lang, set, open }: PartProps) {
  const t = words[lang];
  const { itemColumns: c } = t;
  const named = (list: string, code: string | null) =>
    optionOf(listOf(set, list), code)?.name[lang] ?? code ?? '';
  return (
    <SheetRows
      title={t.items}
      blank={5}
      columns={[
        { label: c.what, width: 5 },
        { label: c.bearer, width: 2 },
        { label: c.period, width: 2 },
        { label: c.note, width: 3 },
      ]}
      rows={(open?.items ?? []).map((item) => [
        item.what,
        [named('bearer', item.bearer), named('agency', item.related)].filter(Boolean).join('\n'),
        span(lang, item.startsOn, item.endsOn),
        item.note,
      ])}
    />
  );
}

/** Every program of the list, with what this plan uses of it. */
function Programs({ lang, set, open }: PartProps) {
  const t = words[lang];
  const { programColumns: c } = t;
  const used = (code: string) => open?.items.filter(({ program }) => program === code) ?? [];
  const programs = listOf(set, 'program').options.filter(
    ({ code, retired }) => !retired || used(code).length > 0,
  );
  return (
    <SheetRows
      title={t.programs}
      thick
      columns={[
        { label: c.use, width: 1 },
        { label: c.program, width: 6 },
        { label: c.period, width: 5 },
      ]}
      rows={programs.map(({ code, name }) => [
        used(code).length > 0 ? '☑' : '□',
        name[lang],
        used(code)
          .map(({ startsOn, endsOn }) => span(lang, startsOn, endsOn))
          .filter(Boolean)
          .join('、'),
      ])}
    />
  );
}

function Decision({ lang, gathered, open }: { lang: Lang; gathered: Gathered; open: OpenPlan | undefined }) {
  const t = words[lang];
  const plan = open?.plan;
  const decided = plan?.decision as keyof typeof t.decidedKinds | null | undefined;
  return (
    <SheetBoxes
      title={t.decision}
      boxes={[
        { label: t.metOn, value: day(lang, plan?.metOn), thick: true },
        {
          label: t.metResult,
          value: ticked(lang, listOf(gathered.set, 'meeting-result'), [plan?.metResult ?? '']),
        },
        {
          label: t.decided,
          value: [decided && t.decidedKinds[decided], day(lang, plan?.decidedOn)].filter(Boolean).join('　'),
          wide: true,
          thick: true,
        },
      ]}
    />
  );
}
