// Several writes that share a transaction take their steps together: each waits until the others have come to a step of theirs, or
// to their end, and what is the same for all of them is asked or written at once. They have nothing to do with each other's records.
import type { RawBuilder } from 'kysely';
import type { Rows, Tx } from '../db.ts';
import { send } from './unanswered.ts';

type Run<I, O> = (inputs: readonly I[]) => Promise<readonly O[]>;

interface Waiting {
  what: object;
  input: unknown;
  run: Run<unknown, unknown>;
  resolve: (output: unknown) => void;
  reject: (error: unknown) => void;
}

/** Two of a company came to the same record: what one of them decides may rest on what the other has not written yet. */
export class Crossing extends Error {}

const companies = new WeakMap<Tx, Company>();

/** Those who go through one transaction together. */
export class Company {
  #underWay: number;
  #waiting: Waiting[] = [];
  #isStepping = false;
  #failure: { error: unknown } | null = null;
  readonly #turns: Set<string>;
  readonly #written = new Set<string>();

  /** With the streams that each of them writes to: nobody else does. */
  constructor(tx: Tx, streams: readonly string[]) {
    this.#underWay = streams.length;
    this.#turns = new Set(streams);
    companies.set(tx, this);
  }

  /** The database gives a turn to whoever shares the transaction with the one that has it. */
  takeTurns(names: readonly string[]): void {
    claim(this.#turns, names);
  }

  writeTo(streams: readonly string[]): void {
    claim(this.#written, streams);
  }

  /** One of them, to its end. Where one fails nothing of the transaction stands, and nobody goes on. */
  async go<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.#failure ??= { error };
      for (const one of this.#waiting.splice(0)) one.reject(error);
      throw error;
    } finally {
      this.#underWay -= 1;
      void this.#step();
    }
  }

  /** One step at a time: a member that comes to two at once is taken for two. */
  take<I, O>(what: object, input: I, run: Run<I, O>): Promise<O> {
    if (this.#failure) return Promise.reject(this.#failure.error);
    // Within a step: whoever is in the middle of it cannot wait for its end.
    if (this.#isStepping) return run([input]).then(([own]) => own as O);
    return new Promise<O>((resolve, reject) => {
      this.#waiting.push({ what, input, run, resolve, reject } as Waiting);
      void this.#step();
    });
  }

  async #step(): Promise<void> {
    if (this.#isStepping || this.#waiting.length === 0 || this.#waiting.length < this.#underWay) return;
    const taken = this.#waiting.splice(0);
    this.#isStepping = true;
    const outputs = await takeAll(taken).catch((error: unknown) => {
      for (const one of taken) one.reject(error);
      return new Map<Waiting, unknown>();
    });
    this.#isStepping = false;
    for (const [one, output] of outputs) one.resolve(output);
  }
}

function claim(taken: Set<string>, names: readonly string[]): void {
  for (const name of names) {
    if (taken.has(name)) throw new Crossing(`two of a group at ${name}`);
    taken.add(name);
  }
}

/** Throws where another of the company has such a turn; by itself a write has whatever turn it takes. */
export const crossTurns = (tx: Tx, names: readonly string[]): void => companies.get(tx)?.takeTurns(names);
/** Throws where these were written to before in the company. */
export const crossWrites = (tx: Tx, streams: readonly string[]): void => companies.get(tx)?.writeTo(streams);

/** Steps of the same kind as one, the kinds in the order in which somebody came to them first. */
async function takeAll(taken: readonly Waiting[]): Promise<Map<Waiting, unknown>> {
  const outputs = new Map<Waiting, unknown>();
  for (const [first, ...others] of Map.groupBy(taken, ({ what }) => what).values()) {
    if (!first) continue;
    const same = [first, ...others];
    const made = await first.run(same.map(({ input }) => input));
    same.forEach((one, at) => outputs.set(one, made[at]));
  }
  return outputs;
}

/** A step of one write: `run` is given the inputs of all who share its transaction and are at the same, and gives an output for each. */
export async function inStep<I, O>(tx: Tx, what: object, input: I, run: Run<I, O>): Promise<O> {
  const company = companies.get(tx);
  if (company) return company.take(what, input, run);
  const [own] = await run([input]);
  return own as O;
}

/** A statement that asks about several at once, and of whom each of its rows speaks. */
export interface OfMany<R> {
  sql: (ids: readonly string[]) => RawBuilder<R>;
  /** Asked about rows of this statement only. */
  of(row: R): string;
}

export type Asked = readonly OfMany<unknown>[];
export type RowsOfMany<S extends Asked> = Rows<{ [K in keyof S]: ReturnType<S[K]['sql']> }>;

/** The rows of each statement that speak of this one. */
export const ownOf = <S extends Asked>(asked: S, rows: readonly unknown[][], id: string): RowsOfMany<S> =>
  asked.map(({ of }, at) => (rows[at] ?? []).filter((row) => of(row) === id)) as RowsOfMany<S>;

/** Asks about one of a write's own, without waiting for the answers; `asked` is the same list for whoever asks the same. */
export const sendOf = <S extends Asked>(
  tx: Tx,
  id: string,
  asked: S,
): Promise<{ answers: Promise<RowsOfMany<S>> }> =>
  inStep(tx, asked, id, async (ids) => {
    const { answers } = await send(tx, ...asked.map(({ sql }) => sql(ids)));
    return ids.map((one) => {
      const own = answers.then((rows) => ownOf(asked, rows, one));
      own.catch(() => undefined);
      return { answers: own };
    });
  });
