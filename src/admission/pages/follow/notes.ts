// What was noted of somebody beside the road, each as a title and a few short lines.
import { formatDay } from '../../../platform/day.ts';
import type { Input } from '../../../rules/procedure.ts';
import {
  assessingStep,
  chargeNoteStep,
  choosingStep,
  contactStep,
  pausingStep,
  resumingStep,
  taskResultStep,
  taskStep,
} from '../../../road/road.ts';
import type { ActView, DossierView, TaskView } from '../../../road/view.ts';
import type { Speech } from '../../../road/pages/verdict/read.ts';
import { type ActLine, actLines } from '../road/act-lines.ts';
import { followWords as words } from './words.ts';

/** Notes of these steps stand together; the log beside tells of the road. */
const noting = new Set([
  contactStep,
  taskStep,
  taskResultStep,
  assessingStep,
  chargeNoteStep,
  choosingStep,
  pausingStep,
  resumingStep,
  'hand_over_note',
]);
export const isNote = ({ step }: Pick<ActView, 'step'>): boolean => noting.has(step);

export interface Note {
  title: string;
  lines: string[];
}

type Writer = (act: ActView, dossier: Pick<DossierView, 'tasks'>, speech: Speech) => Note;

const writers: Partial<Record<string, Writer>> = {
  [taskStep]: taskNote,
  [taskResultStep]: resultNote,
  [chargeNoteStep]: monthNote,
  [assessingStep]: assessmentNote,
};

export function noteOf(act: ActView, dossier: Pick<DossierView, 'tasks'>, speech: Speech): Note {
  const write = writers[act.step] ?? plainNote;
  return write(act, dossier, speech);
}

/** The words that were typed, where this reader may see them. */
function wordsIn(act: ActView, { book }: Speech): string[] {
  const notes = (book.stepOf(act.step)?.inputs ?? []).filter(({ kind }) => kind === 'note');
  return notes
    .map(({ id }) => act.inputs[id])
    .filter((text) => typeof text === 'string' && text !== '') as string[];
}

const sentence = ({ label, value }: ActLine, { tell }: Speech): string =>
  tell(words['follow.with'], { label, value });

const plainNote: Writer = (act, _, speech) => ({
  title: speech.tell(act.label),
  lines: [...actLines(act, speech).map((line) => sentence(line, speech)), ...wordsIn(act, speech)],
});

function choiceIn(act: ActView, id: string, { book, tell }: Speech): string | null {
  const input = book.stepOf(act.step)?.inputs.find((one: Input) => one.id === id);
  const label = input?.choices?.find(({ code }) => code === act.inputs[id])?.label;
  return label ? tell(label) : null;
}

function taskNote(act: ActView, { tasks }: Pick<DossierView, 'tasks'>, speech: Speech): Note {
  const task = tasks.find(({ entry }) => entry === act.entry);
  const what = task?.task ?? wordsIn(act, speech)[0];
  const title = what ? speech.tell(words['follow.task'], { task: what }) : speech.tell(act.label);
  return { title, lines: task ? taskLines(task, speech) : [] };
}

function taskLines({ kind, until, result }: TaskView, speech: Speech): string[] {
  const { tell } = speech;
  const said = result && codeLabel(taskResultStep, 'result', result.result, speech);
  const lines = [
    codeLabel(taskStep, 'kind', kind, speech),
    until && tell(words['follow.until'], { day: formatDay(until) }),
    said
      ? tell(words['follow.result_day'], { result: said, day: formatDay(result.on) })
      : tell(words['follow.result_open']),
  ];
  return [lines.filter(Boolean).join(' · ')];
}

function codeLabel(step: string, id: string, code: string | null, { book, tell }: Speech): string | null {
  const choices = book.stepOf(step)?.inputs.find((input) => input.id === id)?.choices ?? [];
  const label = choices.find((one) => one.code === code)?.label;
  return label ? tell(label) : null;
}

function resultNote(act: ActView, { tasks }: Pick<DossierView, 'tasks'>, speech: Speech): Note {
  const said = choiceIn(act, 'result', speech);
  const task = tasks.find(({ entry }) => entry === act.inputs.task)?.task;
  return {
    title: said ? speech.tell(words['follow.result'], { result: said }) : speech.tell(act.label),
    lines: [...(task ? [task] : []), ...wordsIn(act, speech)],
  };
}

function monthNote(act: ActView, _: Pick<DossierView, 'tasks'>, speech: Speech): Note {
  const state = choiceIn(act, 'state', speech);
  const month = typeof act.inputs.month === 'string' ? formatDay(act.inputs.month.slice(0, 7)) : '';
  const shown = actLines(act, speech).filter(({ value }) => value !== state && value !== month);
  return {
    title: state && month ? speech.tell(words['follow.month'], { month, state }) : speech.tell(act.label),
    lines: [
      ...shown.filter(({ value }) => !isMonth(value)).map((line) => sentence(line, speech)),
      ...labelledWords(act, speech),
    ],
  };
}
const isMonth = (value: string): boolean => /^(\d\d\/){1,2}\d{4}$/.test(value);

/** Of several notes each under its own name. */
function labelledWords(act: ActView, speech: Speech): string[] {
  const inputs = (speech.book.stepOf(act.step)?.inputs ?? []).filter(({ kind }) => kind === 'note');
  return inputs.flatMap(({ id, label }) => {
    const text = act.inputs[id];
    return typeof text === 'string' && text
      ? [sentence({ label: speech.tell(label), value: text }, speech)]
      : [];
  });
}

function assessmentNote(act: ActView, _: Pick<DossierView, 'tasks'>, speech: Speech): Note {
  const half = choiceIn(act, 'half', speech);
  const year = typeof act.inputs.year === 'number' ? String(act.inputs.year) : null;
  const inputs = speech.book.stepOf(act.step)?.inputs ?? [];
  const criteria = inputs.filter(({ id, kind }) => kind === 'choice' && id !== 'half');
  const lines = criteria.flatMap(({ id, label }) => {
    const value = choiceIn(act, id, speech);
    return value ? [sentence({ label: speech.tell(label), value }, speech)] : [];
  });
  const named = half && year;
  return {
    title: named
      ? speech.tell(words['follow.assessed'], { half: half.toLocaleLowerCase('vi'), year })
      : speech.tell(act.label),
    lines: [...(lines.length > 0 ? [lines.join(' · ')] : []), ...wordsIn(act, speech)],
  };
}
