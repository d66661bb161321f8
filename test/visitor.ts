// A browser at an address of the network, with the cookie it was last given: for everything around signing in.
import { expect } from 'vitest';
import { newId } from '../src/platform/ids.ts';
import type { Answer, World } from './app.ts';

export const password = 'hoa-phuong-do-2026';

export type Visitor = ReturnType<typeof visitor>;

export function visitor(world: World, remoteAddress = '10.0.0.1') {
  let cookie = '';
  const call = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
  ): Promise<Answer> => {
    const headers = { 'x-nguon': '1', ...(cookie ? { cookie } : {}) };
    const answer = await world.app.inject({
      method,
      url,
      headers,
      remoteAddress,
      ...(payload ? { payload } : {}),
    });
    const set = answer.cookies.find((item) => item.name === 'nguon_session');
    if (set) cookie = `nguon_session=${set.value}`;
    return {
      status: answer.statusCode,
      body: answer.json(),
      text: answer.body,
      raw: answer.rawPayload,
      headers: answer.headers,
    };
  };
  const signIn = (userName: string, secret: string, totp?: string) =>
    call('POST', '/api/session', { userName, password: secret, ...(totp ? { totp } : {}) });
  return { call, signIn };
}

/** An account for the holder of this office, with its one-time password. */
export async function slipFor(world: World, officeId: number, ward: number) {
  const administrator = await world.as('administrator', ward);
  const answer = await administrator.post('/api/accounts/from-offices', {
    clientId: newId(),
    officeIds: [officeId],
  });
  expect(answer.status, answer.text).toBe(200);
  return answer.body.slips[0];
}

/** The same, signed in and with a password of their own. */
export async function ready(world: World, officeId: number, ward: number) {
  const slip = await slipFor(world, officeId, ward);
  const own = visitor(world);
  await own.signIn(slip.userName, slip.password);
  const answer = await own.call('POST', '/api/session/password', { old: slip.password, new: password });
  expect(answer.status, answer.text).toBe(200);
  return { ...own, slip };
}
