// What ends the program before or outside a request: a wrong setting, a locked folder, a backup that does not open.
// Printed in Vietnamese and, on the second line, in English; never with a stack trace.
import { messages } from './messages.ts';
import { type Params, say } from '../platform/messages.ts';

export type HaltCode = keyof typeof messages;

export class Halt extends Error {
  readonly code: HaltCode;
  readonly params: Params;

  constructor(code: HaltCode, params: Params = {}, cause?: unknown) {
    super(say(messages[code], params, 'vi'), { cause });
    this.name = 'Halt';
    this.code = code;
    this.params = params;
  }
}

export function describeHalt(halt: Halt): string {
  const message = messages[halt.code];
  return `${say(message, halt.params, 'vi')}\n${say(message, halt.params, 'en')}`;
}
