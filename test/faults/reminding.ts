// Kills the reminding program again and again while it makes notices and sends mail to a real SMTP server on loopback;
// then nothing may be missing, no notice may stand twice, and a letter sent twice carries the Message-ID it had.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { addDays, type Day } from '../../src/platform/day.ts';
import { writeSetting } from '../../src/org/profile.store.ts';
import { startWorld, type World } from '../app.ts';

export interface Letters {
  url: string;
  /** Message-ID → how often it arrived */
  arrived: Map<string, number>;
  stop(): Promise<void>;
}

export async function startPostOffice(): Promise<Letters> {
  const arrived = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (piece: Buffer) => (text += piece));
      stream.on('end', () => {
        const id = /^Message-ID:\s*(<[^>]+>)/im.exec(text)?.[1] ?? 'none';
        arrived.set(id, (arrived.get(id) ?? 0) + 1);
        // A little time between taking a letter over and saying so: where a kill hurts most.
        setTimeout(done, 4);
      });
    },
  });
  // A program that is killed leaves its connection in mid-letter.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const firstDay = '2025-09-29';

/** Cells with a secretary who has an address, each owing the review of its list; every day gives a reminder of its own. */
export async function startOffice(cells: number): Promise<World> {
  const world = await startWorld({ today: firstDay });
  const ward = await world.unit({ name: 'Đảng bộ phường Kinh Bắc', kind: 'base_organisation' });
  for (let number = 1; number <= cells; number += 1) {
    const cell = await world.unit({ name: `Chi bộ khu phố ${number}`, type: 'TDP', parent: ward });
    const secretary = await world.as('cell_secretary', cell);
    await secretary.put('/api/account/email', { email: `chibo${number}@example.vn` });
  }
  await writeSetting(world.db, 'reminders', {
    leads: [1, 0],
    late: Array.from({ length: 10 }, (_, index) => index + 1),
    quiet: { from: '00:00', to: '00:00', daysOff: false },
    escalateAfter: null,
  });
  return world;
}

interface Life {
  child: ChildProcess;
  ready: Promise<void>;
  working: Promise<void>;
  idle: Promise<void>;
  ended: Promise<void>;
}

function begin(world: World, smtp: string, kept: string): Life {
  const program = path.join(import.meta.dirname, 'reminding-program.ts');
  const words = [program, JSON.stringify(world.connection), smtp, kept];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...words], {
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(kept, 'compiled') },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let said = '';
  const heard = (word: string) =>
    new Promise<void>((resolve) => {
      const look = (piece: Buffer) => {
        said += piece;
        if (said.includes(word)) resolve();
      };
      child.stdout?.on('data', look);
    });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return { child, ready: heard('ready'), working: heard('working'), idle: heard('idle'), ended };
}

async function end({ child, ended }: Life): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}

const ahead = 2;

/** Reading program and rules takes ten times as long as the work: the next lives do it while one is at work. */
function nursery(beginLife: () => Life) {
  const waiting = Array.from({ length: ahead }, beginLife);
  return {
    /** At work as of now. */
    async next(day: Day): Promise<Life> {
      waiting.push(beginLife());
      const life = waiting.shift() as Life;
      const fallen = life.ended.then(() => Promise.reject(new Error('a life ended by itself')));
      fallen.catch(() => undefined);
      await Promise.race([life.ready, fallen]);
      life.child.stdin?.write(`${day}\n`);
      await Promise.race([life.working, fallen]);
      return life;
    },
    async end(): Promise<void> {
      await Promise.all(waiting.splice(0).map(end));
    },
  };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export interface Outcome {
  notices: number;
  keys: number;
  wanted: number;
  mails: number;
  unsent: number;
  lost: string[];
  twice: number;
}

/** So many kills on each of so many days (at most twelve), each day ended by a life that may finish its work. */
export async function killAndCount(
  world: World,
  post: Letters,
  { cells, days, kills }: { cells: number; days: number; kills: number },
): Promise<Outcome> {
  const kept = mkdtempSync(path.join(tmpdir(), 'nguon-reminding-'));
  const lives = nursery(() => begin(world, post.url, kept));
  try {
    for (let index = 0; index < days; index += 1) {
      const day = addDays(firstDay, index);
      for (let kill = 0; kill < kills; kill += 1) {
        const life = await lives.next(day);
        await pause(Math.random() * 160);
        await end(life);
      }
      const last = await lives.next(day);
      await last.idle;
      await end(last);
    }
  } finally {
    await lives.end();
    rmSync(kept, { recursive: true, force: true });
  }
  return count(world, post, cells * days);
}

async function count(world: World, post: Letters, due: number): Promise<Outcome> {
  const { rows } = await sql<{ notices: number; keys: number; wanted: number }>`
    select count(*) as notices, count(distinct key) as keys,
           count(*) filter (where clock = 'list_review') as wanted from notice`.execute(world.db);
  const mails = await world.db.selectFrom('mail').selectAll().execute();
  const ids = mails.map(({ notice_id, account_id }) => `<${notice_id}.${account_id}@nguon>`);
  return {
    ...(rows[0] as { notices: number; keys: number }),
    wanted: (rows[0]?.wanted ?? 0) - due,
    mails: mails.length,
    unsent: mails.filter(({ state }) => state !== 'sent').length,
    lost: ids.filter((id) => !post.arrived.has(id)),
    twice: [...post.arrived.values()].filter((times) => times > 1).length,
  };
}
