// A cable between browser and server that can be pulled out: before a request arrives, in the middle of it, or after
// the server has done the work and before its answer comes back.
import { connect, createServer, type Socket } from 'node:net';
import { afterAll } from 'vitest';

export interface Cable {
  url: string;
  /** From now on nothing comes through. */
  pull(): void;
  /** The next request of this kind arrives whole; its answer does not. */
  loseAnswerOf(request: RegExp): void;
  /** The next request of this kind breaks off after so many bytes. */
  breakOff(request: RegExp, bytes: number): void;
  plugIn(): void;
}

interface Fault {
  request: RegExp;
  /** null: the whole request, but no answer */
  bytes: number | null;
}

export async function layCable(to: string): Promise<Cable> {
  const target = Number(new URL(to).port);
  const open = new Set<Socket>();
  const state: { pulled: boolean; fault: Fault | null } = { pulled: false, fault: null };
  const pull = () => {
    state.pulled = true;
    for (const socket of open) socket.destroy();
    open.clear();
  };
  const server = createServer((near) => {
    if (state.pulled) return void near.destroy();
    const far = connect(target, '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        (socket === near ? far : near).destroy();
      });
    }
    join({ near, far, state, pull });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    pull();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    pull,
    loseAnswerOf: (request) => void (state.fault = { request, bytes: null }),
    breakOff: (request, bytes) => void (state.fault = { request, bytes }),
    plugIn: () => void Object.assign(state, { pulled: false, fault: null }),
  };
}

interface Line {
  near: Socket;
  far: Socket;
  state: { pulled: boolean; fault: Fault | null };
  pull: () => void;
}

function join({ near, far, state, pull }: Line): void {
  let loses = false;
  let left: number | null = null;
  near.on('data', (piece) => {
    const { fault } = state;
    const first = piece.subarray(0, 300).toString('latin1').split('\r\n')[0] ?? '';
    if (fault?.request.test(first)) {
      loses = fault.bytes === null;
      left = fault.bytes;
    }
    if (left === null) return void far.write(piece);
    far.write(piece.subarray(0, left));
    left -= piece.length;
    if (left <= 0) pull();
  });
  far.on('data', (piece) => {
    if (loses) pull();
    else near.write(piece);
  });
}
