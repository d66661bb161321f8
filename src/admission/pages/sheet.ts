// The law at the foot of a sheet: each document once, with all its clauses.
import type { SheetView } from '../view.ts';

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
