// The runs of stages are those of the procedure files, in their order.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { probationStages, stagesBefore } from './road.ts';

test('the runs are the stages of the road up to recognition, none left out', () => {
  const file = new URL('../../regulations/procedures/stages.yaml', import.meta.url);
  const { stages } = parse(readFileSync(file, 'utf8')) as { stages: { id: string }[] };
  expect([...stagesBefore, ...probationStages, 'recognised', 'closed']).toEqual(stages.map(({ id }) => id));
});
