// The printed A4 sheet of an act, made from the record, so that paper and record agree: facts, vote, law, and blanks
// for signatures. Paper is Vietnamese.
import { excludedOf, exclusionGrounds, type Ballot } from '../../meetings/ballot.ts';
import { formatDay, isPartialDay } from '../../platform/day.ts';
import { Missing } from '../../platform/errors.ts';
import type { Input, Sheet, Step } from '../../rules/procedure.ts';
import type { DocumentData, PaperData } from '../../road/dossier.ts';
import { chainOn, committeeOf } from '../../road/held.ts';
import { messages } from '../messages.ts';
import { ballotsOf } from '../../road/prepare.ts';
import type { ActView, SheetView } from '../../road/view.ts';
import { actViews } from './acts.ts';
import type { PageData } from './page.ts';

/** The sheet of the named act, or of the last standing act that has this sheet. */
export function sheetOf(page: PageData, sheetId: string, entry: string | null): SheetView {
  const acts = actViews(page);
  const has = (act: ActView) => act.sheets.some(({ id }) => id === sheetId);
  const act = acts.findLast((one) =>
    entry === null ? has(one) && one.state === 'standing' : one.entry === entry && has(one),
  );
  const sheet = act?.sheets.find(({ id }) => id === sheetId);
  const step = act && page.law.findStep(act.step)?.step;
  if (!act || !sheet || !step || !page.reader.wide) throw new Missing('access.missing');
  return {
    ...headOf(page, act, step),
    ...titleOf(sheet),
    ...bodyOf(page, act, step),
    acts: beforeOf(page, acts, act),
  };
}

const titleOf = ({ label, form }: Sheet): Pick<SheetView, 'title' | 'form'> => ({ title: label, form });

function headOf(page: PageData, act: ActView, step: Step) {
  const chain = chainOn(page.around.places, page.dossier.unitId, act.happenedOn ?? page.today);
  const names = chain.map(({ name }) => name);
  const committee = committeeOf(chain)?.name ?? names[1] ?? null;
  const above = step.level === 'cell' ? committee : (names[names.indexOf(act.decidedBy) + 1] ?? null);
  return {
    unit: act.decidedBy,
    superior: above === act.decidedBy ? null : above,
    place: placeOf(committee ?? page.unit.name),
    on: act.happenedOn,
    number: numberOf(act, step),
    watermark: page.profile === 'C' ? messages['sheet.training'] : null,
    person: { fullName: page.person.fullName, bornOn: page.person.bornOn, sex: page.person.sex },
    signatures: signaturesOf(step, act),
  };
}

/** The place beside the date is that of the committee: its name without the word for what it is. */
const placeOf = (committee: string): string =>
  committee.replace(/^(Đảng bộ|Đảng ủy|Chi bộ)\s+((phường|xã|thị trấn|đặc khu)\s+)?/iu, '');

function numberOf(act: ActView, step: Step): string | null {
  const documents = step.inputs
    .filter((input) => input.kind === 'document')
    .map((input) => act.inputs[input.id]);
  const first = documents.find((document) => document) as DocumentData | undefined;
  return first?.number ?? act.onBehalf?.number ?? null;
}

const signers = { cell: 'sheet.secretary', base: 'sheet.committee', superior: 'sheet.superior' } as const;
const signaturesOf = (step: Step, act: ActView): SheetView['signatures'] => [
  { title: messages['sheet.clerk'], name: act.recordedBy || null },
  { title: messages[signers[step.level]], name: null },
];

function bodyOf(page: PageData, act: ActView, step: Step): Pick<SheetView, 'facts' | 'vote' | 'law'> {
  const facts = step.inputs.flatMap((input) => {
    const value = textOf(page, input, act.inputs[input.id]);
    return value === null ? [] : [{ label: input.label, value }];
  });
  const behalf = act.onBehalf && [
    {
      label: messages['sheet.facts.on_behalf'],
      value: `số ${act.onBehalf.number}, ngày ${formatDay(act.onBehalf.on)}`,
    },
  ];
  return {
    facts: [{ label: messages['sheet.facts.unit'], value: page.unit.name }, ...facts, ...(behalf ?? [])],
    vote: voteOf(act, step),
    law: lawOf(page, act),
  };
}

