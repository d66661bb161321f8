// One PostgreSQL for the whole run, started when the first test asks for a database, gone with its folder at the end.
import type { TestProject } from 'vitest/node';
import { startDatabaseKeeper } from './keeper.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseKeeper: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const keeper = await startDatabaseKeeper(process.env.DATABASE_URL ?? null);
  project.provide('databaseKeeper', keeper.url);
  return () => keeper.stop();
}
