// The plan while it is being typed, and what is sent of it.
import { addDays, type Day, isDay, weekdayOf } from '../../../platform/day.ts';
import type { Sort } from '../../class.ts';
import type { ClassView } from '../../view.ts';
import type { Say } from '../said.ts';

export interface SessionDraft {
  /** of a session that stands already */
  id: number | null;
  /** of this row while it is typed */
  key: string;
  on: string;
  from: string;
  to: string;
  room: string;
  topic: string;
  speaker: string;
}

export interface Draft {
  sort: Sort;
  label: string;
  seats: number | null;
  cost: number | null;
  topics: string;
  sessions: SessionDraft[];
  least: number | null;
  excused: boolean;
  paper: boolean;
}

const empty = { id: null, on: '', from: '07:30', to: '11:30', room: '', topic: '', speaker: '' };

export function draftOf(view?: ClassView): Draft {
  if (!view)
    return {
      sort: 'awareness',
      label: '',
      seats: null,
      cost: null,
      topics: '',
      sessions: [{ ...empty, key: 'new.1' }],
      least: null,
      excused: false,
      paper: false,
    };
  const { topics, cost, completion } = view.plan;
  return {
    sort: view.sort,
    label: view.label,
    seats: view.seats,
    cost,
    topics: topics.join('\n'),
    sessions: view.sessionList.map(({ id, on, from, to, room, topic, speaker }) => ({
      id,
      key: String(id),
      on,
      from: from ?? '',
      to: to ?? '',
      room: room ?? '',
      topic: topic ?? '',
      speaker: speaker ?? '',
    })),
    ...completion,
  };
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export const bodyOf = ({ least, excused, paper, topics, sessions, ...draft }: Draft) => ({
  ...draft,
  topics: lines(topics),
  sessions: sessions.map(({ key: _key, from, to, ...session }) => ({
    ...session,
    from: from || null,
    to: to || null,
  })),
  completion: { least, excused, paper },
});

export const problemsOf = (t: Say, { sessions }: Draft) => ({
  sessions: sessions.length === 0 ? t('plan.no_sessions') : null,
});

/** One more session, like the last one: usually only the day differs. */
export function another(sessions: readonly SessionDraft[], on: Day | ''): SessionDraft[] {
  const last = sessions.at(-1);
  const key = `new.${Math.max(0, ...sessions.map(({ key: held }) => Number(held.split('.')[1] ?? 0))) + 1}`;
  const { from, to, room } = last ?? empty;
  return [...sessions, { ...empty, from, to, room, key, on }];
}

/** The first Sunday after the last day that is typed, or after today. */
export function nextSunday(sessions: readonly SessionDraft[], today: Day): Day {
  const days = sessions.map(({ on }) => on).filter(isDay);
  const after = days.toSorted().at(-1) ?? today;
  return addDays(after, 7 - weekdayOf(after));
}
