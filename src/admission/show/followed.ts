// What people noted of somebody they follow: who introduced, tasks and their results, contacts, assessments, notes of
// the helper; whether the case is paused or its file sent back. Words stand where this reader may see them.
import type { Act } from '../../road/fold.ts';
import { textField } from '../../road/dossier.ts';
import {
  assessingStep,
  chargeNoteStep,
  choosingStep,
  contactStep,
  firstStep,
  introducingStep,
  pausingStep,
  returningStep,
  taskResultStep,
  taskStep,
} from '../../road/road.ts';
import { followedOf as statesOf } from '../../road/row.ts';
import type {
  AssessmentView,
  ChargeNoteView,
  ContactView,
  Doc,
  DossierView,
  IntroductionView,
  TaskView,
} from '../../road/view.ts';
import { nameOf, type PageData } from './page.ts';

type Parts = Pick<
  DossierView,
  | 'introductions'
  | 'tasks'
  | 'contacts'
  | 'assessments'
  | 'chargeNotes'
  | 'paused'
  | 'returned'
  | 'chosenForYear'
  | 'lastTouchOn'
  | 'handovers'
>;

export function followedOf(page: PageData): Parts {
  const { facts } = page.standing;
  const state = statesOf(page.dossier, facts);
  const year = facts[`${choosingStep}.year`];
  return {
    introductions: [...seen(page, firstStep), ...seen(page, introducingStep)].map((act) =>
      introduction(page, act),
    ),
    tasks: tasksOf(page),
    contacts: seen(page, contactStep).map((act) => contact(page, act)),
    assessments: seen(page, assessingStep).map((act) => assessment(page, act)),
    chargeNotes: seen(page, chargeNoteStep).map((act) => chargeNote(page, act)),
    paused: state.pausedOn === null ? null : pausedSince(page),
    returned: state.returnedOn === null ? null : returnedSince(page),
    chosenForYear: page.reader.wide && typeof year === 'number' ? year : null,
    lastTouchOn: page.reader.wide || page.reader.helps ? state.lastTouchOn : null,
    handovers: page.reader.wide ? handoversOf(page) : [],
  };
}

const actsOf = (page: PageData, step: string): Act[] => page.dossier.acts.filter((act) => act.step === step);

/** All of it for those who see the whole case; of the others each what he wrote himself. */
const seen = (page: PageData, step: string): Act[] =>
  actsOf(page, step).filter((act) => page.reader.wide || isOwn(page, act));

const entryOf = (page: PageData, { entry }: Act) => page.entries.find(({ clientId }) => clientId === entry);
const isOwn = (page: PageData, act: Act): boolean => entryOf(page, act)?.recordedBy === page.reader.accountId;

function noted(page: PageData, act: Act) {
  const entry = entryOf(page, act);
  return {
    entry: act.entry,
    on: act.on,
    by: entry ? (page.accounts.get(entry.recordedBy) ?? null) : null,
  };
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const wordsOf = (page: PageData, act: Act, input: string): string | null =>
  page.texts.get(textField(act.entry, input, act.data?.sealed[input] ?? 3)) ?? null;

/** The nomination found the person; what was introduced later says by itself whether it is that of the Charter. */
const introduction = (page: PageData, act: Act): IntroductionView => {
  const unit = act.inputs.proposerUnit ?? (act.step === firstStep ? page.dossier.proposerUnitId : null);
  return {
    ...noted(page, act),
    kind: act.inputs.kind === 'charter' ? 'charter' : 'discovery',
    proposerKind: text(act.inputs.proposerKind),
    proposer: nameOf(page, act.inputs.proposer),
    unit: typeof unit === 'number' ? (page.units.get(unit) ?? null) : null,
    document: (act.inputs.resolution as Doc | undefined) ?? null,
  };
};

/** A task is known to whoever helps the person, whoever gave it. */
function tasksOf(page: PageData): TaskView[] {
  const results = actsOf(page, taskResultStep);
  return actsOf(page, taskStep)
    .filter((act) => page.reader.wide || page.reader.helps || isOwn(page, act))
    .map((act) => {
      const result = results.findLast(({ inputs }) => inputs.task === act.root);
      return {
        ...noted(page, act),
        task: wordsOf(page, act, 'task'),
        kind: text(act.inputs.kind),
        until: text(act.inputs.until),
        result: result
          ? { on: result.on, result: text(result.inputs.result), words: wordsOf(page, result, 'note') }
          : null,
      };
    });
}

const contact = (page: PageData, act: Act): ContactView => ({
  ...noted(page, act),
  kind: text(act.inputs.kind),
  person: nameOf(page, act.inputs.by),
  words: wordsOf(page, act, 'note'),
});

const criteria = ['motive', 'striving', 'achievement', 'recognised'];
const assessment = (page: PageData, act: Act): AssessmentView => ({
  ...noted(page, act),
  year: typeof act.inputs.year === 'number' ? act.inputs.year : null,
  half: text(act.inputs.half),
  criteria: Object.fromEntries(
    criteria.flatMap((id) => {
      const said = text(act.inputs[id]);
      return said === null ? [] : [[id, said]];
    }),
  ),
  words: wordsOf(page, act, 'words'),
});

const chargeNote = (page: PageData, act: Act): ChargeNoteView => ({
  ...noted(page, act),
  month: text(act.inputs.month),
  helper: nameOf(page, act.inputs.helper),
  state: text(act.inputs.state),
  did: wordsOf(page, act, 'did'),
  needs: wordsOf(page, act, 'needs'),
});

function pausedSince(page: PageData): DossierView['paused'] {
  const act = actsOf(page, pausingStep).at(-1);
  if (!act) return null;
  const shown = page.reader.wide || page.reader.helps;
  return {
    on: act.on,
    reason: shown ? text(act.inputs.reason) : null,
    expectedReturn: shown ? text(act.inputs.expectedReturn) : null,
  };
}

function returnedSince(page: PageData): DossierView['returned'] {
  const act = actsOf(page, returningStep).at(-1);
  if (!act || !page.reader.wide) return null;
  return {
    on: act.on,
    level: text(act.inputs.level),
    what: (act.inputs.what as string[] | undefined) ?? [],
    words: wordsOf(page, act, 'fields'),
  };
}

const handoversOf = ({ dossier, units }: PageData): DossierView['handovers'] =>
  dossier.handovers.map(({ on, fromUnitId, toUnitId }) => ({
    on,
    from: units.get(fromUnitId) ?? '',
    to: units.get(toUnitId) ?? '',
  }));
