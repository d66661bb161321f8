// A helper on a phone with a bad line: what is recorded without a network waits on the device, is seen as waiting, goes
// out once when the line is back, and is nobody else's.
import { beforeEach, expect, test } from 'vitest';
import type { Client } from '../app.ts';
import { startWard, take, viewOf, walkRecent } from '../road.ts';
import { button, dialog, field, heading, openBrowser, type Reader, settled, signIn } from './browser.ts';
import { layCable } from './cable.ts';
import { noSidewaysScroll } from './quality.ts';
import { serve, withPages } from './site.ts';

const ward = await startWard({ today: '2026-03-20', profile: 'A', ...(await withPages()) });
const site = await serve(ward.world);
const visits = await openBrowser(site);
const cable = await layCable(site.url);
const helper = officeOf(await ward.world.as('member', ward.cell, { person: ward.members[1] as string }));
const phone = { url: cable.url, width: 360, height: 740 };
const name = 'Nguyễn Thị Hoa';
let dossier = '';

function officeOf(client: Client): number {
  if (client.officeId === null) throw new Error('no office');
  return client.officeId;
}

beforeEach(async () => {
  cable.plugIn();
  if (!dossier) dossier = await walkRecent(ward, name, 'assign_helper');
});

const contacts = async () =>
  (await viewOf(ward, dossier)).acts.filter(({ step }) => step === 'contact').length;
/** What a cut line makes the browser complain of. */
const cut = /^failed /;

async function openCharges(reader: Reader): Promise<void> {
  await reader.open('/charges');
  await heading(reader.page, name).waitFor();
}

/** Fills in the short form and sends it. */
async function recordContact({ page }: Reader): Promise<void> {
  await button(page, 'Ghi việc gặp gỡ').click();
  const form = dialog(page);
  await form.getByRole('radio').first().check();
  await field(form, 'Ngày').fill('19/03/2026');
  await button(form, 'Ghi').click();
  await form.waitFor({ state: 'hidden' });
}

const waiting = ({ page }: Reader) => page.getByText('1 việc đang chờ gửi');

test('recorded without a network, kept over a reload, sent once when the line is back', {
  timeout: 90_000,
}, async () => {
  const before = await contacts();
  const reader = await visits.as(helper, { ...phone, keepsShell: true });
  const { page } = reader;
  await openCharges(reader);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // The page as it came with the worker is what opens again below.
  await openCharges(reader);

  await reader.during(cut, async () => {
    cable.pull();
    await recordContact(reader);
    await waiting(reader).waitFor();
    expect(await noSidewaysScroll(page)).toEqual([]);
    await page.reload();
    await waiting(reader).waitFor();
    await button(page, 'Xem việc chờ gửi').click();
    await dialog(page).getByText(name).waitFor();
    await page.keyboard.press('Escape');
    expect(await contacts()).toBe(before);
    cable.plugIn();
  });
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await waiting(reader).waitFor({ state: 'detached' });
  expect(await contacts()).toBe(before + 1);
});

test('the answer lost on the way back: seen as waiting, written once', { timeout: 60_000 }, async () => {
  const before = await contacts();
  const reader = await visits.as(helper, phone);
  await openCharges(reader);
  await reader.during(cut, async () => {
    cable.loseAnswerOf(/^POST \/api\/fostering\/[^/]+\/acts /);
    await recordContact(reader);
    await waiting(reader).waitFor();
    expect(await contacts()).toBe(before + 1);
    cable.plugIn();
  });
  await reader.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await waiting(reader).waitFor({ state: 'detached' });
  expect(await contacts()).toBe(before + 1);
});

test('what one account left waiting, another on the same phone neither sees nor sends', {
  timeout: 90_000,
}, async () => {
  const before = await contacts();
  const other = officeOf(await ward.world.as('member', ward.cell, { person: ward.members[2] as string }));
  const [mine, theirs] = [await site.accountOf(helper), await site.accountOf(other)];
  const reader = await visits.come(phone);
  const { page } = reader;
  await signIn(page, mine);
  await openCharges(reader);
  await reader.during(/^(failed|401) /, async () => {
    cable.pull();
    await recordContact(reader);
    await waiting(reader).waitFor();
    // Only the sending itself stays out of reach, so that signing out comes through before it.
    await page.route(/\/api\/fostering\/.*\/acts$/, (route) => route.abort('connectionrefused'));
    cable.plugIn();
    await signOut(reader);
    // A read that was on its way when the session ended is answered 401.
    await settled(page);
  });
  await page.unroute(/\/api\/fostering\/.*\/acts$/);

  await signIn(page, theirs);
  await settled(page);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await settled(page);
  expect(await waiting(reader).count()).toBe(0);
  expect(await contacts()).toBe(before);

  // Nothing is on its way any more: a read that the end of the session overtakes would be answered 401.
  await settled(page);
  await signOut(reader);
  await signIn(page, mine);
  await expect.poll(contacts, { timeout: 20_000 }).toBe(before + 1);
  await waiting(reader).waitFor({ state: 'detached' });
});

test('what the server does not take stays, with the reason, until it is thrown away', {
  timeout: 60_000,
}, async () => {
  const before = await contacts();
  const reader = await visits.as(helper, phone);
  const { page } = reader;
  await openCharges(reader);
  await reader.during(cut, async () => {
    cable.pull();
    await recordContact(reader);
    await waiting(reader).waitFor();
  });
  // Meanwhile somebody else takes over the help.
  const replaced = await take(ward, dossier, {
    by: 'secretary',
    step: 'replace_helper',
    on: '2026-03-10',
    inputs: {
      helper: ward.members[3],
      resolution: { number: '09-NQ/CB', on: '2026-03-10' },
    },
  });
  expect([replaced.status, replaced.text.slice(0, 300)]).toEqual([200, expect.anything()]);
  await reader.during(/^40[349] POST \/api\/fostering\//, async () => {
    cable.plugIn();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.getByText('1 việc gửi không được nhận').waitFor();
  });
  await button(page, 'Xem việc chờ gửi').click();
  await dialog(page).getByText('chưa được nhận').waitFor();
  await button(dialog(page), 'Bỏ việc này').click();
  await page.getByRole('dialog', { name: /^Bỏ “/ }).getByRole('button', { name: 'Bỏ việc này' }).click();
  await page.getByText('1 việc gửi không được nhận').waitFor({ state: 'detached' });
  expect(await contacts()).toBe(before);
});

test('a file that is gone is said to be gone, never answered with a page', async () => {
  const answers = ['/assets/gone-1a2b3c.js', '/assets/', '/worker.js', '/dossiers'].map(async (path) => {
    const answer = await fetch(site.url + path);
    return [path, answer.status, answer.headers.get('content-type')?.split(';')[0]];
  });
  expect(await Promise.all(answers)).toEqual([
    ['/assets/gone-1a2b3c.js', 404, 'application/json'],
    ['/assets/', 404, 'application/json'],
    ['/worker.js', 200, expect.stringContaining('javascript')],
    ['/dossiers', 200, 'text/html'],
  ]);
});

async function signOut({ page }: Reader): Promise<void> {
  await page.locator('[aria-haspopup="menu"]').last().click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  const question = page.getByRole('button', { name: 'Giữ lại, vẫn đăng xuất' });
  const door = field(page, 'Tên đăng nhập');
  await question.or(door).first().waitFor();
  if (await question.isVisible()) await question.click();
  await door.waitFor();
}
