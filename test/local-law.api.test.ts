// One law on both sides: what the browser says beside a form, with what came with the page, is what the server says –
// under a local rule, next door where it does not hold, and on the day before it.
import { expect, test } from 'vitest';
import { judgeStep } from '../src/road/judge.ts';
import { openContent } from '../src/rules/index.ts';
import type { Verdict } from '../src/rules/verdict.ts';
import { lay, type Side, startTwoBases, takeOver } from './lawbook.ts';
import { ballot } from './road.ts';

const bases = await startTwoBases({ today: '2026-11-23' });
const { world, here, there } = bases;
const verified = {
  stage: 'verified',
  acts: [
    { step: 'class_certificate', on: '2022-06-20', inputs: { certificate: { on: '2022-06-20' } } },
    { step: 'verify_conclude', on: '2026-10-20' },
  ],
};

/** The same form judged by both. */
async function judged({ secretary }: Side, id: string, happenedOn: string): Promise<Verdict> {
  const typed = { step: 'cell_vote', happenedOn, inputs: { ballot: ballot(6, 6) } };
  const { body: law } = await secretary.get('/api/regulations/content');
  const { body: view } = await secretary.get(`/api/dossiers/${id}`);
  const { body: server } = await secretary.post(`/api/dossiers/${id}/judge`, typed);
  const browser = judgeStep(view, typed, openContent(law.shipped, law.overlays));
  expect(JSON.parse(JSON.stringify(browser))).toEqual(server);
  return server;
}

const validity = ({ reasons }: Verdict) => reasons.find(({ guard }) => guard === 'valid_for');

test('browser and server judge a form alike where a local rule holds, and where it does not', async () => {
  const mine = await takeOver(bases, here, { name: 'Vừ Thị Dợ', ...verified });
  const neighbour = await takeOver(bases, there, { name: 'Sùng A Páo', ...verified });
  const laid = await lay(here.officer, {
    parameter: 'certificate.months',
    value: 48,
    fromOn: '2026-11-24',
    unitId: here.base,
  });
  expect(laid.status).toBe(200);
  world.setToday('2026-11-25');
  const local = validity(await judged(here, mine, '2026-11-24'));
  expect(local).toMatchObject({ outcome: 'refused', threshold: { months: 48 } });
  expect(local?.citations[0]).toMatchObject({ document: '12-NQ/ĐU', clause: 'điểm 2' });
  expect(validity(await judged(here, mine, '2026-11-23'))).toMatchObject({ threshold: { months: 60 } });
  expect(validity(await judged(there, neighbour, '2026-11-24'))).toMatchObject({ threshold: { months: 60 } });
});
