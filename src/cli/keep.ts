// `backup`, `restore`, `keys`, `rebuild`, `verify`, `admin reset`: what is done on the machine itself.
import { printKeys, restoreBackup, saveBackup } from '../host/commands.ts';
import type { Slip } from '../org/answers.ts';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';
import { verify } from '../platform/seal.ts';
import { expectOk } from './import.ts';
import { configOf, openPlace } from './place.ts';
import { fileAt, Stop, type Words } from './words.ts';

export async function backupCommand(words: Words): Promise<number> {
  const [file] = words.rest;
  if (!file) throw new Stop('Xin cho biết tên tệp sao lưu.', 'Please name the backup file.');
  const made = await saveBackup(configOf(words.demo), fileAt(file));
  console.log(
    `Đã sao lưu ${made.rows} dòng vào ${made.file}, đã đọc lại để kiểm tra. Dấu của khóa mở: ${made.header.backupKey}.`,
  );
  console.log('The copy was read back and checked. Keep its key (npm run nguon -- keys) apart from it.');
  return 0;
}

export async function restoreCommand(words: Words): Promise<number> {
  const [file] = words.rest;
  if (!file) throw new Stop('Xin cho biết tệp sao lưu.', 'Please name the backup file.');
  const config = configOf(words.demo);
  const done = await restoreBackup(config, fileAt(file), words.key);
  console.log(`Đã khôi phục ${done.rows} dòng vào ${config.folder}.`);
  console.log(
    done.masterKey
      ? 'Khởi động như thường lệ. / Start the server as usual.'
      : 'Mới có khóa sao lưu: đặt tệp khóa chính vào thư mục khóa trước khi khởi động. / Put the master key in place before the start.',
  );
  return 0;
}

export async function keysCommand(words: Words): Promise<number> {
  console.log(await printKeys(configOf(words.demo)));
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
