// Corrections of a workbook – its columns, its kind, choices for lines – sent together with those made before; the
// server then reads the file anew.
import { useAct } from '../../ui/act.ts';
import type { BatchAnswer } from '../batch/answers.ts';
import { type Mapping, merged } from './reading.ts';

export interface Correction {
  mappings?: Mapping[];
  /** null takes a choice back */
  choices?: Record<string, string | null>;
  remember?: boolean;
}

export function useCorrection(batch: BatchAnswer) {
  return useAct<Correction, BatchAnswer>({
    to: `/imports/${batch.id}/mapping`,
    method: 'PUT',
    body: (correction) => wishesOf(batch, correction),
    refresh: ['/imports'],
  });
}

export function wishesOf(
  { kind, mappings, choices }: Pick<BatchAnswer, 'kind' | 'mappings' | 'choices'>,
  correction: Correction,
) {
  const chosen = Object.entries({ ...choices, ...correction.choices });
  return {
    kind,
    mappings: merged(mappings, correction.mappings ?? []),
    choices: Object.fromEntries(chosen.filter(([, choice]) => choice !== null)),
    remember: correction.remember ?? false,
  };
}
