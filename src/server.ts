// Starts Nguồn: opens the installation, composes the rooms, listens, and stops gracefully. `--demo` is the training
// ward. Nothing here calls the outside.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startDailyBackups } from './host/backup-daily.ts';
import { type Config, readConfig } from './host/config.ts';
import { programRoot } from './host/datafolder.ts';
import { describeHalt, Halt } from './host/halt.ts';
import { type Instance, openInstance } from './host/instance.ts';
import { startGivingBack } from './host/spare-memory.ts';
import { startForecasting } from './forecast/warm.store.ts';
import { beginWithLaw, recomputing, stopRenewing } from './lawbook/change.store.ts';
import { enforce } from './lawbook/enforce.store.ts';
import { createApp } from './platform/app.ts';
import { nowAndAgain } from './platform/behind/again.ts';
import { sayInterrupted } from './exchange/batch/batch.store.ts';
import { pinToday } from './platform/clock.ts';
import { type Db, openDb } from './platform/db.ts';
import { foldAgain } from './platform/ledger.ts';
import { startFrom } from './platform/write/transaction.ts';
import { lastWritten, sealSettled } from './platform/seal.ts';
import { postBy } from './reminders/smtp.store.ts';
import { startWatch } from './reminders/watch.store.ts';
import { composeRooms } from './rooms.ts';
import { startReading } from './statistics/catalogue/held/warm.store.ts';

const sealEveryMs = 2000;
const remindEveryMs = 120_000;
const readEveryMs = 3_000;
const forecastEveryMs = 15_000;

export interface Running {
  url: string;
  db: Db;
  stop(): Promise<void>;
}

export async function startServer(config: Config): Promise<Running> {
  pinToday(config.today);
  const instance = await openInstance(config, {
    purpose: 'server',
    onUpgrade: sayUpgrade,
    onDatabaseLoss: (failure) => say('database', failure ?? 'running again'),
  });
  const stops: (() => Promise<void>)[] = [() => instance.stop()];
  const stop = async () => {
    for (const each of stops.splice(0).toReversed()) await each();
  };
  try {
    return { ...(await listen(config, instance, stops)), stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

async function listen(config: Config, instance: Instance, stops: (() => Promise<void>)[]) {
  const { db, pool } = openDb(instance.connection);
  stops.push(() => pool.end());
  startFrom(await lastWritten(db));
  const place = { connection: instance.connection, folder: config.folder, master: instance.master };
  const backups = startDailyBackups(place, {
    report: (outcome) => say('backup', 'message' in outcome ? outcome.message : outcome.file),
  });
  stops.push(() => backups.stop());
  const machine = { folder: config.folder, program: instance.program, postgres: instance.postgres, backups };
  const mail = config.smtp !== null;
  const rooms = composeRooms({ masterKey: instance.master.bytes, program: instance.program, machine, mail });
  await sayInterrupted(db);
  // Lines are made again behind the answers: what else must be made again is made before.
  await enforce(db);
  const folded = await foldAgain(db);
  if (folded.length > 0) say('fold', `rows made again: ${folded.join(', ')}`);
  await beginWithLaw(db);
  stops.push(stopRenewing);
  const app = await createApp({
    db,
    ...rooms,
    version: instance.program,
    webFolder: path.join(programRoot, 'dist', 'web'),
    logLevel: 'warn',
    tls: config.tls
      ? { cert: readFileSync(config.tls.certFile), key: readFileSync(config.tls.keyFile) }
      : undefined,
    trustProxy: config.trustProxy,
  });
  stops.push(() => app.close());
  // An office never loads the generator of training data.
  if (config.demo && !(await (await import('./training.ts')).loadTrainingWard(db)))
    throw new Halt('data.halfTraining', { folder: config.folder });
  const url = await app.listen({ host: config.host, port: config.port });
  instance.lock.publish(url);
  stops.push(startReminding(db, config));
  stops.push(
    startReading(db, {
      everyMs: readEveryMs,
      report: (failure) => say('figures', failure),
      ready: settled,
    }),
    startForecasting(db, {
      everyMs: forecastEveryMs,
      report: (failure) => say('forecast', failure),
      ready: settled,
    }),
  );
  stops.push(startSealing(db), startGivingBack());
  return { url, db };
}

/** No lines are being made again. */
const settled = (): boolean => recomputing().state !== 'running';

/** Reminds behind the writes; only where a mail server is set does anything leave the machine. */
function startReminding(db: Db, { smtp, publicUrl }: Config): () => Promise<void> {
  const post = smtp && { send: postBy(smtp), address: publicUrl };
  const report = (failure: unknown) => say('reminders', failure);
  return startWatch(db, { post, everyMs: remindEveryMs, report, ready: settled });
}

/** Seals behind the writes until told to stop; the last batch is sealed before the database goes. */
function startSealing(db: Db): () => Promise<void> {
  const report = () => undefined;
  const stop = nowAndAgain(() => sealSettled(db), { everyMs: sealEveryMs, report });
  return async () => {
    await stop();
    await sealSettled(db).catch(report);
  };
}

/** One structured line beside those of the requests. */
const say = (what: string, outcome: unknown): void =>
  console.error(JSON.stringify({ time: Date.now(), what, outcome: String(outcome) }));

function sayUpgrade(change: { fromProgram: string | null; toProgram: string }): void {
  console.log(`Dữ liệu của bản ${change.fromProgram} được sao lưu rồi chuyển sang bản ${change.toProgram}.`);
}

async function main(): Promise<void> {
  const starting = startServer(readConfig(process.env, { demo: process.argv.includes('--demo') }));
  let stopping = false;
  // Heard during a start, too: what has begun is finished and stopped in order.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void starting.then((running) => running.stop().then(() => process.exit(0)), failedAlready);
    });
  const { url } = await starting;
  if (!stopping) console.log(`Nguồn đang chạy: ${url}`);
}

/** Said where the start is waited for. */
const failedAlready = (): void => undefined;

if (import.meta.main) {
  main().catch((cause: unknown) => {
    console.error(cause instanceof Halt ? describeHalt(cause) : cause);
    process.exitCode = 1;
  });
}
