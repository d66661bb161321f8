// `judge TỆP.yaml`: the cases of a file judged by the shipped rules, each with verdict, reasons, articles and days.
// Answers 0 when every case that expects something is met, 1 when one differs, 2 when a file cannot be read.
import { readFileSync } from 'node:fs';
import type { Question } from '../lawbook/examples/case.ts';
import { type Difference, differencesOf } from '../lawbook/examples/differ.ts';
import { type Answer, judgeExample } from '../lawbook/examples/judge.ts';
import { readCases } from '../lawbook/examples/read.ts';
import type { Regulations } from '../rules/index.ts';
import { type Fault, reasonOf, RegulationError } from '../rules/reading/fault.ts';
import { linesOf, wordsOfOutcome } from './judge-lines.ts';
import { shippedLaw, unreadable } from './law.ts';
import { fileAt, Stop, type Words } from './words.ts';

export interface Judged {
  file: string;
  answer: Answer;
  /** null: the case expects nothing; [] : as expected */
  differs: Difference[] | null;
}

export async function judgeCommand({ rest, json }: Words): Promise<number> {
  if (rest.length === 0) throw new Stop('Xin cho biết tệp tình huống.', 'Please name the file of cases.', 2);
  const law = shippedLaw();
  try {
    const judged = rest.flatMap((file) => judgeFile(law, file));
    console.log(json ? JSON.stringify(asJson(judged), null, 2) : report(judged));
    return judged.some(({ differs }) => differs?.length) ? 1 : 0;
  } catch (cause) {
    if (!(cause instanceof RegulationError)) throw cause;
    if (!json) throw unreadable(cause, 2);
    console.log(JSON.stringify({ faults: cause.faults.map(faultAsJson) }, null, 2));
    return 2;
  }
}

function judgeFile(law: Regulations, file: string): Judged[] {
  return readCases(law, readText(file), file).map((one) => {
    const answer = judgeExample(law, one);
    return { file, answer, differs: expects(one) ? differencesOf(one, answer) : null };
  });
}

const expects = ({ expect = {} }: Question): boolean => Object.keys(expect).length > 0;

function readText(file: string): string {
  try {
    return readFileSync(fileAt(file), 'utf8');
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const code = missing ? 'fault.missing_file' : 'fault.unreadable_file';
    throw new RegulationError([{ file, line: null, code, params: {} }]);
  }
}

const faultAsJson = (fault: Fault) => ({
  file: fault.file,
  line: fault.line,
  code: fault.code,
  reason: reasonOf(fault),
});

const asJson = (judged: readonly Judged[]) => ({
  cases: judged.map(({ file, answer, differs }) => ({
    file,
    ...answer,
    says: wordsOfOutcome(answer),
    differs,
  })),
  ...counts(judged),
});

const counts = (judged: readonly Judged[]) => ({
  total: judged.length,
  agree: judged.filter(({ differs }) => differs?.length === 0).length,
  differ: judged.filter(({ differs }) => differs?.length).length,
});

function report(judged: readonly Judged[]): string {
  const { total, agree, differ } = counts(judged);
  return [
    ...judged.flatMap(linesOf),
    `${total} tình huống; đúng như mong đợi: ${agree}; khác: ${differ}.`,
    `${total} cases; as expected: ${agree}; different: ${differ}.`,
  ].join('\n');
}
