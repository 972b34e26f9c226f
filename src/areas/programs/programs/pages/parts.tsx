import type { Child } from 'hono/jsx';
import { yenFull } from '#platform/money.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { Section, TypedText } from '#ui/layout.tsx';
import { programPaths } from '../../paths.ts';
import type { Term } from '../../terms/store.ts';
import { listed, nameIn } from '../../trail.ts';
import type { Program } from '../store.ts';
import { words } from '../words.ts';

export interface PartsProps {
  readonly view: View;
  readonly program: Program;
  readonly terms: readonly Term[];
  readonly pillars: readonly string[];
  readonly partners: readonly string[];
  /** Of an organisation, as it is called in that year. */
  readonly nameOf: (organisationId: string) => string;
  readonly mayWrite: boolean;
}

function EditLink({ view, part, href }: { view: View; part: string; href: string }) {
  const t = words[view.lang];
  return (
    <ButtonLink small kind="secondary" href={view.href(href)}>
      {t.editOf(part)}
    </ButtonLink>
  );
}

export function BasicsSection({ view, program, terms, pillars, partners, nameOf, mayWrite }: PartsProps) {
  const t = words[view.lang];
  const term = (scheme: string, code: string | null) => {
    const found = terms.find((each) => each.scheme === scheme && each.code === code);
    return found ? nameIn(view.lang, found) : (code ?? '');
  };
  const text = (typed: string): Child => (typed ? <TypedText text={typed} /> : t.notStated);
  const edit = (
    <EditLink view={view} part={t.basics} href={programPaths.basics.to({ programId: program.id })} />
  );
  return (
    <Section title={t.basics} id="basics" actions={mayWrite && edit}>
      <DefinitionList
        items={[
          { term: t.category, value: term('category', program.category) || t.noCategory },
          ...(pillars.length > 0
            ? [
                {
                  term: t.pillars,
                  value: listed(
                    view.lang,
                    pillars.map((code) => term('pillar', code)),
                  ),
                },
              ]
            : []),
          ...(program.line ? [{ term: t.line, value: term('line', program.line) }] : []),
          { term: t.bureau, value: nameOf(program.organisationId) },
          { term: t.division, value: program.division || t.notStated },
          ...(partners.length > 0
            ? [{ term: t.partners, value: listed(view.lang, partners.map(nameOf)) }]
            : []),
          { term: t.targetPeople, value: text(program.targetPeople) },
          { term: t.purpose, value: text(program.purpose) },
        ]}
      />
    </Section>
  );
}

export function LogicSection({ view, program, mayWrite }: PartsProps) {
  const t = words[view.lang];
  const parts = ['inputs', 'activities', 'outputs', 'outcomes'] as const;
  const edit = (
    <EditLink view={view} part={t.logic} href={programPaths.logic.to({ programId: program.id })} />
  );
  return (
    <Section title={t.logic} id="logic" actions={mayWrite && edit}>
      <DefinitionList
        items={parts.map((part) => ({
          term: t[part],
          value: program.logic[part] ? <TypedText text={program.logic[part]} /> : t.notStated,
        }))}
      />
    </Section>
  );
}

export function BudgetsSection({ view, program, mayWrite }: PartsProps) {
  const t = words[view.lang];
  const parts = ['budgetInitial', 'budgetRevised', 'budgetSettled'] as const;
  const edit = (
    <EditLink view={view} part={t.budgets} href={programPaths.budgets.to({ programId: program.id })} />
  );
  return (
    <Section title={t.budgets} id="budgets" actions={mayWrite && edit}>
      <DefinitionList
        items={parts.map((part) => {
          const amount = program[part];
          return { term: t[part], value: amount === null ? t.notStated : yenFull(view.lang, amount) };
        })}
      />
    </Section>
  );
}
