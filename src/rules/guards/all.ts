// The closed vocabulary of guards. A rule that cannot be said with these gets a new word here, not an expression.
import { amountGuards } from './amounts.ts';
import { answerGuards } from './answers.ts';
import { consentGuards } from './consents.ts';
import { countGuards } from './counts.ts';
import { dayGuards } from './days.ts';
import { intervalGuards } from './intervals.ts';
import { factGuards } from './recorded.ts';
import { personGuards } from './person.ts';
import { ratingGuards } from './ratings.ts';
import { seniorityGuards } from './seniority.ts';
import { spanGuards } from './spans.ts';
import { voteGuards } from './votes.ts';
import type { Guard } from './guard.ts';

export const guards: Readonly<Record<string, Guard>> = {
  ...factGuards,
  ...personGuards,
  ...dayGuards,
  ...voteGuards,
  ...spanGuards,
  ...countGuards,
  ...amountGuards,
  ...seniorityGuards,
  ...ratingGuards,
  ...consentGuards,
  ...intervalGuards,
  ...answerGuards,
};
