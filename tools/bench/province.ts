// The larger set: a province of 51,000 members, built through the ledger, and then asked as its offices would.
import { measureAlike, measureClass, measureLists } from './candidates.ts';
import { measureChange, measureWhatIf, untilRenewed } from './law.ts';
import { note, tell, timed } from './measure.ts';
import { type Built, buildProvince, today } from './province/build.ts';
import { type Asked, memory, type Measured, signIn, start } from './server.ts';
import { measurePlans } from './plans.ts';
import { measureWorklist, type Office } from './worklist.ts';

const bar = 150;
const effort = { warm: 10, count: 80, bar };
const names = ['nguyen', 'tran thi', 'le van', 'hoang'];

export async function measureProvince(folder: string, only: 'plans' | null = null): Promise<void> {
  tell('building the province: one or two minutes');
  let built: Built | null = null;
  const took = await timed(async () => (built = await buildProvince(folder)));
  if (built) await measureBuilt(folder, built, { took, only });
}

async function measureBuilt(
  folder: string,
  built: Built,
  { took, only }: { took: number; only: 'plans' | null },
): Promise<void> {
  note('province: members', built.members, '');
  note('province: candidates', built.candidates, '');
  note('province: units', built.units, '');
  note('province: built', (took - built.copyMs) / 1000, 's');
  note('province: daily copy, read back', built.copyMs / 1000, 's');
  note('province: targets of this year', built.years.targets, '');
  note('province: stages passed in ten years', built.years.passages, '');
  const { made, firstMs, againMs } = built.reminders;
  note('province: reminders made', made, '');
  note('province: reminders made, first look', firstMs / 1000, 's');
  note('province: reminders, a look with nothing new', againMs, 'ms');
  const server = await start(folder, { demo: false, today });
  try {
    await measureServed(server, built, only);
  } finally {
    await server.stop();
  }
}

/** By title of the office. */
const offices: [title: RegExp, label: string, words: readonly string[]][] = [
  [/Ban Tổ chức tỉnh ủy/, 'the province', [...names, 'xa mo phong 42', 'xa', 'h']],
  [/phụ trách công tác đảng viên/, 'a commune', [...names, 'thon 7']],
  [/^Bí thư chi bộ/, 'a secretary', names],
  [/^Đảng ủy viên/, 'a member with 8 cells', [...names, 'thon 7']],
];

async function measureServed(server: Measured, built: Built, only: 'plans' | null): Promise<void> {
  const signed: Office[] = [];
  for (const [title, label, words] of offices)
    signed.push({ label, words, asked: await signIn(server.url, title) });
  const [board, commune, secretary] = signed.map(({ asked }) => asked) as [Asked, Asked, Asked];
  const first = await untilRenewed(board);
  note('province: lines made at the first start', first.seconds, 's');
  const { communeId, provinceUnitId } = built;
  const plans = () => measurePlans({ board, commune, secretary, communeId, provinceUnitId, today });
  if (only === 'plans') return plans();
  await settleSome(commune);
  const idle = memory(server.pid, server.folder);
  if (idle !== null) note('province: memory of all processes', idle, 'MB');
  for (const office of signed) await measureWorklist(office, effort);
  for (const office of signed) await measureLists(office, today, effort);
  await measureAlike(secretary, today, { ...effort, bar: 50 });
  await plans();
  await measureClass(await signIn(server.url, /Trường Chính trị/), board, today);
  await measureWhatIf(board, secretary, today);
  await measureChange(board, secretary, { unitId: built.provinceUnitId, today });
}

interface Item {
  caseKind: string;
  caseId: string;
  clock: string;
  part: string;
  startsOn: string;
  can: string[];
}

/** Lines that an officer takes off, so that the list of those is not empty. */
async function settleSome(asked: Asked): Promise<void> {
  const { items } = (await asked.get('/api/worklist?kind=unit&group=others&limit=200')) as { items: Item[] };
  for (const { caseKind, caseId, clock, part, startsOn } of items
    .slice(0, 100)
    .filter((one) => one.can.includes('settle')))
    await asked.send('POST', '/api/worklist/settlements', {
      clientId: crypto.randomUUID(),
      caseKind,
      caseId,
      clock,
      part,
      startsOn,
      how: 'not_applicable',
      on: today,
      reason: 'Chi bộ mới sáp nhập, đo tốc độ',
    });
}
