// What each of the small forms of fostering asks: its fields, and the inputs that they send.
import type { FosteringStep } from '../../fostering.ts';

export type What = Extract<
  FosteringStep,
  'charge_note' | 'hand_over_note' | 'give_task' | 'task_result' | 'contact'
>;

export interface Asked {
  /** answers of a list, words, days; in the order of the form */
  choices: readonly string[];
  words: readonly string[];
  days: readonly string[];
  /** answers without which nothing is sent */
  needed: readonly string[];
}

export const asked: Record<What, Asked> = {
  charge_note: { choices: ['state'], words: ['did', 'needs'], days: [], needed: ['state'] },
  hand_over_note: { choices: [], words: ['did', 'remains'], days: [], needed: [] },
  give_task: { choices: ['kind'], words: ['task'], days: ['until'], needed: ['task'] },
  task_result: { choices: ['result'], words: ['note'], days: [], needed: ['result'] },
  contact: { choices: ['kind'], words: ['note'], days: [], needed: ['kind'] },
};

/** What a task is stays readable everywhere; other words are of class 3, which profile B does not keep. */
export const keepsWords = (id: string, profile: string): boolean => profile !== 'B' || id === 'task';

export type Values = Record<string, string>;

export interface About {
  id: string;
  name: string;
  /** who hands over */
  helperId?: string;
  /** month of a note */
  month?: string;
  /** task whose result is recorded */
  task?: string;
}

/** Only what was answered is sent. */
export function inputsOf(what: What, values: Values, about: About): Record<string, unknown> {
  const { choices, words, days } = asked[what];
  const given = [...choices, ...words, ...days].flatMap((id) => {
    const value = values[id]?.trim();
    return value ? [[id, value] as const] : [];
  });
  return {
    ...Object.fromEntries(given),
    ...(what === 'charge_note' ? { month: values.month } : {}),
    ...(what === 'task_result' ? { task: about.task } : {}),
    ...(about.helperId ? { helper: about.helperId } : {}),
  };
}

export const startOf = (what: What, about: About, today: string): Values => ({
  on: today,
  month: about.month ?? today.slice(0, 7),
  ...Object.fromEntries(
    [...asked[what].choices, ...asked[what].words, ...asked[what].days].map((id) => [id, '']),
  ),
});
