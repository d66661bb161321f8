// How the standing of a person reads and looks, and which acts can follow from it.
import type { RollItem } from '../answers.ts';
import type { ActName } from '../input.ts';
import { words } from './words.ts';

type Stands = Pick<RollItem, 'status' | 'endedAs'>;
type Say = (key: keyof typeof words) => string;

/** A key of this room's words made from a code; '' has no word. */
export const wordKey = (prefix: string, code: string | null): keyof typeof words | null => {
  const key = `${prefix}.${code ?? ''}`;
  return key in words ? (key as keyof typeof words) : null;
};

export function standingWord({ status, endedAs }: Stands, t: Say): string {
  const ended = status === 'former' ? wordKey('ended', endedAs) : null;
  return t(ended ?? `status.${status}`);
}

const tones = {
  official: 'plain',
  probationary: 'wait',
  nominee: 'wait',
  former: 'ended',
  outside: 'plain',
} as const;
export const standingTone = ({ status }: Pick<Stands, 'status'>) => tones[status];

interface Now extends Stands {
  exempt: boolean;
  activity: 'regular' | 'away';
}

const leaving: ActName[] = ['move_out', 'die', 'remove', 'expel', 'leave'];
const back: ActName[] = ['restore', 'move_in'];
/** What may follow the end of a membership. */
const afterEnd: Readonly<Record<string, ActName[]>> = {
  died: [],
  moved_out: ['transfer_received', 'move_in'],
  removed: back,
  expelled: back,
  annulled: back,
};

/** The acts that may follow; whether the day allows them the server judges. */
export function openActs(now: Now): ActName[] {
  if (now.status === 'former') return afterEnd[now.endedAs ?? ''] ?? ['move_in'];
  if (now.status === 'outside') return ['take_over', 'move_in', 'place'];
  if (now.status === 'nominee') return ['place'];
  const card: ActName[] = now.status === 'official' ? ['issue_card'] : [];
  return [
    'move',
    ...card,
    now.exempt ? 'unexempt' : 'exempt',
    now.activity === 'away' ? 'end_temporary' : 'begin_temporary',
    ...leaving,
  ];
}
