import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox } from '#ui/choices.tsx';
import { Disclosure } from '#ui/content.tsx';
import { HiddenField, Suggestions } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { staffDirectoryPaths } from '../../paths.ts';
import type { FlowItem, FlowItems, FlowPart } from '../items.ts';
import type { Editing, Outcome } from '../surroundings.ts';
import { words } from '../words.ts';
import { entriesList } from './fields.tsx';
import { FlowFrame } from './frame.tsx';
import { QuestionFields } from './question.tsx';
import { RuleFields } from './rule.tsx';
import { SituationFields } from './situation.tsx';
import { Broken } from './situations.tsx';
import { TopicFields } from './topic.tsx';

export interface ItemProps extends Editing {
  readonly view: View;
  readonly state: FormState;
  readonly part: FlowPart;
  readonly at: number | 'new';
  readonly item: FlowItem | undefined;
  /** Of the flow as it was typed, where it was refused. */
  readonly outcomes: readonly Outcome[];
  /** It was refused since situations lead elsewhere: that may be meant. */
  readonly offersAccept: boolean;
}

/** One question, worry, rule or situation. */
export function FlowItemPage(props: ItemProps) {
  const { view, state, part, at, flow, revision, outcomes } = props;
  const t = words[view.lang];
  const list = { href: view.href(staffDirectoryPaths.navigatorPart.to({ part })), label: t.parts[part] };
  const title = at === 'new' ? t.add[part] : t.one[part];
  return (
    <FlowFrame view={view} title={title} current={part} flow={flow} problems={state.problems} trail={[list]}>
      <Broken view={view} outcomes={outcomes} entries={props.entries} places={props.places} />
      <Form action={view.href(staffDirectoryPaths.navigatorItem.to({ part, at: String(at) }))} label={title}>
        {/* Enter in a field presses the first button of a form: it has to be this one. */}
        <button type="submit" class="vh" tabindex={-1} aria-hidden="true" />
        <HiddenField name="revision" value={revision} />
        <ItemFields {...props} />
        {props.offersAccept && (
          <Checkbox view={view} state={state} name="accept" label={t.accept} hint={t.acceptHint} />
        )}
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
          <ButtonLink kind="quiet" href={list.href}>
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
      <Suggestions id={entriesList} values={props.entries} />
      {at !== 'new' && (
        <Disclosure summary={t.remove}>
          <ActionForm
            action={view.href(staffDirectoryPaths.navigatorItemRemove.to({ part, at: String(at) }))}
            fields={{ revision }}
            kind="danger"
          >
            {t.remove}
          </ActionForm>
        </Disclosure>
      )}
    </FlowFrame>
  );
}

function ItemFields(props: ItemProps) {
  const { part, item } = props;
  switch (part) {
    case 'questions':
      return <QuestionFields {...props} question={item as FlowItems['questions'] | undefined} />;
    case 'topics':
      return <TopicFields {...props} topic={item as FlowItems['topics'] | undefined} />;
    case 'desks':
    case 'beside':
      return <RuleFields {...props} rule={item as FlowItems['desks'] | undefined} />;
    case 'situations':
      return <SituationFields {...props} situation={item as FlowItems['situations'] | undefined} />;
  }
}
