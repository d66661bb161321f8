// @vitest-environment jsdom
// The outbox: kept on the device per account and office, sent once and in order, refused ones stay with their reasons.
import { beforeEach, expect, test, vi } from 'vitest';
import { ApiError, unreachable } from './api.ts';
import { deliverPost } from './outbox.ts';
import {
  dropMyPosts,
  keepPost,
  listPosts,
  look,
  markPost,
  nextInstant,
  type Owner,
  type Post,
  sendable,
  setOutboxOwner,
  subscribe,
} from './outbox/box.ts';
import { type Courier, deliver } from './outbox/deliver.ts';

const mai: Owner = { account: 'mai', office: 7, officeLabel: 'Bí thư chi bộ' };
let number = 0;
const postOf = (changes: Partial<Post> = {}): Post => {
  number += 1;
  const clientId = `id-${number}`;
  return {
    clientId,
    kind: 'charge_note',
    title: `Nhận xét ${number}`,
    method: 'POST',
    path: '/notes',
    body: { clientId },
    office: 7,
    officeLabel: 'Bí thư chi bộ',
    keptAt: nextInstant(new Date()),
    refresh: [],
    reopen: null,
    refused: null,
    ...changes,
  };
};
const refusal = () =>
  new ApiError(409, {
    kind: 'Refused',
    code: 'x.refused',
    message: { vi: 'Chưa đủ điều kiện', en: 'Not met' },
    details: { step: 'charge_note', reasons: [] },
  });

/** A server that writes by id, and the line to it. */
function server(owner: { account: string | null; office: number | null } = { account: 'mai', office: 7 }) {
  const written: string[] = [];
  const state = { line: true, losesAnswer: false, owner, refuses: new Set<string>() };
  const courier: Courier = {
    whoIsIn: async () => {
      if (!state.line) throw unreachable();
      return state.owner;
    },
    send: async (post) => {
      if (!state.line) throw unreachable();
      if (state.refuses.has(post.clientId)) throw refusal();
      if (!written.includes(post.clientId)) written.push(post.clientId);
      if (state.losesAnswer) throw unreachable();
      return `đã ghi ${post.clientId}`;
    },
    delivered: vi.fn<Courier['delivered']>(),
    changedHands: vi.fn<Courier['changedHands']>(),
  };
  return { written, state, courier };
}

beforeEach(() => {
  localStorage.clear();
  setOutboxOwner(null);
  setOutboxOwner(mai);
});

test('with a line it is sent at once and nothing stays', async () => {
  const { courier, written } = server();
  const post = postOf();
  const posted = await deliverPost(courier, post);
  expect(posted).toEqual({ kept: false, out: `đã ghi ${post.clientId}` });
  expect(written).toEqual([post.clientId]);
  expect(listPosts()).toEqual([]);
  expect(localStorage.length).toBe(0);
});

test('without a line it waits, and goes out once when the line is back', async () => {
  const { courier, written, state } = server();
  state.line = false;
  const post = postOf();
  expect(await deliverPost(courier, post)).toEqual({ kept: true });
  expect(listPosts().map(({ clientId }) => clientId)).toEqual([post.clientId]);
  state.line = true;
  expect(await deliver(courier)).toBe(true);
  expect(written).toEqual([post.clientId]);
  expect(listPosts()).toEqual([]);
});

test('when only the answer was lost, the same id goes again and is written once', async () => {
  const { courier, written, state } = server();
  state.losesAnswer = true;
  const post = postOf();
  expect(await deliverPost(courier, post)).toEqual({ kept: true });
  state.losesAnswer = false;
  await deliver(courier);
  expect(written).toEqual([post.clientId]);
  expect(courier.delivered).toHaveBeenCalledTimes(1);
});

test('what waits outlives a reload and keeps its order, whatever the clock says', async () => {
  const first = postOf();
  keepPost(first);
  const second = postOf({ keptAt: nextInstant(new Date(0)) });
  keepPost(second);
  setOutboxOwner(null);
  expect(listPosts()).toEqual([]);
  setOutboxOwner({ ...mai });
  expect(listPosts().map(({ title }) => title)).toEqual([first.title, second.title]);
  const { courier, written } = server();
  await deliver(courier);
  expect(written).toEqual([first.clientId, second.clientId]);
});

