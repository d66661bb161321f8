// One thing wrong with the regulations: in which file, on which line, and why. A faulty file is refused as a whole.
import { isAlias, isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { bothLanguages, type Message, type Params } from '../../platform/messages.ts';
import { type FaultCode, faultMessages } from './messages.ts';

export type KeyPath = readonly (string | number)[];

export interface Fault {
  file: string;
  /** from 1; null where the text of the file is not at hand */
  line: number | null;
  code: FaultCode;
  params: Params;
}

export const reasonOf = ({ code, params }: Fault): Message => bothLanguages(faultMessages[code], params);

/** “parameters/age.min.yaml:7: thiếu căn cứ … / missing basis …” */
export function sayFault(fault: Fault): string {
  const { vi, en } = reasonOf(fault);
  return `${fault.file}${fault.line === null ? '' : `:${fault.line}`}: ${vi} / ${en}`;
}

/** Thrown by `load`: every fault that was found, so that all can be mended at once. */
export class RegulationError extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map(sayFault).join('\n'));
    this.faults = faults;
  }
}

/** Where in a file something stands, as far down its path as the file goes. */
export function lineOf(text: unknown, path: KeyPath): number | null {
  if (typeof text !== 'string') return null;
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, uniqueKeys: false });
  let node: unknown = document.contents;
  let offset = rangeOf(node);
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    const [place, value] = childOf(node, key);
    if (place === null) break;
    [offset, node] = [place, value];
  }
  return offset === null ? null : lineCounter.linePos(offset).line;
}

const rangeOf = (node: unknown): number | null =>
  (node as { range?: readonly number[] | null } | null)?.range?.[0] ?? null;

/** The place of the key (or of the item of a list), and what stands there. */
function childOf(node: unknown, key: string | number): [number | null, unknown] {
  if (isSeq(node)) {
    const item = node.items[Number(key)];
    return [rangeOf(item), item];
  }
  if (!isMap(node)) return [null, null];
  const pair = node.items.find(
    (one) => String((one.key as { value?: unknown }).value ?? one.key) === String(key),
  );
  return pair ? [rangeOf(pair.key), pair.value] : [null, null];
}
