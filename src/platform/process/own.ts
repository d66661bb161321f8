// One piece of work in a process of its own: nobody else waits for what it needs of time and memory, and what breaks it breaks
// nothing else. One piece a process; it ends with its answer, or with the server.
import { fork } from 'node:child_process';
import { Busy, type ErrorKind, Failure, TooLarge } from '../errors.ts';
import type { Params } from '../messages.ts';

export interface Program {
  /** it calls `answerJob` */
  file: string;
  megabytes: number;
  /** what needs longer never ends */
  longestMs?: number;
  /** so many run at once, and so many more wait */
  slots: number;
  seats: number;
  /** told to whoever comes when all seats are taken */
  busy: string;
  /** told when the memory did not suffice; without it that is a fault of ours */
  tooMuch?: string;
}

interface Answer<Result> {
  done?: { result: Result };
  failure?: { kind: ErrorKind; code: string; params: Params };
}

export function inOwnProcess<Job extends object, Result>(program: Program): (job: Job) => Promise<Result> {
  const inTurn = seated(program);
  return (job) => inTurn(() => run<Result>(program, job));
}

function seated({ slots, seats, busy }: Program): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  const takeSlot = async (): Promise<void> => {
    if (running < slots) {
      running += 1;
      return;
    }
    if (waiting.length >= seats) throw new Busy(busy);
    await new Promise<void>((go) => waiting.push(go));
  };
  // The place goes on to whoever waits, so that nobody slips in between.
  const leaveSlot = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return async (work) => {
    await takeSlot();
    try {
      return await work();
    } finally {
      leaveSlot();
    }
  };
}

/** Answered when the process has ended: its memory is free again before the next one begins. */
function run<Result>(program: Program, job: object): Promise<Result> {
  const { file, megabytes, longestMs } = program;
  const child = fork(file, {
    execArgv: [`--max-old-space-size=${megabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    ...(longestMs === undefined ? {} : { timeout: longestMs }),
  });
  return new Promise<Result>((resolve, reject) => {
    let answer: Answer<Result> = {};
    let said = '';
    child.stderr?.on('data', (text: Buffer) => {
      said = `${said}${text.toString()}`.slice(-2000);
    });
    child.once('message', (message: Answer<Result>) => {
      answer = message;
    });
    child.on('error', reject);
    child.once('close', (code, signal) => {
      const { done, failure } = answer;
      if (done) resolve(done.result);
      else if (failure) reject(new Failure(failure.kind, failure.code, failure.params));
      else reject(broken(program, said, signal ?? code));
    });
    child.send(job);
  });
}

/** Without an answer: memory ran out – Node ends itself then –, or the program itself is at fault. */
function broken({ file, tooMuch }: Program, said: string, end: NodeJS.Signals | number | null): Error {
  if (tooMuch !== undefined && /heap out of memory|Allocation failed/i.test(said))
    return new TooLarge(tooMuch);
  return new Error(`${file} ended with ${end}: ${said}`);
}

/** The other side: does the one job it is given and ends. What is refused is told as such. */
export function answerJob<Job, Result>(work: (job: Job) => Promise<Result>): void {
  process.once(
    'message',
    (job) =>
      void work(job as Job)
        .then(done, refused)
        .then(say),
  );
  process.once('disconnect', () => process.exit());
}

const done = <Result>(result: Result): Answer<Result> => ({ done: { result } });
function refused(cause: unknown): Answer<never> {
  if (!(cause instanceof Failure)) throw cause;
  const { kind, code, params } = cause;
  return { failure: { kind, code, params } };
}
/** The process ends when the answer has left it. */
const say = (answer: Answer<unknown>): void =>
  void process.send?.(answer, undefined, undefined, () => process.disconnect());
