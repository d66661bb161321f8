// The training ward as workbooks in the layout an office would keep, for the importer to bring in. The same day
// and seed give the same bytes.
import { addMonths } from '../../src/platform/day.ts';
import type { Day } from '../../src/platform/day.ts';
import { writeWorkbook } from '../../src/workbook/write-xlsx.ts';
import type { FreeSheet } from '../../src/workbook/write-xlsx.ts';
import { candidateSheet, pastSheet } from './candidate-lists.ts';
import { makeCandidates } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { streetSheet, workSheets } from './lists.ts';
import { namer } from './names.ts';
import { makeOffices } from './offices.ts';
import type { Office } from './offices.ts';
import { actSheet, officeSheet, targetSheets, unitSheet } from './other-lists.ts';
import { pastAdmissions } from './past.ts';
import { chanceOf } from './random.ts';
import { makeRoll } from './roll.ts';
import type { Roll } from './roll.ts';
import { described } from './setting.ts';
import { cellTargets, wardTargets } from './targets.ts';
import type { CellTarget, YearTarget } from './targets.ts';

export interface WardFile {
  fileName: string;
  bytes: Uint8Array;
}
export interface Ward {
  roll: Roll;
  candidates: Candidate[];
  offices: Office[];
  targets: YearTarget[];
  cellTargets: CellTarget[][];
}

/** From this day on the probationers are the generated candidates; before it, those the article counts and their successors. */
const ownProbationOver: Day = '2020-04-01';

/** The ward as data; `today` from the day of the article on. */
export function makeWard(today: Day, seed: number): Ward {
  if (today < described) throw new RangeError(`the ward is described from ${described} on`);
  const withProbation = today >= ownProbationOver;
  const newName = namer(chanceOf(seed, 'names'));
  const roll = makeRoll(seed, today, withProbation ? addMonths(today, -15) : today, newName);
  const candidates = makeCandidates(roll, seed, withProbation);
  const offices = makeOffices(roll, seed);
  const targets = wardTargets(roll, seed);
  return {
    roll,
    candidates,
    offices,
    targets,
    cellTargets: targets.slice(-3).map((year) => cellTargets(roll, seed, year)),
  };
}

/** Workbooks in the order in which they are to be imported. */
export async function generateWard(today: Day, seed: number): Promise<WardFile[]> {
  const ward = makeWard(today, seed);
  const { roll } = ward;
  const past = pastAdmissions(roll);
  const books: [string, FreeSheet[]][] = [
    ['01-to-chuc-dang.xlsx', [unitSheet(roll)]],
    ['02-so-dang-vien.xlsx', [streetSheet(roll, seed), ...workSheets(roll, seed)]],
    ['03-bien-dong.xlsx', roll.people.some((p) => p.left || p.moves.length > 0) ? [actSheet(roll)] : []],
    ['04-chuc-danh.xlsx', [officeSheet(ward.offices, today)]],
    [
      '05-quan-chung-va-nguoi-vao-dang.xlsx',
      [candidateSheet(ward.candidates, today), ...(past.length > 0 ? [pastSheet(past, today, seed)] : [])],
    ],
    ['06-chi-tieu.xlsx', targetSheets(ward.targets, ward.cellTargets, today)],
  ];
  const files: WardFile[] = [];
  const filled = books.filter(([, sheets]) => sheets.length > 0);
  for (const [fileName, sheets] of filled) files.push({ fileName, bytes: await writeWorkbook(sheets) });
  return files;
}
