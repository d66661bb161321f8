// The bare server as who measures sees it: a process of its own on the running database of the data folder.
import { fork } from 'node:child_process';
import path from 'node:path';
import type pg from 'pg';
import { findRunningPostgres, withClient } from '../../../src/host/postgres.ts';
import { writing } from './queries.ts';

export interface Bare {
  url: string;
  /** for looking whether answers are right */
  rows<R>(text: string, values?: readonly unknown[]): Promise<R[]>;
  stop(): Promise<void>;
}

export async function startBare(folder: string): Promise<Bare> {
  const connection = findRunningPostgres({ folder, databaseUrl: null });
  if (!connection) throw new Error(`no database runs in ${folder}`);
  const rows = <R>(text: string, values: readonly unknown[] = []): Promise<R[]> =>
    withClient(connection as pg.ClientConfig, async (client) => {
      const result = await client.query(text, [...values]);
      return result.rows as R[];
    });
  await rows(writing.schema);
  const child = fork(path.join(import.meta.dirname, 'server.ts'), { execArgv: [] });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (told) => resolve(told as number));
    child.once('exit', (code) => reject(new Error(`the bare server ended with ${code}`)));
    child.send(connection);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.disconnect();
    await ended;
    await rows(writing.drop);
  };
  return { url: `http://127.0.0.1:${port}`, rows, stop };
}
