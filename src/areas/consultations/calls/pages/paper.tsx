import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { worryTerms } from '#areas/directory/index.ts';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { words as boardWords } from '../../boards/words.ts';
import { type CodeField, codes } from '../../contacts/codes.ts';
import type { Desk } from '../../desks/store.ts';
import { deskPaths } from '../../paths.ts';
import { words } from '../words.ts';

/** What is asked in a visit, as a sheet to fill in with a pen: the same order and numbers as the page that it is typed into. */
export function PaperPage({ view, desk }: { view: View; desk: Desk }) {
  const t = words[view.lang];
  const b = boardWords[view.lang];
  const back = { href: view.href(deskPaths.visit.to({ deskId: desk.id })), label: t.visit };
  return (
    <StaffFrame view={view} title={t.sheet}>
      <PageHead
        title={t.sheet}
        kicker={contentIn(view.lang, { ja: desk.nameJa, en: desk.nameEn })}
        lead={t.sheetLead}
        breadcrumbs={<Breadcrumbs view={view} items={[back]} current={t.sheet} />}
      />
      <div class="paper">
        <Line label={t.day} />
        <Line label={`${t.begin} 〜 ${t.end}`} />
        <Boxes label={t.worries} options={worryTerms.map(({ name }, at) => `${at + 1} ${name[view.lang]}`)} />
        <Boxes label={t.risk} options={Object.values(t.riskLevels)} />
        <Line label={t.content} rows />
        <Line label={t.response} rows />
        <Coded view={view} field="outcome" label={t.outcome} />
        <Line label={t.next} />
        <Coded view={view} field="about" label={b.about} />
        <Coded view={view} field="ageBand" label={b.age} />
        <Coded view={view} field="sex" label={b.sex} />
        <Line label={b.municipality} />
        <Coded view={view} field="route" label={b.route} />
        <Boxes label={b.interpreter} options={[t.yes]} />
        <Line label={b.accompaniedBy} />
        <Line label={b.followUp} />
      </div>
    </StaffFrame>
  );
}

function Line({ label, rows }: { label: string; rows?: boolean }) {
  return (
    <div class={rows ? 'blank tall' : 'blank'}>
      <b>{label}</b>
    </div>
  );
}

function Boxes({ label, options }: { label: string; options: readonly string[] }) {
  return (
    <div class="blank">
      <b>{label}</b>
      <ul>
        {options.map((option) => (
          <li>□ {option}</li>
        ))}
      </ul>
    </div>
  );
}

function Coded({ view, field, label }: { view: View; field: CodeField; label: string }) {
  const options = Object.values(codes[field]).map((text, at) => `${at + 1} ${text[view.lang]}`);
  return <Boxes label={label} options={options} />;
}
