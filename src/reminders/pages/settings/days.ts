// Numbers of days as they are typed (“30, 7, 1”), hours of the day to choose from, and a failure of the mail in words.
import { words } from '../words.ts';

/** null where it cannot be read: not whole, out of bounds, or too many. */
export function readDays(text: string, least: number): number[] | null {
  const parts = text.split(/[,;\s]+/).filter(Boolean);
  const days = parts.map(Number);
  const good =
    parts.every((part) => /^\d{1,3}$/.test(part)) && days.every((day) => day >= least && day <= 365);
  return good && days.length <= 10 ? days : null;
}

export const writeDays = (days: readonly number[]): string => days.join(', ');

/** Every half hour, and the one that is set. */
export function hoursWith(set: string): string[] {
  const hours = Array.from({ length: 48 }, (_, index) => {
    const hour = String(Math.floor(index / 2)).padStart(2, '0');
    return `${hour}:${index % 2 === 0 ? '00' : '30'}`;
  });
  return [...new Set([...hours, set])].sort();
}

const failures: [RegExp, keyof typeof words][] = [
  [/ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH/, 'failure.refused'],
  [/ENOTFOUND|EAI_AGAIN|EDNS/, 'failure.unknown_host'],
  [/ETIMEDOUT|timeout/i, 'failure.slow'],
  [/EAUTH|Invalid login|\b535\b/i, 'failure.sign_in'],
  [/EENVELOPE|recipients|\b55[0134]\b/i, 'failure.address'],
];

export const failureWord = (text: string): keyof typeof words =>
  failures.find(([pattern]) => pattern.test(text))?.[1] ?? 'failure.other';
