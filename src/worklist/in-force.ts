// The regulations in force for this process, as the work list asks them: the words of a line, the offices, the steps.
import type { Message } from '../platform/messages.ts';
import type { Regulations } from '../rules/index.ts';
import type { Due, Step } from '../rules/procedure.ts';

let current: Regulations | null = null;

/** Puts the loaded regulations into force for this process. */
export function useRegulations(regulations: Regulations): void {
  current = regulations;
}
export function regulations(): Regulations {
  if (!current) throw new Error('the work list has no regulations yet');
  return current;
}

/** Work that committees give themselves: no step of the regulations, so its words come from the room that keeps it. */
let ownWork: Readonly<Record<string, Message>> = {};
export function useOwnWork(words: Readonly<Record<string, Message>>): void {
  ownWork = words;
}

export const findStep = (id: string): Step | null => regulations().findStep(id);

/** The declared clock of a step: its words and what follows when it is late. */
export const findDue = (step: string, clock: string): Due | undefined =>
  findStep(step)?.due.find((due) => due.id === clock);

/** The words of a line; one whose clock is gone from the regulations is called by its step. */
export const labelOf = (step: string, clock: string): Message =>
  findDue(step, clock)?.label ?? findStep(step)?.label ?? ownWork[clock] ?? { vi: clock, en: clock };

export const officeLabel = (kind: string): Message =>
  regulations().organisation.office_kinds.find((office) => office.id === kind)?.label ?? {
    vi: kind,
    en: kind,
  };
/** Kinds of office from the top down. */
export const officeOrder = (): string[] => regulations().organisation.office_kinds.map(({ id }) => id);
