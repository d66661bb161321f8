// What the command line does with an installation as a whole: save it, put it back, print its keys.
import { existsSync } from 'node:fs';
import { type Backup, backup } from './backup.ts';
import { readHeader } from './backup-file.ts';
import { restore, type Restored } from './backup-restore.ts';
import { isPrepared, prepareFolder } from './datafolder.ts';
import { findHolder, lockFolder } from './folder-lock.ts';
import { Halt } from './halt.ts';
import { loadKey, type Place } from './instance.ts';
import { type FoundKey, keySheet, readKeyFile, readKeyText } from './keys.ts';
import { findRunningPostgres, startPostgres } from './postgres.ts';

/** Beside a running server, or alone with the database started for it. Nothing is migrated. */
export async function saveBackup(place: Place, file: string): Promise<Backup> {
  return withDatabase(place, 'backup', async (connection) => {
    const master = await loadKey(place, prepareFolder(place.folder), connection);
    return backup(connection, file, master);
  });
}

/** `key`: a key file, or the phrase itself as it stands on the printed sheet. */
export async function restoreBackup(place: Place, file: string, key: string | null): Promise<Restored> {
  const header = await readHeader(file);
  const given = key ?? place.keyFile;
  if (given === null) {
    throw new Halt('restore.needsKey', { wanted: header.backupKey, master: header.masterKey });
  }
  return restore(file, place, readKey(given));
}

/** The sheet for the safe: to be printed once, never kept beside the backups. */
export async function printKeys(place: Place): Promise<string> {
  const master = await withDatabase(place, 'keys', (connection) =>
    loadKey(place, prepareFolder(place.folder), connection),
  );
  const sheet = keySheet(master);
  return [
    'PHIẾU KHÓA CỦA NGUỒN – in một bản, niêm phong, giữ trong két; không để cùng bản sao lưu',
    'KEY SHEET OF NGUỒN – print once, seal, keep in the safe; never beside the backups',
    '',
    `Khóa chính / master key (dấu / mark ${sheet.marks[0]})`,
    `  ${sheet.master}`,
    '  mở được mọi thứ, kể cả các mục đã mã hóa · opens everything, the encrypted fields included',
    '',
    `Khóa sao lưu / backup key (dấu / mark ${sheet.marks[1]})`,
    `  ${sheet.backup}`,
    '  chỉ mở tệp sao lưu, không đọc được các mục đã mã hóa · opens backup files only, not the encrypted fields',
  ].join('\n');
}

function readKey(text: string): FoundKey {
  return existsSync(text) ? readKeyFile(text) : readKeyText(text);
}

async function withDatabase<T>(
  place: Place,
  purpose: string,
  work: (connection: NonNullable<ReturnType<typeof findRunningPostgres>>) => Promise<T>,
): Promise<T> {
  const running = findHolder(place.folder) ? findRunningPostgres(place) : null;
  if (running) return work(running);
  if (!isPrepared(place.folder)) throw new Halt('data.none', { folder: place.folder });
  const lock = lockFolder(place.folder, purpose);
  try {
    const postgres = await startPostgres(place);
    return await work(postgres.connection).finally(() => postgres.stop());
  } finally {
    lock.release();
  }
}
