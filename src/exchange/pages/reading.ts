// How the columns of a table are read while somebody corrects them: which field each is, each field once.
import { columnName } from '../../workbook/sheet.ts';
import type { TableAnswer } from '../batch/answers.ts';
import { type Column, type Kind, kindSpecs } from '../../intake/kinds.ts';
import { isSensitive } from '../../intake/mapping.ts';

export type Mapping = TableAnswer['mapping'];
export type Use = Mapping['uses'][number];

/** Tables are known by sheet and heading row. */
export const tableKey = ({ sheet, headingRows }: Mapping): string => `${sheet}!${headingRows[0]}`;
export const letterOf = ({ column }: Use): string => columnName(column);

/** Below this a match is worth a look. */
const sure = 0.8;
export const isUnsure = (use: Use): boolean => use.key !== null && use.confidence < sure;

export const columnOf = (kind: Kind | null, key: string | null): Column | null =>
  (kind && key && kindSpecs[kind].columns[key]) || null;

export const isRefused = (kind: Kind | null, use: Use, profile: 'A' | 'B' | 'C'): boolean => {
  const column = columnOf(kind, use.key);
  return profile === 'B' && column !== null && isSensitive(column);
};

/** Several columns may mark one field by an x; otherwise the column chosen last has the field. */
export function readAs(mapping: Mapping, column: number, key: string | null): Mapping {
  const uses = mapping.uses.map((use): Use => {
    const { mark: _mark, also: _also, ...plain } = use;
    if (use.column === column) return { ...plain, key, confidence: 1 };
    return key !== null && use.key === key && use.mark === undefined ? { ...plain, key: null } : use;
  });
  return { ...mapping, uses };
}

/** The words of the heading say anew which column is which; null leaves the table out. */
export const asKind = (mapping: Mapping, kind: Kind | null): Mapping => ({
  ...mapping,
  kind,
  confidence: 1,
  uses: kind === null ? mapping.uses : [],
});

/** What the kind cannot do without and no column gives; a cell may come from a section heading instead. */
export function missingColumns({ kind, uses }: Mapping): Column[] {
  if (kind === null || uses.length === 0) return [];
  const keys = new Set(uses.map((use) => use.key));
  return Object.entries(kindSpecs[kind].columns)
    .filter(([key, column]) => column.required && !keys.has(key))
    .map(([, column]) => column);
}

/** Corrections sent so far, with those made now in place of older ones of the same table. */
export function merged(sent: readonly Mapping[], now: readonly Mapping[]): Mapping[] {
  const keys = new Set(now.map(tableKey));
  return [...sent.filter((mapping) => !keys.has(tableKey(mapping))), ...now];
}
