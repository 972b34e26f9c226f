import { Checkbox, RadioGroup } from '#ui/choices.tsx';
import { TextArea } from '#ui/fields.tsx';
import { ActionForm } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { reportReasons } from '../reports.ts';
import { words } from '../words.ts';
import { fieldsOf, Fold } from './steps.tsx';
import type { TalkProps } from './talk.tsx';

export function Trouble(props: TalkProps) {
  const { view, talk, urlOf } = props;
  const t = words[view.lang];
  const common = fieldsOf(props, 'report');
  return (
    <Section title={t.help}>
      {talk.match.openedAt && <p>{t.opened}</p>}
      <Fold {...props} step="report" label={t.report} lead={t.reportLead} kind="secondary">
        <RadioGroup
          {...common}
          name="why"
          label={t.reportWhy}
          required
          options={reportReasons.map((value) => ({ value, label: t.why[value] }))}
        />
        <TextArea {...common} name="reportWords" label={t.reportWords} rows={3} />
        <Checkbox {...common} name="reportBlock" label={t.reportBlock} />
      </Fold>
      {!talk.isBlocked && (
        <ActionForm action={urlOf('block')} kind="quiet">
          {t.block}
        </ActionForm>
      )}
    </Section>
  );
}
