// Corrections of a workbook – its columns, its kind, choices for lines – sent together with those made before; the
// server then reads the file anew.
import { useAct } from '../../ui/act.ts';
import type { BatchAnswer } from '../batch/answers.ts';
import { type Mapping, merged, tableKey } from './reading.ts';

export interface Correction {
  mappings?: Mapping[];
  /** null takes a choice back */
  choices?: Record<string, string | null>;
  remember?: boolean;
}
type Sent = Pick<BatchAnswer, 'kind' | 'mappings' | 'choices'> & {
  preview: { tables: { mapping: Mapping }[] } | null;
};

export function useCorrection(batch: BatchAnswer) {
  return useAct<Correction, BatchAnswer>({
    to: `/imports/${batch.id}/mapping`,
    method: 'PUT',
    body: (correction) => wishesOf(batch, correction),
    refresh: ['/imports'],
  });
}

export function wishesOf({ kind, mappings, choices, preview }: Sent, correction: Correction) {
  const read = new Map(preview?.tables.map(({ mapping }) => [tableKey(mapping), mapping]));
  // A kind chosen without columns: by now the file says which they are.
  const sent = mappings.map((mapping) =>
    mapping.uses.length === 0 ? (read.get(tableKey(mapping)) ?? mapping) : mapping,
  );
  const chosen = Object.entries({ ...choices, ...correction.choices });
  return {
    kind,
    mappings: merged(sent, correction.mappings ?? []),
    choices: Object.fromEntries(chosen.filter(([, choice]) => choice !== null)),
    remember: correction.remember ?? false,
  };
}
