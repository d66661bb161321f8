// The closed vocabulary of guards. A rule that cannot be said with these gets a new word here, not an expression.
import { dayGuards } from './days.ts';
import { factGuards } from './recorded.ts';
import { personGuards } from './person.ts';
import { voteGuards } from './votes.ts';
import type { Guard } from './guard.ts';

export const guards: Readonly<Record<string, Guard>> = {
  ...factGuards,
  ...personGuards,
  ...dayGuards,
  ...voteGuards,
};
