// The words of codes, from the regulations in force: catalogues, kinds of organisation, stages of the road.
import type { Day } from '../../platform/day.ts';
import type { Message } from '../../platform/messages.ts';
import type { Regulations } from '../../rules/content.ts';
import { type DimensionId, getDimension, type Value } from './dimension.ts';
import { leastShown } from '../../workbook/spare.ts';

let lists: (name: string) => readonly Value[] = () => [];

let asked: Pick<Regulations, 'inForce'> | null = null;

/** Whenever other regulations come into force. */
export function useLabels(regulations: Regulations): void {
  asked = regulations;
  const { catalogues, organisation, stages } = regulations;
  const known = new Map<string, readonly Value[]>(catalogues.map(({ id, items }) => [id, items]));
  known.set(
    'unit_kinds',
    organisation.unit_kinds.map(({ id, label }) => ({ code: id, label })),
  );
  known.set(
    'stages',
    stages.map(({ id, label }) => ({ code: id, label })),
  );
  lists = (name) => known.get(name) ?? [];
}

/** In the order in which they are shown. */
export function valuesOf(by: DimensionId): readonly Value[] {
  const { from, values } = getDimension(by);
  return from === undefined ? (values ?? []) : lists(from);
}

export function labelOf(by: DimensionId, code: string): Message {
  const found = valuesOf(by).find((value) => value.code === code);
  return found?.label ?? { vi: code, en: code };
}

export const notKnown: Message = { vi: 'Chưa có thông tin', en: 'Not known' };

/** The least count of persons that a table taken away shows of other units, as the reader’s committee has chosen it. */
export function leastShownOn(day: Day, path: string | null): number {
  const value = asked?.inForce(day, path === null ? null : { path }).value('statistics.small_count').value;
  return typeof value === 'number' ? value : leastShown;
}
