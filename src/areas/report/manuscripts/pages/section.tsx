import type { Text } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import { CheckboxGroup, RadioGroup, SelectField } from '#ui/choices.tsx';
import { HiddenField, TextArea, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Section } from '#ui/layout.tsx';
import type { ProgramContent } from '../../editions/content.ts';
import { staffReportPaths as paths } from '../../paths.ts';
import { chartForms, type ProgramChoice } from '../edits.ts';
import type { ManuscriptFigure, Section as ManuscriptSection } from '../manuscript.ts';
import { words } from '../page-words.ts';
import { voiceKey } from '../program-section.ts';
import { type EditorProps, ManuscriptHead } from './editor.tsx';

interface SectionProps extends Pick<EditorProps, 'view' | 'id' | 'title' | 'version'> {
  readonly section: ManuscriptSection;
  readonly heading: Text;
  readonly text: Text;
  /** Where the section is of a program. */
  readonly program: ProgramContent | undefined;
  readonly choice: ProgramChoice;
  readonly figures: readonly ManuscriptFigure[];
  readonly state: FormState;
}

/** One section: its words, and what it shows. */
export function SectionPage(props: SectionProps) {
  const { view, id, section, state, program } = props;
  const text = words[view.lang];
  const title = text.write(section.heading);
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <ManuscriptHead {...props} inside current={section.heading} heading={title} />
      <Form action={view.href(paths.manuscriptSection.to({ id, section: section.id }))}>
        <HiddenField name="version" value={props.version} />
        <TextField view={view} state={state} name="headingJa" label={text.heading} value={props.heading.ja} />
        <TextField
          view={view}
          state={state}
          name="headingEn"
          label={text.headingEn}
          value={props.heading.en}
        />
        <TextArea
          view={view}
          state={state}
          name="textJa"
          label={text.text}
          hint={text.textHint}
          rows={8}
          value={props.text.ja}
        />
        <TextArea
          view={view}
          state={state}
          name="textEn"
          label={text.textEn}
          rows={6}
          value={props.text.en}
        />
        <Picker {...props} />
        {program && <Choices {...props} program={program} />}
        <Actions>
          <SubmitButton name="act" value="save">
            {text.save}
          </SubmitButton>
          <ButtonLink kind="secondary" href={view.href(paths.manuscript.to({ id }))}>
            {text.back}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}

/** Puts a number's name into the text, with or without scripts; nothing is saved by it. */
function Picker({ view, state, figures, section }: SectionProps) {
  const text = words[view.lang];
  const near = figures.filter((figure) => figure.section === section.id);
  const whole = figures.filter(
    (figure) => figure.section !== section.id && !figure.section.startsWith('program:'),
  );
  const others = figures.filter((figure) => !near.includes(figure) && !whole.includes(figure));
  const option = ({ id, label, shown }: ManuscriptFigure) => ({
    value: id,
    label: `${label} ${shown}`,
  });
  return (
    <Section title={text.insert} lead={text.insertHint}>
      <SelectField
        view={view}
        state={state}
        name="figure"
        label={text.chooseFigure}
        options={[{ value: '', label: '―' }, ...[...near, ...whole, ...others].map(option)]}
      />
      <Actions>
        <SubmitButton kind="secondary" name="act" value="insert">
          {text.insertDo}
        </SubmitButton>
        <SubmitButton kind="secondary" name="act" value="insert-en">
          {text.insertDoEn}
        </SubmitButton>
      </Actions>
    </Section>
  );
}

function Choices({ view, state, program, choice }: SectionProps & { program: ProgramContent }) {
  const text = words[view.lang];
  return (
    <>
      <RadioGroup
        view={view}
        state={state}
        name="chart"
        label={text.chart}
        value={choice.chart}
        options={chartForms.map((form) => ({ value: form, label: text.charts[form] }))}
      />
      {program.voices.length > 0 && (
        <CheckboxGroup
          view={view}
          state={state}
          name="voices"
          label={text.voices}
          values={program.voices.map(voiceKey).filter((key) => !choice.voicesLeftOut.includes(key))}
          options={program.voices.map((voice) => ({
            value: voiceKey(voice),
            label: `${voice.speaker}「${voice.words.slice(0, 60)}」`,
          }))}
        />
      )}
      {program.pictures.length > 0 && (
        <CheckboxGroup
          view={view}
          state={state}
          name="pictures"
          label={text.pictures}
          values={program.pictures
            .map(({ fileId }) => fileId)
            .filter((fileId) => !choice.picturesLeftOut.includes(fileId))}
          options={program.pictures.map(({ fileId, alternative }) => ({ value: fileId, label: alternative }))}
        />
      )}
    </>
  );
}
