import { test } from 'vitest';
import { ballot, doc, startWard, walkTo, nominate } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { law } from './law.ts';
import { takeOverEntries } from './take-over.ts';
const ward = await startWard();
test('bench', async () => {
  const id = await nominate(ward, 'Đỗ Thị Mai');
  await walkTo(ward, id, 'recognise');
  for (let i = 0; i < 60; i++) {
    const personId = await ward.world.person({ name: `Người Số ${i}`, unit: ward.cell });
    const entries = takeOverEntries({ clientId: newId(), dossierId: newId(), personId, unitId: ward.cell, happenedOn: '2021-01-31', stage: 'verified', stageOn: null, acts: [{ step: 'list', on: '2018-05-01' }, { step: 'class_certificate', on: '2019-06-01', inputs: { certificate: doc('1', '2019-06-01') } }, { step: 'permit', on: '2020-01-01' }] }, { law: law(), profile: 'A', today: '2026-11-21' });
    await ward.world.db.transaction().execute((tx) => append(tx, ward.world.by, entries));
  }
  const time = async (url: string) => { const ts: number[] = []; for (let i = 0; i < 40; i++) { const t = performance.now(); await ward.officer.get(url); ts.push(performance.now() - t); } ts.sort((a, b) => a - b); console.log(url, 'median', ts[20]?.toFixed(1), 'p95', ts[38]?.toFixed(1)); };
  await time('/api/health');
  await time('/api/units');
  await time('/api/dossiers?limit=50');
  await time(`/api/dossiers/${id}`);
  await time(`/api/dossiers?blocked=true&limit=50`);
}, 120000);
