// Independent questions to the database at once; inside a transaction, which has one connection, one after the other.
import type { Queryable } from './db.ts';

type Asks<T extends readonly unknown[]> = { readonly [At in keyof T]: () => Promise<T[At]> };

export async function allOf<T extends readonly unknown[]>(db: Queryable, asks: Asks<T>): Promise<T> {
  const list = asks as readonly (() => Promise<unknown>)[];
  if (!db.isTransaction) return (await Promise.all(list.map((ask) => ask()))) as unknown as T;
  const answers: unknown[] = [];
  for (const ask of list) answers.push(await ask());
  return answers as unknown as T;
}
