import { fiscalYearName } from '#platform/dates.ts';
import { programPaths } from '#areas/programs/paths.ts';
import { ButtonLink } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { staffReportPaths as paths } from '../../paths.ts';
import { nameWorry } from '../facts.ts';
import { nameOf } from '../read-map.ts';
import { words } from '../words.ts';
import type { UnmetMapProps } from './map-props.ts';

/** Beside what was not met: the year's programs that answer the worry, and programs and budget by pillar. */
export function AnsweringPrograms({ view, answering, cell, mayStart }: UnmetMapProps) {
  const { lang } = view;
  const t = words[lang];
  const { year, programs, pillars } = answering;
  if (year === null) return null;
  const own = programs.filter(({ answers }) => answers);
  const { worry } = cell;
  return (
    <Section
      title={t.programs(fiscalYearName(lang, year))}
      lead={worry ? t.of(nameWorry(lang, worry)) : undefined}
      actions={
        worry &&
        mayStart && (
          <ButtonLink kind="secondary" small href={view.href(paths.unmetAnswers.to({ worry }))}>
            {t.chooseAnswering}
          </ButtonLink>
        )
      }
    >
      {worry && (
        <DataTable
          view={view}
          caption={t.answering}
          columns={[
            { key: 'name', label: t.program, head: true },
            { key: 'bureau', label: t.bureau },
            { key: 'yen', label: t.budget, align: 'number', unit: t.yen },
          ]}
          empty={t.noAnswering}
          rows={own.map(({ id, name, bureau, yen }) => ({
            name: <a href={view.href(programPaths.program.to({ programId: id }))}>{nameOf(lang, name)}</a>,
            bureau: nameOf(lang, bureau),
            yen,
          }))}
        />
      )}
      <DataTable
        view={view}
        caption={t.pillarTitle}
        columns={[
          { key: 'name', label: t.pillar, head: true },
          { key: 'count', label: t.count, align: 'number' },
          { key: 'yen', label: t.budget, align: 'number', unit: t.yen },
        ]}
        rows={pillars.map((line) => ({
          name: line.name ? nameOf(lang, line.name) : t.noPillar,
          count: line.programs,
          yen: line.yen,
        }))}
      />
      <p class="hint">{t.pillarNote}</p>
    </Section>
  );
}
