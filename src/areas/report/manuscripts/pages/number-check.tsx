import { formatNumber } from '#platform/i18n.ts';
import { SelectField } from '#ui/choices.tsx';
import { Card, Disclosure, Notice } from '#ui/content.tsx';
import { HiddenField, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { staffReportPaths as paths } from '../../paths.ts';
import { type OpenNumber, onlyOffer } from '../open-numbers.ts';
import { words } from '../page-words.ts';
import type { EditorProps } from './editor.tsx';

/** What is left to say before approval can be asked for: each open number with its sentence. */
export function NumberCheckSection(props: EditorProps) {
  const { view, check, editable, id, version } = props;
  const text = words[view.lang];
  const only = check.open.filter((open) => onlyOffer(open) !== undefined).length;
  return (
    <Section title={text.numbers} id="numbers" lead={check.open.length > 0 ? text.numbersLead : undefined}>
      {check.open.length === 0 && check.unknown.length === 0 && (
        <Notice view={view} tone="good" title={text.numbersDone} />
      )}
      {check.unknown.length > 0 && (
        <Notice view={view} tone="bad" title={text.unknown}>
          <ul>
            {check.unknown.map(({ text: typed, name }) => (
              <li>
                <code>{name}</code> {typed.place}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {editable && only > 0 && (
        <Actions>
          <ActionForm
            kind="primary"
            action={view.href(paths.manuscriptNumbers.to({ id }))}
            fields={{ version, act: 'link-all' }}
          >
            {text.linkAll(formatNumber(view.lang, only))}
          </ActionForm>
        </Actions>
      )}
      {check.open.map((open) => (
        <OpenNumberCard {...props} open={open} />
      ))}
      <Excused {...props} />
    </Section>
  );
}

function OpenNumberCard({ open, ...props }: EditorProps & { open: OpenNumber }) {
  const { view, id, version, state, editable } = props;
  const text = words[view.lang];
  const { text: typed, found, offers } = open;
  const action = view.href(paths.manuscriptNumbers.to({ id }));
  const hidden = { version, where: typed.where, sentence: found.sentence, nth: found.nth };
  const key = `${typed.where}|${found.sentence}|${found.nth}`;
  const own = state.values['where'] === typed.where && state.values['sentence'] === found.sentence;
  return (
    <Card title={`${found.text}${found.unit}`} tags={undefined}>
      <p class="hint">{typed.place}</p>
      <blockquote lang={typed.lang}>{found.sentence}</blockquote>
      {editable && (
        <Form action={action} label={key}>
          {Object.entries(hidden).map(([name, value]) => (
            <HiddenField name={name} value={value} />
          ))}
          {offers.length > 0 ? (
            <SelectField
              view={view}
              state={own ? state : { values: {}, problems: [] }}
              name="figure"
              label={text.chooseFigure}
              value={onlyOffer(open)?.id ?? ''}
              options={[
                { value: '', label: '―' },
                ...offers.map(({ id: figure, label, shown }) => ({
                  value: figure,
                  label: `${label} ${shown}`,
                })),
              ]}
            />
          ) : (
            !typed.isHeading && <p class="hint">{text.noFigure}</p>
          )}
          <TextField
            view={view}
            state={own ? state : { values: {}, problems: [] }}
            name="reason"
            label={text.reason}
          />
          <Actions>
            {offers.length > 0 && (
              <SubmitButton name="act" value="link" kind="primary">
                {text.link}
              </SubmitButton>
            )}
            <SubmitButton name="act" value="mark" kind="secondary">
              {text.mark}
            </SubmitButton>
          </Actions>
        </Form>
      )}
    </Card>
  );
}

function Excused({ view, id, version, check, editable }: EditorProps) {
  const text = words[view.lang];
  if (check.excused.length === 0) return null;
  return (
    <Disclosure summary={`${text.excused} ${formatNumber(view.lang, check.excused.length)}`}>
      <DataTable
        view={view}
        caption={text.excused}
        captionHidden
        stacked
        columns={[
          { key: 'number', label: text.number, head: true },
          { key: 'sentence', label: text.sentence },
          { key: 'reason', label: text.reason },
          ...(editable ? ([{ key: 'do', label: text.action }] as const) : []),
        ]}
        rows={check.excused.map(({ text: typed, found, mark, reason }) => ({
          number: `${found.text}${found.unit}`,
          sentence: (
            <>
              {found.sentence}
              <br />
              <small>{typed.place}</small>
            </>
          ),
          reason,
          do: (
            <ActionForm
              kind="quiet"
              small
              action={view.href(paths.manuscriptNumbers.to({ id }))}
              fields={{ version, act: 'unmark', where: mark.where, sentence: mark.sentence, nth: mark.nth }}
            >
              {text.unmark}
              <span class="vh">（{found.sentence}）</span>
            </ActionForm>
          ),
        }))}
      />
    </Disclosure>
  );
}
