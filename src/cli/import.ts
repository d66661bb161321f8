// `import FILE`: the very import of the page – upload, preview, run – from the machine's own command line.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BatchAnswer } from '../exchange/batch/answers.ts';
import { newId } from '../platform/ids.ts';
import { type Answer, configOf, openPlace, type Speak } from './place.ts';
import { fileAt, Stop, type Words } from './words.ts';

export async function importCommand(words: Words): Promise<number> {
  const [file] = words.rest;
  if (!file) throw new Stop('Xin cho biết tệp cần nhập.', 'Please name the file to import.');
  const bytes = readFile(file);
  const place = await openPlace(configOf(words.demo));
  try {
    const speak = await place.as('base_officer', words.user);
    const id = await upload(speak, file, bytes, words.as);
    if (words.map) await correct(speak, id, words.map);
    const previewed = await settle(speak, id, words.json);
    if (previewed.state === 'failed' || words.preview) return report(previewed, words.json);
    expectOk(await speak('POST', `/api/imports/${id}/run`, { clientId: newId() }));
    return report(await settle(speak, id, words.json), words.json);
  } finally {
    await place.close();
  }
}

function readFile(file: string): Buffer {
  try {
    return readFileSync(fileAt(file));
  } catch {
    throw new Stop(`Không mở được tệp ${file}.`, `The file ${file} cannot be opened.`);
  }
}

async function upload(speak: Speak, file: string, bytes: Buffer, kind: string | null): Promise<string> {
  const form = new FormData();
  if (kind) form.set('kind', kind);
  form.set('file', new Blob([new Uint8Array(bytes)]), path.basename(file));
  return (expectOk(await speak('POST', '/api/imports', form)) as { id: string }).id;
}

/** A mapping file holds what PUT /api/imports/:id/mapping takes. */
async function correct(speak: Speak, id: string, file: string): Promise<void> {
  await settle(speak, id, true);
  let wishes: object;
  try {
    wishes = JSON.parse(readFile(file).toString('utf8'));
  } catch (cause) {
    if (cause instanceof Stop) throw cause;
    throw new Stop(`Tệp ${file} không phải JSON.`, `The file ${file} is not JSON.`);
  }
  expectOk(await speak('PUT', `/api/imports/${id}/mapping`, wishes));
}

async function settle(speak: Speak, id: string, quiet: boolean): Promise<BatchAnswer> {
  for (;;) {
    const batch = expectOk(await speak('GET', `/api/imports/${id}`)) as BatchAnswer;
    const { progress } = batch;
    if (!progress && !['reading', 'running'].includes(batch.state)) return batch;
    if (!quiet && progress && process.stderr.isTTY)
      process.stderr.write(
        `\r${phases[progress.phase] ?? progress.phase} ${progress.done}/${progress.total}   `,
      );
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

const phases: Record<string, string> = {
  reading: 'Đang đọc',
  comparing: 'Đang đối chiếu',
  units: 'Đang ghi đơn vị',
  people: 'Đang ghi người',
  dossiers: 'Đang ghi hồ sơ',
  offices: 'Đang ghi chức danh',
};

const said: Record<string, string> = {
  previewed: 'Xem trước, chưa ghi gì',
  done: 'Đã nhập xong',
  failed: 'Không nhập được',
  cancelled: 'Đã dừng',
};

function report(batch: BatchAnswer, json: boolean): number {
  if (json) console.log(JSON.stringify(batch, null, 2));
  else console.log(sentences(batch).join('\n'));
  return batch.state === 'failed' || batch.state === 'cancelled' ? 1 : 0;
}

function sentences(batch: BatchAnswer): string[] {
  const failure = batch.failure ? [batch.failure.vi, batch.failure.en] : [];
  const preview = batch.preview ? [...countLines(batch.preview), ...remarkLines(batch.preview)] : [];
  return [`${said[batch.state] ?? batch.state}: ${batch.fileName}`, ...failure, ...preview];
}

type Preview = NonNullable<BatchAnswer['preview']>;

const countLines = ({ counts }: Preview): string[] =>
  Object.entries(counts)
    .filter(([, count]) => Object.values(count).some((each) => each > 0))
    .map(
      ([kind, { create, change, same, ask, leave }]) =>
        `  ${kind}: thêm ${create}, đổi ${change}, giữ nguyên ${same}, chờ chọn ${ask}, không lấy ${leave}`,
    );

const remarkLines = ({ issues }: Preview): string[] =>
  issues
    .filter((issue) => issue.severity !== 'notice')
    .slice(0, 20)
    .map((issue) => `  ${issue.place ?? ''}: ${issue.message.vi}`);

export function expectOk(answer: Answer): unknown {
  if (answer.status === 200) return answer.body;
  const { error } = answer.body as { error?: { message: { vi: string; en: string } } };
  throw new Stop(error?.message.vi ?? `Lỗi ${answer.status}`, error?.message.en ?? `Error ${answer.status}`);
}
