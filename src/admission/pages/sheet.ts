// The lines at the foot of a sheet: what was done before, and the law – each document once, with all its clauses.
import { formatDay } from '../../platform/day.ts';
import type { SheetView } from '../../road/view.ts';
import { words } from './words.ts';

export interface LawLine {
  document: string;
  title: string | null;
  clauses: string[];
  /** one of its clauses was not checked against the original */
  unsure: boolean;
}

export function lawLines(law: SheetView['law']): LawLine[] {
  const documents = [...new Set(law.map(({ document }) => document))];
  return documents.map((document) => {
    const own = law.filter((one) => one.document === document);
    return {
      document,
      title: own[0]?.title?.vi ?? null,
      clauses: [...new Set(own.map(({ clause }) => clause))],
      unsure: own.some(({ confidence }) => confidence !== 'S'),
    };
  });
}

/** Paper is Vietnamese. A vote that did not carry says so: nothing rests on it. */
export function beforeLine({ on, label, document, passed }: SheetView['acts'][number]): string {
  const failed = passed === false && words['sheet.not_carried'].vi.toLocaleLowerCase('vi');
  return [formatDay(on), label.vi, document, failed].filter(Boolean).join(' – ');
}
