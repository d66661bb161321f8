// What is done in a candidacy beside the road: files that come back, helpers who change, monthly words of helpers, talks with the
// candidate. Letters of verification are written by their own room (letters.ts).
import { addDays, addMonths, type Day } from '../../../src/platform/day.ts';
import type { PassageLine } from '../line.ts';
import type { Knowing, Made } from './steps.ts';
import { document, renewedPapers } from './steps.ts';
import type { CaseStory } from './story.ts';

type Dated = Made & { on: Day };

const missing = ['opinions', 'history_family', 'introduction', 'history_certified', 'union_resolution'];

/** What was sent back is handed in again a few days before the next stage, or before it comes back once more. */
function returned(story: CaseStory, today: Day): Dated[] {
  return story.returns.flatMap(({ on }, nth): Dated[] => {
    const next = [...story.returns.map((one) => one.on), ...story.passages.map((one) => one.on)].filter(
      (day) => day > on,
    );
    const until = next.toSorted()[0];
    const again = until ? addDays(until, -1) : addDays(on, 9);
    const what = [missing[(nth + story.passages.length) % missing.length]];
    const back = { step: 'return_dossier', on, inputs: { level: 'base', what } };
    return again > on && again <= today ? [back, { step: 'resubmit', on: again, inputs: {} }] : [back];
  });
}

/** Who took over; the first helper is named with the stage. */
function replaced({ helpers, passages }: CaseStory, { person }: Knowing): Dated[] {
  const since = passages.find(({ stage }) => stage === 'helped')?.on;
  const end = passages.find(({ stage }) => ended.has(stage))?.on ?? '9999';
  return helpers
    .filter(({ fromOn }) => since !== undefined && fromOn > since && fromOn < end)
    .map(({ personId, fromOn }) => ({
      step: 'replace_helper',
      on: fromOn,
      inputs: { helper: person(personId), resolution: document(null, fromOn), reason: 'moved' },
    }));
}
const ended = new Set(['recognition_cell_voted', 'recognised', 'closed']);

/** A: how long the papers of a file speak for somebody; older ones are written anew before the cell votes. */
const freshMonths = 12;

function renewed({ passages }: CaseStory): Dated[] {
  const opened = passages.find(({ stage }) => stage === 'permitted')?.on;
  const vote = passages.find(({ stage }, at) => stage === 'cell_voted' || isRefusal(passages, at));
  if (!opened || !vote || addMonths(opened, freshMonths) >= vote.on) return [];
  const on = addDays(vote.on, -1);
  return [{ step: 'papers', on, inputs: { papers: renewedPapers(on) } }];
}
/** The cell itself said no. */
const isRefusal = (passages: readonly PassageLine[], at: number): boolean =>
  passages[at]?.closedAs === 'not_approved' && passages[at - 1]?.stage === 'verified';

export const asideSteps = (story: CaseStory, knowing: Knowing): Dated[] => [
  ...returned(story, knowing.today),
  ...replaced(story, knowing),
  ...renewed(story),
  ...story.contacts.map(({ on, byId }) => ({
    step: 'contact',
    on,
    inputs: { kind: 'meeting', by: knowing.person(byId) },
  })),
  ...story.notes.map(({ on, month, helperId, text }) => ({
    step: 'charge_note',
    on,
    inputs: { month, helper: knowing.person(helperId), state: 'steady', did: text },
  })),
];
