import type { DeskRule, Flow, Question, Situation, Topic } from '../navigator/flow.ts';

/** The lists of a flow that are edited item by item. */
export const flowParts = ['questions', 'topics', 'desks', 'beside', 'situations'] as const;
export type FlowPart = (typeof flowParts)[number];

export interface FlowItems {
  readonly questions: Question;
  readonly topics: Topic;
  readonly desks: DeskRule;
  readonly beside: DeskRule;
  readonly situations: Situation;
}
export type FlowItem = FlowItems[FlowPart];

/** The flow with an item in the place of another, or as one more. */
export function withItem(
  flow: Flow,
  { part, at, item }: { part: FlowPart; at: number | 'new'; item: FlowItem },
): Flow {
  const items: readonly FlowItem[] = flow[part];
  if (at !== 'new') return { ...flow, [part]: items.map((each, index) => (index === at ? item : each)) };
  // The last desk is everybody's: what comes after it would never be reached.
  const end = part === 'desks' ? items.length - 1 : items.length;
  return { ...flow, [part]: [...items.slice(0, end), item, ...items.slice(end)] };
}

export function withoutItem(flow: Flow, { part, at }: { part: FlowPart; at: number }): Flow {
  const items: readonly FlowItem[] = flow[part];
  return { ...flow, [part]: items.filter((_, index) => index !== at) };
}

/** The flow with an item and the one before it changed round. */
export function withItemUp(flow: Flow, { part, at }: { part: FlowPart; at: number }): Flow {
  const items: readonly FlowItem[] = flow[part];
  const [item, before] = [items[at], items[at - 1]];
  if (!item || !before) return flow;
  return { ...flow, [part]: items.with(at - 1, item).with(at, before) };
}

/** By what people know an item: its code, or its sentence. */
export function keyOfItem(item: FlowItem): string {
  if ('id' in item) return item.id;
  if ('value' in item) return item.value;
  return 'name' in item ? item.name : item.why.ja;
}

export type ChangedPart = FlowPart | 'tables';

export interface FlowChange {
  readonly part: ChangedPart;
  readonly change: 'added' | 'removed' | 'changed' | 'order';
  /** Of the item; of a table its name, and the place. Empty where the order is another. */
  readonly name: string;
}

/** What is not the same in two versions, item by item. */
export function changesBetween(before: Flow, after: Flow): readonly FlowChange[] {
  const listed = flowParts.flatMap((part) => {
    const [old, now]: readonly (readonly FlowItem[])[] = [before[part], after[part]];
    return changesOf(part, byKey(old ?? []), byKey(now ?? []));
  });
  const flat = (flow: Flow) =>
    new Map(
      Object.entries(flow.tables).flatMap(([name, table]) =>
        Object.entries(table).map(([place, code]) => [`${name} ${place}`, code] as const),
      ),
    );
  return [...listed, ...changesOf('tables', flat(before), flat(after))];
}

function byKey(items: readonly FlowItem[]): Map<string, FlowItem> {
  return new Map(items.map((item) => [keyOfItem(item), item]));
}

function changesOf(
  part: ChangedPart,
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): readonly FlowChange[] {
  const kept = [...after.keys()].filter((name) => before.has(name));
  const inOldOrder = [...before.keys()].filter((name) => after.has(name));
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  return [
    ...[...after.keys()]
      .filter((name) => !before.has(name))
      .map((name) => ({ part, change: 'added' as const, name })),
    ...[...before.keys()]
      .filter((name) => !after.has(name))
      .map((name) => ({ part, change: 'removed' as const, name })),
    ...kept
      .filter((name) => !same(before.get(name), after.get(name)))
      .map((name) => ({ part, change: 'changed' as const, name })),
    ...(part !== 'tables' && !same(kept, inOldOrder) ? [{ part, change: 'order' as const, name: '' }] : []),
  ];
}
