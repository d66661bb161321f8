// `facts`: the steps a case may ask about; `facts BƯỚC`: the facts such a case may tell, with their kinds and codes.
import type { Message } from '../platform/messages.ts';
import { fold } from '../platform/text.ts';
import { allSteps, type KnownFact, knownFacts } from '../acts/known.ts';
import { type Regulations, type Step } from '../rules/index.ts';
import { wordsOf } from '../wording/explain.ts';
import { usesOf } from '../rules/uses.ts';
import { shippedLaw } from './law.ts';
import { Stop, type Words } from './words.ts';

export async function factsCommand({ rest, json }: Words): Promise<number> {
  const law = shippedLaw();
  const asked = rest.join(' ');
  if (asked === '') {
    const steps = stepsOf(law);
    console.log(json ? JSON.stringify({ steps }, null, 2) : steps.map(stepLine).join('\n'));
    return 0;
  }
  const step = findStep(law, asked);
  const facts = factsOf(law, step.id);
  console.log(
    json
      ? JSON.stringify({ step: step.id, label: step.label, facts }, null, 2)
      : [`${step.id}: ${step.label.vi}`, ...facts.map(factLine)].join('\n'),
  );
  return 0;
}

const stepsOf = ({ procedures }: Regulations) =>
  procedures.flatMap((procedure) => {
    const steps = new Map(procedure.versions.flatMap(({ steps }) => steps).map((step) => [step.id, step]));
    return [...steps.values()].map(({ id, label }) => ({ procedure: procedure.id, step: id, label }));
  });
const stepLine = ({ step, label }: ReturnType<typeof stepsOf>[number]): string =>
  `${step.padEnd(28)} ${label.vi}`;

/** By its id, or when one label alone holds the words. */
function findStep(law: Regulations, asked: string): Step {
  const exact = law.findStep(asked);
  const alike = stepsOf(law).filter(({ label }) =>
    [label.vi, label.en].some((name) => fold(name).includes(fold(asked))),
  );
  const step = exact ?? (alike.length === 1 ? law.findStep(alike[0]?.step ?? '') : null);
  if (step) return step;
  const near = alike.map(stepLine).join('\n');
  throw new Stop(
    `Không có bước “${asked}”.${near ? `\n${near}` : ''}`,
    `There is no step “${asked}”; \`npm run nguon -- facts\` lists them.`,
  );
}

/** What the guards, clocks and conditions of the step ask for, and what is typed into it; a ballot by its parts. */
function factsOf(law: Regulations, id: string) {
  const versions = allSteps(law).filter((step) => step.id === id);
  const inputs = new Map(
    versions.flatMap((step) =>
      step.inputs.flatMap((input) => partsOfInput(step, input).map((fact) => [fact, input.label] as const)),
    ),
  );
  const asked = versions.flatMap((step) => usesOf(step).flatMap(({ facts }) => facts));
  const [known, words] = [knownFacts(law), wordsOf(law)];
  const names = new Set([...asked, ...inputs.keys()]);
  return [...names].sort().flatMap((fact) => {
    const kind = known.get(fact);
    // A paper and its day are one fact.
    if (!kind || (fact.endsWith('.on') && names.has(fact.slice(0, -'.on'.length)))) return [];
    const label = inputs.get(fact) ?? words.fact(fact);
    return [{ fact, ...kind, label, part: ballotWords[fact.split('.').at(-1) ?? ''] ?? null }];
  });
}

const partsOfInput = (step: Step, input: Step['inputs'][number]): string[] => {
  const fact = input.fact ?? `${step.id}.${input.id}`;
  return input.kind === 'ballot' ? Object.keys(ballotWords).map((part) => `${fact}.${part}`) : [fact];
};

const ballotWords: Readonly<Record<string, Message>> = {
  total: { vi: 'tổng số đảng viên chính thức', en: 'official members' },
  excluded: { vi: 'lý do không tính vào tổng số', en: 'grounds of exclusion' },
  base: { vi: 'tổng số được tính', en: 'base' },
  present: { vi: 'có mặt', en: 'present' },
  excused: { vi: 'vắng có lý do', en: 'excused' },
  yes: { vi: 'tán thành', en: 'in favour' },
  no: { vi: 'không tán thành', en: 'against' },
  blank: { vi: 'phiếu trắng', en: 'blank' },
};

const kinds: Record<KnownFact['kind'], string> = {
  day: 'ngày',
  count: 'số nguyên',
  number: 'số',
  choice: 'mã',
  flag: 'true/false',
  text: 'chữ',
  list: 'danh sách',
};
function factLine({ fact, kind, codes, label, part }: ReturnType<typeof factsOf>[number]): string {
  const among = codes.length > 0 ? ` (${codes.join(', ')})` : '';
  const called = [label?.vi, part?.vi].filter(Boolean).join(': ');
  return `  ${fact}: ${kinds[kind]}${among}${called ? ` – ${called}` : ''}`;
}
