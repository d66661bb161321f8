// What one entry of the catalogue of figures says.
import type { Message } from '../../platform/messages.ts';
import type { DimensionId } from './dimension.ts';
import type { SourceId } from './source.ts';

export const groupIds = ['members', 'movement', 'admission', 'candidates', 'organisation'] as const;
export type GroupId = (typeof groupIds)[number];

export interface Entry {
  id: string;
  group: GroupId;
  label: Message;
  /** what is counted, once for whom, on which day and for which unit */
  definition: Message;
  /** the text by which it is counted */
  basis: Message;
  /** the office form that asks for it, as far as one is known */
  form: Message | null;
  source: SourceId;
  /** always in force: a figure may be one term of a movement */
  only?: Partial<Record<DimensionId, string>>;
  by: readonly DimensionId[];
  /** besides the count: mean and median age on the day */
  ages?: true;
  /** instead of the count: how many of this for one of another figure */
  per?: string;
  /** of a flow: so many full years that end with the last day, as a mean of a year */
  years?: number;
  /** parts of persons and places, which overlap */
  parts?: true;
  /** start + … = end, shown term by term */
  identity?: true;
  /** said beside the table */
  note?: Message;
}
