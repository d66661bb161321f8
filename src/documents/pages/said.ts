// How a document is said in the language of the page: its name, its period, its state, the size of its file.
import { formatDay } from '../../platform/day.ts';
import type { Language } from '../../platform/messages.ts';
import { formatNumber } from '../../ui/numbers.ts';
import { type Named, shortName } from '../document.ts';
import type { DocumentState } from '../view.ts';
import type { Say } from './words.ts';

export const nameOf = (row: Omit<Named, 'issuer' | 'issuedOn'>, language: Language): string =>
  shortName(row, language);

export function periodOf(t: Say, { from, to }: { from: string | null; to: string | null }): string | null {
  if (from && from === to) return formatDay(from);
  if (from && to) return t('one.until', { from: formatDay(from), to: formatDay(to) });
  if (from) return t('one.from_only', { from: formatDay(from) });
  return to ? t('one.to_only', { to: formatDay(to) }) : null;
}

export const stateTones: Record<DocumentState, 'plain' | 'wait' | 'ended' | 'unsure'> = {
  in_force: 'plain',
  coming: 'wait',
  over: 'ended',
  replaced: 'ended',
  ended: 'ended',
  undated: 'unsure',
};

/** '340 KB', '2,4 MB' */
export function sizeOf(bytes: number, language: Language): string {
  const megabytes = bytes / 1024 / 1024;
  if (megabytes < 1) return `${formatNumber(Math.max(1, Math.round(bytes / 1024)), language)} KB`;
  return `${formatNumber(Math.round(megabytes * 10) / 10, language)} MB`;
}
