// One kept-alive connection that asks and waits, written on bare sockets so that who measures takes little of the core.
import { connect } from 'node:net';

export interface Answer {
  status: number;
  ms: number;
  /** of an answer that is no success: what it says */
  text: string;
}
export interface Connection {
  ask(request: string): Promise<Answer>;
  close(): void;
}

interface Waiting {
  began: number;
  resolve(answer: Answer): void;
  reject(cause: Error): void;
}

export function openConnection(host: string, port: number): Promise<Connection> {
  return new Promise((opened, failed) => {
    const socket = connect({ host, port, noDelay: true });
    let [waiting, reading]: [Waiting | null, Reading] = [null, newReading()];
    const fail = (cause: Error) => {
      waiting?.reject(cause);
      waiting = null;
    };
    socket.on('data', (piece) => {
      if (!waiting || !take(reading, piece)) return;
      const { resolve, began } = waiting;
      const answer = { status: reading.status, ms: performance.now() - began, text: reading.said.join('') };
      [waiting, reading] = [null, newReading()];
      resolve(answer);
    });
    socket.on('error', (cause) => (failed(cause), fail(cause)));
    socket.on('close', () => fail(new Error('the server closed the connection')));
    const ask = (request: string): Promise<Answer> =>
      new Promise((resolve, reject) => {
        waiting = { began: performance.now(), resolve, reject };
        socket.write(request);
      });
    socket.once('connect', () => opened({ ask, close: () => socket.destroy() }));
  });
}

interface Reading {
  status: number;
  head: Buffer | null;
  /** bytes of the body still to come; null: it ends with the last of its chunks */
  left: number | null;
  tail: string;
  said: string[];
}
const newReading = (): Reading => ({ status: 0, head: null, left: 0, tail: '', said: [] });
const headEnd = '\r\n\r\n';
const lastChunk = '0\r\n\r\n';

/** Whether the answer is whole. */
function take(reading: Reading, piece: Buffer): boolean {
  if (reading.status > 0) return takeBody(reading, piece);
  const all = reading.head ? Buffer.concat([reading.head, piece]) : piece;
  const at = all.indexOf(headEnd);
  reading.head = all;
  if (at < 0) return false;
  const head = all.toString('latin1', 0, at);
  reading.status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  reading.left = length === undefined ? (reading.status === 204 ? 0 : null) : Number(length);
  return takeBody(reading, all.subarray(at + headEnd.length));
}

function takeBody(reading: Reading, piece: Buffer): boolean {
  if (reading.status >= 400) reading.said.push(piece.toString('utf8', 0, 500));
  if (reading.left === null) {
    reading.tail = (
      reading.tail + piece.toString('latin1', Math.max(0, piece.length - lastChunk.length))
    ).slice(-lastChunk.length);
    // JSON has no line ends of this kind, so nothing else looks like the end.
    return reading.tail === lastChunk;
  }
  reading.left -= piece.length;
  return reading.left <= 0;
}
