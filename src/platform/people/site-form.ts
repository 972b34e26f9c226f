import type { Site } from '../web/view.ts';
import { field } from '../web/form.ts';

/** Fields of a form that says whose site it is. */
export const siteFields = {
  operatorJa: field.text(100),
  operatorEn: field.text(100),
  titleJa: field.text(100),
  titleEn: field.text(100),
  headquartersJa: field.text(100),
  headquartersEn: field.text(100),
};

export function asSite(typed: Readonly<Record<keyof typeof siteFields, string>>): Omit<Site, 'demo'> {
  return {
    operator: { ja: typed.operatorJa, en: typed.operatorEn },
    title: { ja: typed.titleJa, en: typed.titleEn },
    headquarters: { ja: typed.headquartersJa, en: typed.headquartersEn },
  };
}
