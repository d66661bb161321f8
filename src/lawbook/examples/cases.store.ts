// Worked cases for a rule or a step, judged once for the shipped rules: what committees lay over them proves nothing of
// the text.
import { type ProvingCase, provingCases } from './cases.ts';
import { loadWith, shippedCases, shippedFiles } from '../enforce.store.ts';
import type { CaseList } from '../view.ts';

let known: { files: object; cases: ProvingCase[] } | null = null;

function allCases(): ProvingCase[] {
  const files = shippedFiles();
  if (known?.files !== files)
    known = { files, cases: provingCases(loadWith({ provisions: [], calendar: [] }), shippedCases()) };
  return known.cases;
}

export function listCases(asked: { parameter?: string | undefined; step?: string | undefined }): CaseList {
  const items = allCases()
    .filter(({ parameters }) => asked.parameter === undefined || parameters.has(asked.parameter))
    .map(({ view }) => view)
    .filter(({ step }) => asked.step === undefined || step === asked.step);
  return { items, total: items.length, agreeing: items.filter(({ agrees }) => agrees).length };
}
