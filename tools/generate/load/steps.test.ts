// Steps that follow from the law and not from the lines: papers that have grown old, and the order of one day.
import { expect, test } from 'vitest';
import type { PassageLine } from '../line.ts';
import { type Knowing, stepsOf } from './steps.ts';
import { begun, type CaseStory } from './story.ts';

const knowing: Knowing = {
  today: '2026-06-30',
  person: (id) => id,
  classOf: () => undefined,
  cardNumber: () => '12345678',
  placeOn: () => ({ kind: 'base_cell', above: 'upper_base' }),
};
const passed = (stage: string, on: string): PassageLine => ({
  line: 'passage',
  caseId: '1-1',
  unitId: 1,
  stage,
  on,
  closedAs: null,
  ballot: null,
  number: null,
});
const about = { caseId: '1-1', personId: '1-1', unitId: 1 };
const story = (passages: PassageLine[], more: Partial<CaseStory> = {}): CaseStory => ({
  ...begun({ line: 'case', ...about, introducedBy: 'youth_union', introducerId: null, source: 'DVTN' }),
  passages,
  ...more,
});
const votedOn = (vote: PassageLine) =>
  stepsOf(
    story([
      passed('permitted', '2022-03-10'),
      passed('papers_ready', '2022-04-01'),
      passed('verified', '2023-02-20'),
      vote,
    ]),
    knowing,
  ).map(({ step, on }) => `${on} ${step}`);

test('papers older than twelve months are written anew before the cell votes', () => {
  expect(votedOn(passed('cell_voted', '2023-03-11'))).toContain('2023-03-10 papers');
  expect(votedOn({ ...passed('closed', '2023-03-11'), closedAs: 'not_approved' })).toContain(
    '2023-03-10 papers',
  );
  const fresh = votedOn(passed('cell_voted', '2023-03-10'));
  expect(fresh.filter((step) => step.endsWith(' papers'))).toEqual(['2022-04-01 papers']);
});

test('who takes over from a helper on the day of the ceremony is there before it', () => {
  const day = '2023-05-19';
  const helper = { line: 'helper', caseId: '1-1' } as const;
  const steps = stepsOf(
    story([passed('helped', '2022-01-10'), passed('admitted', day)], {
      helpers: [
        { ...helper, personId: 'first', fromOn: '2022-01-10', toOn: day },
        { ...helper, personId: 'second', fromOn: day, toOn: null },
      ],
    }),
    knowing,
  );
  const own = steps.filter(({ on }) => on === day).map(({ step }) => step);
  expect(own).toEqual(['replace_helper', 'ceremony']);
});
