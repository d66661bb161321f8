// `whatif` and `rejudge` from the machine: what they print, and what the process answers with.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { startTwoBases, takeOver } from '../../test/lawbook.ts';
import { useShipped } from '../lawbook/enforce.store.ts';
import { applyRegulations } from '../rooms.ts';
import { readRegulationFiles } from '../rules/files.store.ts';
import type { Place, Speak } from './place.ts';
import { rejudgeCommand } from './rejudge.ts';
import { whatIfCommand } from './whatif.ts';
import { readWords, Stop } from './words.ts';

const bases = await startTwoBases();
const { world, here, board } = bases;

/** The installation of this test, asked as its organisation board. */
const place: Place = {
  db: world.db,
  alone: true,
  as: async (): Promise<Speak> => async (method, url, body) =>
    method === 'GET' ? board.get(url) : board.post(url, body as object),
  close: async () => undefined,
};
vi.mock('./place.ts', async (original) => ({
  ...(await original<typeof import('./place.ts')>()),
  openPlace: async () => place,
}));

const printed: string[] = [];
vi.spyOn(console, 'log').mockImplementation((line: string) => {
  printed.push(line);
});
beforeEach(() => void printed.splice(0));
const run = (line: string) => {
  const words = readWords(line.split(' '));
  return words.command === 'whatif' ? whatIfCommand(words) : rejudgeCommand(words);
};

const sent = (on: string) => ({
  step: 'verify_send',
  on,
  inputs: { place: 'Xã Hòa Long', persons: 2, way: 'letter', receivedOn: on },
});
await takeOver(bases, here, { name: 'Thào A Sinh', stage: 'verifying', acts: [sent('2026-11-23')] });

test('whatif tells who, what, from when to when, and whether it may be laid', async () => {
  expect(await run(`whatif verification.reply 20 23/11/2026 --unit ${here.base}`)).toBe(0);
  expect(printed.join('\n')).toContain('đặt riêng được (chặt hơn)');
  expect(printed.join('\n')).toMatch(
    /Thào A Sinh \(05\/04\/1993\), Chi bộ phân xưởng 1 Kinh Bắc: .+: 05\/01\/2027 → 21\/12\/2026/,
  );
  expect(await run('whatif verification.reply 20 2026-11-23 --json')).toBe(0);
  expect(JSON.parse(printed.at(-1) ?? '')).toMatchObject({ as: 'stricter', totals: { start: 1 } });
});

test('a looser rule and a past day are asked all the same, and said to be so', async () => {
  expect(await run('whatif verification.reply 45 2026-11-01')).toBe(0);
  const text = printed.join('\n');
  expect(text).toContain('chỉ xem thử');
  expect(text).toContain('! Hạn trả lời thẩm tra trong nước: ngày hiệu lực 01/11/2026 đã qua');
  expect(text).toContain('45 ngày làm việc không chặt hơn 30 ngày làm việc');
  expect(text).toContain('05/01/2027 → 26/01/2027');
});

test('what cannot be asked ends with a sentence', async () => {
  for (const line of [
    'whatif age.max',
    'whatif age.max 50 2026-13-01',
    'whatif age.max 50 2026-12-01 --unit x',
  ])
    await expect(run(line)).rejects.toThrow(Stop);
  await expect(run('whatif no.rule 50 2026-12-01')).rejects.toThrow('Quy định không có mục “no.rule”.');
});

test('rejudge answers 0 while every act says again what it said, and 1 when some do not', async () => {
  const body = {
    clientId: randomUUID(),
    person: { fullName: 'Lê Thị Hoa', bornOn: '1999' },
    unitId: here.cell,
    happenedOn: '2026-11-20',
    inputs: { proposerKind: 'member', agreed: false },
  };
  const nominated = await here.secretary.post('/api/dossiers', body);
  expect(nominated.status).toBe(200);
  expect(await run('rejudge')).toBe(0);
  expect(printed.at(-1)).toContain('Đã xét lại 1 việc, không việc nào khác');
  const files = readRegulationFiles(path.join(import.meta.dirname, '..', '..', 'regulations'));
  const file = 'procedures/admission.yaml';
  const admission = String(files[file]).replace(
    'leads_to: [{ to: nominated }]',
    'leads_to: [{ to: listed }]',
  );
  expect(admission).not.toBe(files[file]);
  const changed = { ...files, [file]: admission };
  useShipped({ files: changed, cases: () => ({}), program: '0.0.0-test', apply: applyRegulations });
  expect(await run('rejudge')).toBe(1);
  expect(printed.at(-1)).toContain('1 việc khác kết luận đã ghi');
  expect(printed.at(-1)).toContain('Lê Thị Hoa');
});