test('another account neither sees nor sends it', async () => {
  const post = postOf();
  keepPost(post);
  setOutboxOwner({ account: 'binh', office: 9, officeLabel: 'Bí thư chi bộ' });
  const { courier, written } = server({ account: 'binh', office: 9 });
  expect(listPosts()).toEqual([]);
  await deliver(courier);
  expect(written).toEqual([]);
  setOutboxOwner(mai);
  expect(listPosts()).toEqual([post]);
});

test('a cookie that changed hands in another window sends nothing', async () => {
  const { courier, written, state } = server({ account: 'binh', office: 9 });
  const post = postOf();
  expect(await deliverPost(courier, post)).toEqual({ kept: true });
  expect(written).toEqual([]);
  expect(courier.changedHands).toHaveBeenCalled();
  state.owner = { account: 'mai', office: 8 };
  expect(await deliver(courier)).toBe(false);
  expect(written).toEqual([]);
});

test('what was made in another office waits for that office, without holding up the rest', async () => {
  const elsewhere = postOf({ office: 8 });
  keepPost(elsewhere);
  const here = postOf();
  keepPost(here);
  const { courier, written } = server();
  expect(await deliver(courier)).toBe(true);
  expect(written).toEqual([here.clientId]);
  expect(listPosts()).toEqual([elsewhere]);
});

test('refused later: it stays with its reasons, the next one goes on', async () => {
  const { courier, written, state } = server();
  const [bad, good] = [postOf(), postOf()];
  keepPost(bad);
  keepPost(good);
  state.refuses.add(bad.clientId);
  expect(await deliver(courier)).toBe(true);
  expect(written).toEqual([good.clientId]);
  expect(listPosts()[0]?.refused).toMatchObject({ words: { vi: 'Chưa đủ điều kiện' }, kind: 'Refused' });
  expect(sendable()).toEqual([]);
  state.refuses.clear();
  markPost(bad.clientId, null);
  await deliver(courier);
  expect(written).toContain(bad.clientId);
});

test('refused at once: the form has the error, the outbox stays empty', async () => {
  const { courier, state } = server();
  const post = postOf();
  state.refuses.add(post.clientId);
  await expect(deliverPost(courier, post)).rejects.toMatchObject({ code: 'x.refused' });
  expect(listPosts()).toEqual([]);
});

test('a session that ended keeps it for the next sign-in', async () => {
  const { courier, written, state } = server({ account: null, office: null });
  keepPost(postOf());
  expect(await deliver(courier)).toBe(false);
  state.owner = { account: 'mai', office: 7 };
  await deliver(courier);
  expect(written).toHaveLength(1);
});

test('two who deliver at once send it once', async () => {
  const { courier } = server();
  const send = vi.spyOn(courier, 'send');
  keepPost(postOf());
  await Promise.all([deliver(courier), deliver(courier)]);
  expect(send).toHaveBeenCalledTimes(1);
});

test('a device that keeps nothing sends like any other write, and says so when it cannot', async () => {
  const set = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('full');
  });
  try {
    const { courier, written } = server();
    const post = postOf();
    expect(await deliverPost(courier, post)).toMatchObject({ kept: false });
    expect(written).toEqual([post.clientId]);
  } finally {
    set.mockRestore();
  }
});

test('what another window kept or sent is seen after a look; throwing away tells the readers', () => {
  const post = postOf();
  const heard = vi.fn<() => void>();
  const stop = subscribe(heard);
  localStorage.setItem('nguon.outbox.mai.other', JSON.stringify({ ...post, clientId: 'other' }));
  localStorage.setItem('nguon.outbox.mai.broken', '{');
  look();
  expect(listPosts().map(({ clientId }) => clientId)).toEqual(['other']);
  dropMyPosts();
  expect(listPosts()).toEqual([]);
  expect(heard).toHaveBeenCalled();
  stop();
});
