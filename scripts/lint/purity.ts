import { parseSync, Visitor } from 'oxc-parser';
import { kindOf } from './places.ts';
import type { Source } from './sources.ts';

export interface Impurity {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

/** Names that tell the time, roll dice or reach outside: a rule is given what they say as an argument. */
const outside = [
  'crypto',
  'performance',
  'process',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
];
const members = ['Date.now', 'Math.random', 'Temporal.Now'];

/** Clock, randomness or the world outside in a rules.ts. `new Date(text)` is arithmetic; `new Date()` is a clock. */
export function impuritiesOf(source: Source): Impurity[] {
  if (kindOf(source.path) !== 'rules') return [];
  const found: Impurity[] = [];
  const add = (what: string, start: number) =>
    found.push({ path: source.path, line: source.text.slice(0, start).split('\n').length, what });
  new Visitor({
    NewExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0) {
        add('new Date()', node.start);
      }
    },
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date') add('Date()', node.start);
      if (node.callee.type === 'Identifier' && outside.includes(node.callee.name))
        add(node.callee.name, node.start);
    },
    MemberExpression: (node) => {
      if (node.object.type !== 'Identifier') return;
      const property = node.property.type === 'Identifier' ? node.property.name : '…';
      if (members.includes(`${node.object.name}.${property}`))
        add(`${node.object.name}.${property}`, node.start);
      else if (outside.includes(node.object.name)) add(`${node.object.name}.${property}`, node.start);
    },
    AwaitExpression: (node) => add('await', node.start),
  }).visit(parseSync(source.path, source.text).program);
  return found;
}
