// A workbook as a browser sends it, and what becomes of it.
import { expect } from 'vitest';
import { settled } from '../src/exchange/batch/batch.store.ts';
import { sessionCookie } from '../src/platform/app.ts';
import { newId } from '../src/platform/ids.ts';
import { openSession } from '../src/platform/session.ts';
import type { Client, World } from './app.ts';

const edge = 'nguon-test';

/** Members as most lists have them. */
export const heading = 'STT,Họ và tên,Ngày sinh,Giới tính,Chi bộ,Ngày vào Đảng,Ngày chính thức';
export const memberList = (...rows: string[]): string =>
  ['DANH SÁCH ĐẢNG VIÊN', '', heading, ...rows].join('\n');
export const memberLine = (name: string, unit: string): string =>
  `1,${name},05/03/1970,Nam,${unit},19/05/1998,19/05/1999`;

/** Sends a file and waits until it has been read; without an id where it was not taken. */
export async function sendFile(
  world: World,
  as: Client,
  text: string,
  name = 'ds.csv',
): Promise<{ status: number; id: string }> {
  const token = await openSession(world.db, as.accountId, as.officeId, '127.0.0.1');
  const response = await world.app.inject({
    method: 'POST',
    url: '/api/imports',
    headers: {
      'x-nguon': '1',
      cookie: `${sessionCookie}=${token}`,
      'content-type': `multipart/form-data; boundary=${edge}`,
    },
    payload: `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${text}\r\n--${edge}--\r\n`,
  });
  const id = response.statusCode === 200 ? response.json().id : '';
  await settled(id);
  return { status: response.statusCode, id };
}

export async function upload(world: World, as: Client, text: string): Promise<string> {
  const { status, id } = await sendFile(world, as, text);
  expect(status).toBe(200);
  return id;
}

export const order = (as: Client, id: string, verb: 'run' | 'cancel' | 'undo') =>
  as.post(`/api/imports/${id}/${verb}`, { clientId: newId() });
export const viewed = async (as: Client, id: string) => (await as.get(`/api/imports/${id}`)).body;

/** Sends a workbook and has it written. */
export async function bringIn(world: World, as: Client, text: string): Promise<string> {
  const id = await upload(world, as, text);
  expect((await order(as, id, 'run')).status).toBe(200);
  await settled(id);
  expect(await viewed(as, id)).toMatchObject({ state: 'done' });
  return id;
}
