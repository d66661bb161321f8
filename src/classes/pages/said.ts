// How a class is said in one line: its days, its kind, its state. Keys of the words with what goes into them.
import { formatDay } from '../../platform/day.ts';
import type { Params } from '../../platform/messages.ts';
import type { ClassRow, ClassState, PersonRow } from '../view.ts';
import type { words } from './words.ts';

type Key = keyof typeof words;
export type Say = (key: Key, params?: Params) => string;

export const spanOf = (t: Say, { firstOn, lastOn }: Pick<ClassRow, 'firstOn' | 'lastOn'>): string =>
  firstOn === lastOn
    ? formatDay(firstOn)
    : t('span.many', { from: formatDay(firstOn), to: formatDay(lastOn) });

export const sessionsOf = (t: Say, { sessions, sundays }: Pick<ClassRow, 'sessions' | 'sundays'>): string =>
  t(sundays ? 'span.sundays' : 'span.sessions', { count: sessions });

export const stateTones = {
  coming: 'plain',
  running: 'wait',
  finished: 'done',
  called_off: 'ended',
} as const satisfies Record<ClassState, string>;

export const personTones = {
  proposed: 'wait',
  sent: 'wait',
  waiting: 'unsure',
  enrolled: 'done',
  left: 'ended',
} as const satisfies Record<PersonRow['state'], string>;

/** Why somebody left or was absent, whatever code it is. */
export const whyOf = (t: Say, why: string | null): string => t(`why.${why ?? 'unsaid'}` as Key);

/** '4 buổi, vắng có phép 1': what is nothing is not said. */
export const attendedOf = (t: Say, { present, excused, absent }: PersonRow): string =>
  [
    t('people.present', { count: present }),
    excused > 0 && t('people.excused', { count: excused }),
    absent > 0 && t('people.absent', { count: absent }),
  ]
    .filter(Boolean)
    .join(', ');
