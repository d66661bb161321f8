// Hands a paper to the process that writes it as PDF or Word.
import { fork } from 'node:child_process';
import path from 'node:path';
import { Busy } from '../platform/errors.ts';
import type { Paper } from './paper.ts';
import type { Job } from './press.worker.ts';

const slots = 2;
const seats = 6;
/** A report has a few tables; what needs longer than this never ends. */
const mostMilliseconds = 60_000;
const megabytes = 400;
let printing = 0;
const waiting: (() => void)[] = [];

async function takeSlot(): Promise<void> {
  if (printing < slots) {
    printing += 1;
    return;
  }
  if (waiting.length >= seats) throw new Busy('reports.press_busy');
  await new Promise<void>((go) => waiting.push(go));
}

/** The place goes on to whoever waits. */
function leaveSlot(): void {
  const next = waiting.shift();
  if (next) next();
  else printing -= 1;
}

export async function printed(paper: Paper, as: Job['as']): Promise<Buffer> {
  await takeSlot();
  try {
    return await inOwnProcess({ paper, as });
  } finally {
    leaveSlot();
  }
}

function inOwnProcess(job: Job): Promise<Buffer> {
  const press = fork(path.join(import.meta.dirname, 'press.worker.ts'), {
    execArgv: [`--max-old-space-size=${megabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    timeout: mostMilliseconds,
  });
  return new Promise<Buffer>((resolve, reject) => {
    let bytes: Uint8Array | null = null;
    let said = '';
    press.stderr?.on('data', (text: Buffer) => {
      said = `${said}${text.toString()}`.slice(-2000);
    });
    press.once('message', (answer: { bytes: Uint8Array }) => {
      bytes = answer.bytes;
    });
    press.once('error', reject);
    press.once('close', (code, signal) => {
      if (bytes) resolve(Buffer.from(bytes));
      else reject(new Error(`the press ended with ${signal ?? code}: ${said}`));
    });
    press.send(job);
  });
}
