// Writes the workbooks of the training ward into a folder: node tools/training-ward/main.ts FOLDER [DAY] [SEED]
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dayAt, isDay } from '../../src/platform/day.ts';
import { generateWard } from './ward.ts';

const [folder, day = dayAt(new Date()), seed = '2018'] = process.argv.slice(2);
if (!folder || !isDay(day)) {
  console.error('node tools/training-ward/main.ts FOLDER [YYYY-MM-DD] [SEED]');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
for (const { fileName, bytes } of await generateWard(day, Number(seed))) {
  writeFileSync(path.join(folder, fileName), bytes);
  console.log(path.join(folder, fileName), bytes.length);
}
