// What a workbook did or would do, counted and put into words.
import type { useWords } from '../../ui/i18n.tsx';
import type { Tone } from '../../ui/show/Shape.tsx';
import type { BatchAnswer, BatchItem, PreviewAnswer } from '../batch/answers.ts';
import { words } from './words.ts';

export type Say = ReturnType<typeof useWords<typeof words>>;
export type State = BatchItem['state'];
export type Action = keyof PreviewAnswer['counts']['units'];

export const tones: Record<State, Tone> = {
  reading: 'wait',
  previewed: 'wait',
  running: 'wait',
  done: 'done',
  cancelled: 'ended',
  failed: 'act',
  undone: 'ended',
};
export const isBusy = (state: State): boolean => state === 'reading' || state === 'running';

const written = ['units', 'people', 'dossiers', 'offices', 'targets', 'acts'] as const;

/** '11 đơn vị, 463 người'; what is none is left out. */
export function sayWritten(counts: Readonly<Record<string, number>>, t: Say, withChanged = true): string {
  const parts = [...written, ...(withChanged ? (['changed'] as const) : [])]
    .filter((key) => (counts[key] ?? 0) > 0)
    .map((key) => t(`noun.${key}`, { count: counts[key] }));
  return parts.join(', ');
}

/** All kinds together. */
export function sumOf(preview: PreviewAnswer, action: Action): number {
  return Object.values(preview.counts).reduce((sum, counts) => sum + counts[action], 0);
}

export const hasWork = (preview: PreviewAnswer): boolean =>
  sumOf(preview, 'create') + sumOf(preview, 'change') > 0 ||
  Object.values(preview.writes).some((count) => count > 0);

/** Where a file that failed can be read again; a file of the wrong kind cannot. */
export const mayReadAgain = ({ can, failure }: BatchAnswer): boolean =>
  can.includes('correct') && !failure?.code.startsWith('exchange.file_');
