// The two servers that pictures are taken of: the training ward on a fixed day, and a fresh installation.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A day under 294-QĐ/TW on which the training ward has something in every stage. */
export const day = '2026-03-20';

export interface Server {
  url: string;
  stop(): Promise<void>;
}

export async function startServer(words: string[]): Promise<Server> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nguon-pictures-'));
  // Run as root, the database runs under another account.
  chmodSync(folder, 0o755);
  const root = path.join(import.meta.dirname, '..', '..');
  const child = spawn(process.execPath, [path.join(root, 'src', 'server.ts'), ...words], {
    env: {
      ...process.env,
      NGUON_DATA: path.join(folder, 'data'),
      NGUON_TODAY: day,
      PORT: '0',
      HOST: '127.0.0.1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { url: await addressOf(child), stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    child.stdout?.on('data', (piece) => {
      told += String(piece);
      const url = /http:\/\/\S+/.exec(told)?.[0];
      if (url) resolve(url);
    });
    child.once('close', (code) => reject(new Error(`the server ended with ${code}: ${told}`)));
  });
}
