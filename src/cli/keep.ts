// `backup`, `restore`, `keys`, `rebuild`, `verify`, `admin reset`: what is done on the machine itself.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { backup } from '../host/backup.ts';
import { restore } from '../host/backup-restore.ts';
import { folderPaths } from '../host/datafolder.ts';
import { type FoundKey, keySheet, loadMasterKey, readKeyFile, readKeyText } from '../host/keys.ts';
import { findHolder } from '../host/folder-lock.ts';
import { openInstance } from '../host/instance.ts';
import { findRunningPostgres } from '../host/postgres.ts';
import type { Slip } from '../org/answers.ts';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';
import { verify } from '../platform/seal.ts';
import { expectOk } from './import.ts';
import { configOf, openPlace } from './place.ts';
import { Stop, type Words } from './words.ts';
import type { Config } from '../host/config.ts';

const keyFileOf = (config: Config) => config.keyFile ?? folderPaths(config.folder).masterKey;
const masterOf = (config: Config) =>
  loadMasterKey(
    { file: keyFileOf(config), chosen: config.keyFile !== null },
    { fingerprint: readKeyFile(keyFileOf(config)).key.fingerprint, fields: 0, persons: 0 },
  );

export async function backupCommand(words: Words): Promise<number> {
  const [file] = words.rest;
  if (!file) throw new Stop('Xin cho biết tên tệp sao lưu.', 'Please name the backup file.');
  const config = configOf(words.demo);
  const running = findHolder(config.folder) && findRunningPostgres(config);
  const instance = running ? null : await openInstance(config, { purpose: 'backup' });
  try {
    const connection = running || (instance?.connection as object);
    const made = await backup(connection, path.resolve(file), masterOf(config));
    console.log(
      `Đã sao lưu ${made.rows} dòng vào ${made.file}. Khóa mở: ${made.header.backupKey} (npm run nguon -- keys).`,
    );
    console.log('The copy was read back and checked. Keep its key apart from it.');
    return 0;
  } finally {
    await instance?.stop();
  }
}

export async function restoreCommand(words: Words): Promise<number> {
  const [file] = words.rest;
  if (!file || !existsSync(file)) throw new Stop('Không thấy tệp sao lưu.', 'The backup file is not there.');
  const config = configOf(words.demo);
  const found = words.key ? readKeyFile(path.resolve(words.key)) : await typedKey();
  const done = await restore(
    path.resolve(file),
    { folder: config.folder, databaseUrl: config.databaseUrl },
    found,
  );
  console.log(`Đã khôi phục ${done.rows} dòng vào ${config.folder}.`);
  console.log(
    done.masterKey
      ? 'Everything can be read. Start the server as usual.'
      : 'Restored with the backup key only: put the master key file into the key folder before the start.',
  );
  return 0;
}

async function typedKey(): Promise<FoundKey> {
   
  const { createInterface } = await import('node:readline/promises');
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const phrase = await prompt.question('Cụm khóa chính hoặc khóa sao lưu (key phrase): ');
  prompt.close();
  return readKeyText(phrase);
}

export async function keysCommand(words: Words): Promise<number> {
  const config = configOf(words.demo);
  if (!existsSync(keyFileOf(config)))
    throw new Stop(
      'Thư mục dữ liệu này chưa có khóa: hãy khởi động Nguồn một lần.',
      'No key yet: start Nguồn once.',
    );
  const sheet = keySheet(readKeyFile(keyFileOf(config)).key);
  console.log(
    'In trang này một lần và cất vào két, tách khỏi bản sao lưu. / Print once, keep in the safe, apart from the backups.\n',
  );
  console.log(`Khóa chính (master key)     dấu ${sheet.marks[0]}\n  ${sheet.master}\n`);
  console.log(`Khóa sao lưu (backup key)   dấu ${sheet.marks[1]}\n  ${sheet.backup}`);
  return 0;
}

export async function rebuildCommand(words: Words): Promise<number> {
  const place = await openPlace(configOf(words.demo));
  try {
    if (!place.alone)
      throw new Stop('Xin tắt máy chủ trước khi dựng lại.', 'Please stop the server before rebuilding.');
    await rebuild(place.db);
    console.log(
      'Đã dựng lại các bảng hiện hành từ sổ cái.\nThe current rows have been made again from the ledger.',
    );
    return 0;
  } finally {
    await place.close();
  }
}

export async function verifyCommand(words: Words): Promise<number> {
  const place = await openPlace(configOf(words.demo));
  try {
    const found = await verify(place.db);
    if (words.json) console.log(JSON.stringify(found));
    else if (found.broken === null)
      console.log(`Niêm phong nguyên vẹn: ${found.entries} mục trong ${found.batches} lô.\nThe seal holds.`);
    else
      console.log(
        `Niêm phong KHÔNG khớp từ lô ${found.broken}.\nThe seal is broken from batch ${found.broken} on.`,
      );
    return found.broken === null ? 0 : 1;
  } finally {
    await place.close();
  }
}

export async function adminCommand(words: Words): Promise<number> {
  if (words.rest[0] !== 'reset')
    throw new Stop('Lệnh: admin reset [--user TÊN]', 'Command: admin reset [--user NAME]');
  const place = await openPlace(configOf(words.demo));
  try {
    const speak = await place.as('administrator', words.user);
    const session = expectOk(await speak('GET', '/api/session')) as { account: { id: string } };
    const slip = expectOk(
      await speak('POST', `/api/accounts/${session.account.id}/slip`, { clientId: newId() }),
    ) as Slip;
    console.log(`Phiếu mật khẩu dùng một lần / one-time slip\n  ${slip.userName}\n  ${slip.password ?? ''}`);
    return 0;
  } finally {
    await place.close();
  }
}
