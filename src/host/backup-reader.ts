// Reads lines and exact numbers of bytes from a stream, holding no more than one piece of it.

export class ByteReader {
  readonly #pieces: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#pieces = source[Symbol.asyncIterator]();
  }

  /** Null when the stream ends before so many bytes. */
  async exactly(length: number): Promise<Buffer | null> {
    const parts: Buffer[] = [];
    let missing = length;
    while (missing > 0) {
      if (this.#held.length === 0 && !(await this.#more())) return null;
      const part = this.#held.subarray(0, missing);
      this.#held = this.#held.subarray(part.length);
      missing -= part.length;
      parts.push(part);
    }
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
  }

  /** With its line end; null when there is none within `limit` bytes. */
  async line(limit: number): Promise<Buffer | null> {
    let found = this.#held.indexOf(10);
    while (found < 0 && this.#held.length <= limit) {
      const before = this.#held;
      this.#held = Buffer.alloc(0);
      if (!(await this.#more())) return null;
      this.#held = Buffer.concat([before, this.#held]);
      found = this.#held.indexOf(10);
    }
    if (found < 0 || found > limit) return null;
    const line = this.#held.subarray(0, found + 1);
    this.#held = this.#held.subarray(found + 1);
    return line;
  }

  /** Ends the reading early and closes what is read from. */
  async close(): Promise<void> {
    await this.#pieces.return?.();
  }

  async #more(): Promise<boolean> {
    const next = await this.#pieces.next();
    if (next.done) return false;
    this.#held = next.value;
    return next.value.length > 0 || this.#more();
  }
}
