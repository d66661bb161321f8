// What the bootstrap tells people: Vietnamese first, English on the second line, on stderr (the output belongs to the task).

export function say(vi, en) {
  process.stderr.write(`${vi}\n${en}\n`);
}

/** Ends the bootstrap with words instead of a stack trace. */
export class Stop extends Error {
  constructor(vi, en) {
    super(vi);
    this.vi = vi;
    this.en = en;
  }
}
