// What the commands share that only ask the regulations: the shipped files, read without server or data folder, and
// days as people type them.
import path from 'node:path';
import { programRoot } from '../host/datafolder.ts';
import { type Day, isDay } from '../platform/day.ts';
import { readRegulationFiles } from '../rules/files.store.ts';
import { load, type Regulations } from '../rules/index.ts';
import { type Fault, reasonOf, RegulationError } from '../rules/reading/fault.ts';
import type { Citation } from '../rules/verdict.ts';
import { Stop } from './words.ts';

export function shippedLaw(): Regulations {
  try {
    return load(readRegulationFiles(path.join(programRoot, 'regulations')));
  } catch (cause) {
    throw cause instanceof RegulationError ? unreadable(cause, 1) : cause;
  }
}

/** A line for each fault in Vietnamese, then the same in English. */
export function unreadable({ faults }: RegulationError, exit: number): Stop {
  const said = (language: 'vi' | 'en') =>
    faults.map((fault) => `${placeOf(fault)}: ${reasonOf(fault)[language]}`).join('\n');
  return new Stop(said('vi'), said('en'), exit);
}
const placeOf = ({ file, line }: Fault): string => (line === null ? file : `${file}:${line}`);

/** 2026-02-10, or 10/02/2026 as it is written on paper. */
export function readDay(text: string | undefined): Day {
  const written = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text ?? '');
  const day = written
    ? `${written[3]}-${written[2]?.padStart(2, '0')}-${written[1]?.padStart(2, '0')}`
    : text;
  if (isDay(day)) return day;
  throw new Stop(
    text ? `Không có ngày ${text} trong lịch. Viết 2026-02-10 hoặc 10/02/2026.` : 'Xin cho biết ngày.',
    text ? `There is no day ${text}. Write 2026-02-10 or 10/02/2026.` : 'Please name a day.',
  );
}

/** “294-QĐ/TW 4.3.1; 38-HD/BTCTW I.1.3”, each once; what is not checked against the text says so. */
export function citedAs(citations: readonly Citation[]): string {
  const named = citations.map(({ document, clause, confidence }) => {
    const mark = confidence === 'S' ? '' : ' (chưa kiểm chứng)';
    return `${document}, ${clause}${mark}`;
  });
  return [...new Set(named)].join('; ');
}
