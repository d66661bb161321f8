// Letters of verification and their answers: each a request of its own, and a step of the road with it.
import type { Day } from '../../../src/platform/day.ts';
import type { VerificationLine } from '../line.ts';
import type { Made } from './steps.ts';
import type { CaseStory } from './story.ts';

export interface LetterStep extends Made {
  on: Day;
  letter: { nth: number; part: 'sent' | 'answered' };
}

type Letter = Pick<VerificationLine, 'addressee' | 'sentOn'> & { repliedOn: Day | null };

/** Somebody whose answers have not come yet has letters under way all the same. */
function lettersOf(story: CaseStory): Letter[] {
  const begun = story.passages.filter(({ stage }) => stage === 'verifying').map(({ on }) => on);
  const untold = begun.filter((on) => !story.letters.some(({ sentOn }) => sentOn === on));
  const open = untold.map((on) => ({
    addressee: 'Đảng ủy nơi cư trú trước đây',
    sentOn: on,
    repliedOn: null,
  }));
  return [...story.letters, ...open];
}

/** A messenger brings them: they are received on the day they are sent. */
export function letterSteps(story: CaseStory, today: Day): LetterStep[] {
  const seen = new Map<string, number>();
  const ended = story.passages.find(({ stage }) => stage === 'closed')?.on ?? '9999';
  return lettersOf(story).flatMap(({ addressee, sentOn, repliedOn }, nth): LetterStep[] => {
    const count = (seen.get(addressee) ?? 0) + 1;
    seen.set(addressee, count);
    const place = count > 1 ? `${addressee} (${count})` : addressee;
    const letter = { number: `${(nth + 1) * 7}-CV/ĐU`, on: sentOn, by: null };
    const inputs = { place, persons: 1 + (nth % 3), way: 'letter', letter, receivedOn: sentOn };
    const sent: LetterStep = { step: 'verify_send', on: sentOn, inputs, letter: { nth, part: 'sent' } };
    if (repliedOn === null || repliedOn > today || repliedOn > ended) return [sent];
    const answer = { place, result: 'confirmed' };
    return [sent, { step: 'verify_reply', on: repliedOn, inputs: answer, letter: { nth, part: 'answered' } }];
  });
}
