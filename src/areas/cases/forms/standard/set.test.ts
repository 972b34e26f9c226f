import { describe, expect, test } from 'vitest';
import { screenings } from '../../case-files/rules.ts';
import { decidedIn } from '../../plans/codes.ts';
import { isLasting } from '../../records/codes.ts';
import { fieldClasses } from '../../relations/rules.ts';
import { changesIn, groupNames } from '../../reviews/codes.ts';
import { caseLists } from '../lists.ts';
import { fieldsOf, listOf } from '../rules.ts';
import { standingOf } from '../standing.ts';
import { standardSet } from './set.ts';

const fields = standardSet.forms.flatMap((form) =>
  fieldsOf(form).map((each) => ({ form: form.code, ...each })),
);
const codes = (list: string) => listOf(standardSet, list).options.map(({ code }) => code);

describe('the standard forms', () => {
  test('name every list once, and every code of a list once', () => {
    const lists = standardSet.lists.map(({ code }) => code);
    expect(new Set(lists).size).toBe(lists.length);
    for (const list of lists) expect(new Set(codes(list)).size, list).toBe(codes(list).length);
  });

  test('ask from lists that there are, each field once in its form, of a class that there is', () => {
    for (const { form, code, list, kind, class: fieldClass } of fields) {
      expect(kind === 'one' || kind === 'many', code).toBe(list !== undefined);
      if (list) expect(codes(list), `${form}.${code}`).not.toEqual([]);
      expect(fieldClasses).toContain(fieldClass);
    }
    const names = fields.map(({ form, code }) => `${form}.${code}`);
    expect(new Set(names).size).toBe(names.length);
    const earlier = fields.flatMap((each) => each.earlier ?? []);
    expect(earlier.filter((name) => !names.includes(name))).toEqual([]);
  });

  test('hold the sixteen worries, the twenty-seven issues and the forty-two bodies concerned', () => {
    expect([codes('worry').length, codes('issue').length, codes('agency').length]).toEqual([16, 27, 42]);
  });

  test('what the product’s own rules stand on is there, and cannot be taken out', () => {
    expect(codes('screening')).toEqual([...screenings]);
    expect(standingOf('screening').closed).toBe(true);
    for (const { code: list } of standardSet.lists)
      for (const code of standingOf(list).kept) expect(codes(list), `${list}: ${code}`).toContain(code);
    const { changes, programs, services } = caseLists(standardSet);
    const grouped = groupNames.flatMap((group) => Object.keys(changesIn(changes, group)));
    expect(grouped.toSorted()).toEqual(codes('change').toSorted());
    expect(decidedIn(programs).filter((code) => !codes('program').includes(code))).toEqual([]);
    expect(codes('service').filter((code) => isLasting(services, code))).toHaveLength(5);
  });

  test('what tells more of somebody than its field is of a class with care', () => {
    const careful = listOf(standardSet, 'issue').options.filter((option) => option.class);
    expect(Object.groupBy(careful, (option) => option.class ?? 'basic')).toMatchObject({
      health: expect.objectContaining({ length: 6 }),
      violence: [{ code: 'dv_abuse' }],
      immigration: [{ code: 'foreign' }],
      debts: [{ code: 'debt' }],
      offence: [{ code: 'delinquency' }, { code: 'ex_offender' }],
    });
  });
});
