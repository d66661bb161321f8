// The administrator's page: where this installation stands, when the last good copy was made, and making one now.
import path from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { route, type Route } from '../platform/http.ts';
import type { BackupRecord, DailyBackups } from './backup-daily.ts';
import { readBackupState } from './backup-daily.ts';

const record = z.object({
  file: z.string(),
  createdAt: z.string(),
  bytes: z.number(),
  rows: z.number(),
  program: z.string(),
  backupKey: z.string(),
});
const state = z.object({
  program: z.string(),
  postgres: z.string(),
  folder: z.string(),
  startedAt: z.string(),
  memoryMegabytes: z.number(),
  ledgerEntries: z.number(),
  sealedEntries: z.number(),
  backups: z.object({
    lastGood: record.nullable(),
    failure: z.object({ at: z.string(), message: z.string() }).nullable(),
    kept: z.array(record),
  }),
});

export interface Machine {
  folder: string;
  program: string;
  postgres: string;
  backups: Pick<DailyBackups, 'runNow'>;
}

const view = ({ file, createdAt, bytes, rows, program, backupKey }: BackupRecord) => ({
  file: path.basename(file),
  createdAt,
  bytes,
  rows,
  program,
  backupKey,
});
const startedAt = new Date().toISOString();

export function machineRoutes(machine: Machine): Route[] {
  return [
    route({
      method: 'GET',
      url: '/api/admin/state',
      action: 'backup.read',
      summary: 'Versions, sizes and the last good backup of this installation',
      response: state,
      handler: async ({ db }) => {
        const { lastGood, failure, kept } = readBackupState(machine.folder);
        const counts = await sql<{ entries: number; sealed: number }>`
          select (select count(*) from ledger) as entries,
                 (select coalesce(sum(entries), 0) from ledger_seal) as sealed`.execute(db);
        return {
          program: machine.program,
          postgres: machine.postgres,
          folder: machine.folder,
          startedAt,
          memoryMegabytes: Math.round(process.memoryUsage.rss() / 1e6),
          ledgerEntries: Number(counts.rows[0]?.entries ?? 0),
          sealedEntries: Number(counts.rows[0]?.sealed ?? 0),
          backups: { lastGood: lastGood ? view(lastGood) : null, failure, kept: kept.map(view) },
        };
      },
    }),
    route({
      method: 'POST',
      url: '/api/admin/backups',
      action: 'backup.run',
      summary: 'Makes a verified copy now',
      body: z.object({ clientId: z.uuid() }),
      response: record,
      handler: async () => view(await machine.backups.runNow()),
    }),
  ];
}