const text = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;

function textOf(page: PageData, input: Input, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const write = writers[input.kind];
  return write ? write(page, value, input) : text(value);
}

type Writer = (page: PageData, value: unknown, input: Input) => string | null;
const day: Writer = (_, value) => (isPartialDay(value) ? formatDay(value) : null);

const writers: Partial<Record<Input['kind'], Writer>> = {
  day,
  month_day: day,
  choice: ({ law }, value, input) => law.labelOf(input, String(value))?.vi ?? String(value),
  choices: ({ law }, value, input) =>
    (value as string[]).map((code) => law.labelOf(input, code)?.vi ?? code).join('; '),
  earlier: (page, value) => {
    const act = page.dossier.acts.find(({ entry }) => entry === value);
    const label = act && page.law.findStep(act.step)?.step.label.vi;
    return act ? [label, formatDay(act.on)].filter(Boolean).join(', ') : null;
  },
  flag: (_, value) => messages[value === true ? 'sheet.yes' : 'sheet.no'].vi,
  ballot: () => null,
  document: (_, value) => documentText(value as DocumentData),
  person: (_, value) => (value as { name: string | null }).name,
  people: (_, value) => (value as { name: string | null }[]).map(({ name }) => name).join(', '),
  papers: (page, value) => papersText(page, value as PaperData[]),
};

export function documentText({ number, on, by }: DocumentData): string {
  return [number && `số ${number}`, on && `ngày ${formatDay(on)}`, by && `của ${by}`]
    .filter(Boolean)
    .join(', ');
}

const states = { have: 'đã có', missing: 'còn thiếu', not_needed: 'không cần' } as const;
function papersText({ law }: PageData, papers: readonly PaperData[]): string {
  const declared = ['admission', 'recognition'].flatMap((id) => law.papersOf(id));
  return papers
    .map(({ id, state, on, keptAt }) => {
      const label = declared.find((paper) => paper.id === id)?.label.vi ?? id;
      return [`${label}: ${states[state]}`, on && formatDay(on), keptAt].filter(Boolean).join(', ');
    })
    .join('; ');
}

function voteOf(act: ActView, step: Step): SheetView['vote'] {
  const [vote] = ballotsOf(step, act.inputs as never);
  if (!vote) return null;
  const ballot = vote.ballot as Ballot;
  return {
    body: vote.input.body ?? 'cell',
    heldOn: act.happenedOn,
    total: ballot.total ?? ballot.base + excludedOf(ballot.excluded),
    excluded: exclusionGrounds
      .map((ground) => ({ ground, count: ballot.excluded[ground] ?? 0 }))
      .filter(({ count }) => count > 0),
    base: ballot.base,
    present: ballot.present ?? null,
    yes: ballot.yes,
    no: ballot.no ?? 0,
    blank: ballot.blank ?? 0,
    passed: act.passed,
  };
}

/** The articles under which the act was judged, each once. How this product counts is no basis of a resolution. */
function lawOf({ law }: PageData, { verdict }: ActView): SheetView['law'] {
  const citations = verdict?.reasons.flatMap((reason) => reason.citations) ?? [];
  const byKey = new Map(citations.map((citation) => [`${citation.document}|${citation.clause}`, citation]));
  return [...byKey.values()].flatMap((citation) => {
    const document = law.documentOf(citation.document);
    return document?.kind === 'convention' ? [] : [{ ...citation, title: document?.title ?? null }];
  });
}

/** What the act rests on: the standing acts before it. */
function beforeOf(page: PageData, acts: readonly ActView[], act: ActView): SheetView['acts'] {
  const standing = acts.filter((one) => one.state === 'standing');
  const at = standing.findIndex(({ entry }) => entry === act.entry);
  return standing.slice(0, at < 0 ? standing.length : at).map((one) => {
    const step = page.law.findStep(one.step)?.step;
    const document = step?.inputs.find((input) => input.kind === 'document' && one.inputs[input.id]);
    const data = document && (one.inputs[document.id] as DocumentData);
    return {
      label: one.label,
      on: one.happenedOn,
      document: data ? documentText(data) : null,
      passed: one.passed,
    };
  });
}
