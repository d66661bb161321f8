// What things of the regulations are called: a step, a clock of a step, a quantity.
import type { Message } from '../platform/messages.ts';
import type { Regulations } from '../rules/index.ts';

const plain = (text: string): Message => ({ vi: text, en: text });

export const labelOf = (regulations: Regulations, step: string): Message =>
  regulations.findStep(step)?.label ?? plain(step);

export const clockLabel = (regulations: Regulations, step: string, clock: string): Message =>
  regulations.findStep(step)?.due.find(({ id }) => id === clock)?.label ?? labelOf(regulations, step);

export const parameterLabel = (regulations: Regulations, id: string): Message =>
  regulations.parameters.find((parameter) => parameter.id === id)?.label ?? plain(id);
