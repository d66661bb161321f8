// One Chromium per test file and readers in it: each a person with a window of their own, who finds things by their
// names. Whatever the console complains of and whatever the server refuses fails the test, unless it was expected.
import path from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import { programRoot } from '../../src/host/datafolder.ts';
import { sessionCookie } from '../../src/platform/app.ts';
import { fold } from '../../src/platform/text.ts';
import { startChromium } from './chromium.ts';
import { countRequests, settled } from './settled.ts';
import type { Account, Site } from './site.ts';

export interface Reader {
  page: Page;
  open(address: string): Promise<void>;
  /** Something goes wrong on purpose: at least one of these must happen meanwhile, and nothing else. */
  during<T>(expected: RegExp, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
export interface Visit {
  /** another address than the server's own, e.g. that of a cable that can be cut */
  url?: string;
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
  /** the program may keep itself on the device, as it does outside of tests */
  keepsShell?: boolean;
}

export interface Visits {
  /** Somebody who has not signed in. */
  come(visit?: Visit): Promise<Reader>;
  /** Somebody who is signed in and acts in this office. */
  as(officeId: number, visit?: Visit): Promise<Reader>;
}

interface Watched extends Reader {
  problems: string[];
}

export async function openBrowser(site: Site): Promise<Visits> {
  const browser = await startChromium();
  const readers = new Set<Watched>();
  afterAll(() => browser.close());
  // What a test opened ends with it, and what went wrong in it is its own.
  afterEach(async ({ task }) => {
    const problems = [...readers].flatMap((reader) => reader.problems);
    if (task.result?.state === 'fail' || problems.length > 0) await keepPictures(task.name, readers);
    for (const reader of readers) await reader.close();
    readers.clear();
    expect(problems).toEqual([]);
  });
  const come = async (visit: Visit = {}) => {
    const reader = await newReader(browser, site, visit);
    readers.add(reader);
    return reader;
  };
  const as = async (officeId: number, visit: Visit = {}) => {
    const reader = await come(visit);
    const value = await site.sessionOf(officeId);
    const url = visit.url ?? site.url;
    await reader.page
      .context()
      .addCookies([{ name: sessionCookie, value, url, httpOnly: true, sameSite: 'Strict' }]);
    return reader;
  };
  return { come, as };
}

/** What everybody saw when a test failed. */
async function keepPictures(test: string, readers: Set<Watched>): Promise<void> {
  const folder = path.join(programRoot, 'dist', 'journeys');
  for (const [index, { page }] of [...readers].entries()) {
    const name = `${fold(test)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, 60)}-${index + 1}.png`;
    await page.screenshot({ path: path.join(folder, name) }).catch(() => undefined);
  }
}

async function newReader(browser: Browser, site: Site, visit: Visit): Promise<Watched> {
  const { url = site.url, width = 1280, height = 900, scheme = 'light', keepsShell = false } = visit;
  const context = await browser.newContext({
    baseURL: url,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    // A worker that keeps files would answer where a test takes the network away.
    serviceWorkers: keepsShell ? 'allow' : 'block',
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const problems = watch(page);
  countRequests(page);
  return {
    page,
    problems,
    open: async (address) => {
      await page.goto(address);
      await settled(page);
    },
    during: (expected, work) => during(problems, expected, work),
    close: () => closeQuietly(context),
  };
}

const closeQuietly = (context: BrowserContext): Promise<void> => context.close().catch(() => undefined);

function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`error ${error.message}`));
  page.on('crash', () => problems.push('the page crashed'));
  page.on('console', (message) => {
    const text = message.text();
    // The answer itself tells more, below.
    if (message.type() === 'error' && !text.startsWith('Failed to load resource'))
      problems.push(`console ${text}`);
  });
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (response.status() >= 400)
      problems.push(`${response.status()} ${response.request().method()} ${pathname}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // A read that nobody waits for any more, e.g. when leaving the page.
    if (why !== 'net::ERR_ABORTED')
      problems.push(`failed ${request.method()} ${new URL(request.url()).pathname} ${why}`);
  });
  return problems;
}

async function during<T>(problems: string[], expected: RegExp, work: () => Promise<T>): Promise<T> {
  const before = problems.length;
  const result = await work();
  const found = problems.splice(before);
  problems.push(...found.filter((problem) => !expected.test(problem)));
  expect(
    found.some((problem) => expected.test(problem)),
    `expected ${expected} among ${JSON.stringify(found)}`,
  ).toBe(true);
  return result;
}

/** Signs in at the sign-in page, as a person does. */
export async function signIn(page: Page, { userName, password }: Account): Promise<void> {
  await page.goto('/');
  await field(page, 'Tên đăng nhập').fill(userName);
  await field(page, 'Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.getByRole('navigation', { name: 'Các phần việc' }).waitFor();
}

export { settled };

export type Place = Page | Locator;
const exactly = (label: string) =>
  new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( ?\\*)?\\s*$`);

/** A field by its whole label, required or not. */
export const field = (place: Place, label: string): Locator => place.getByLabel(exactly(label));
export const button = (place: Place, name: string | RegExp): Locator =>
  place.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
export const link = (place: Place, name: string | RegExp): Locator =>
  place.getByRole('link', typeof name === 'string' ? { name, exact: true } : { name });
export const heading = (place: Place, name: string | RegExp): Locator =>
  place.getByRole('heading', typeof name === 'string' ? { name, exact: true } : { name });
export const dialog = (page: Page): Locator => page.getByRole('dialog').filter({ visible: true });

/** Types part of a name and takes the choice that the list offers. */
export async function lookUp(place: Place, label: string, typed: string, choice = typed): Promise<void> {
  const input = field(place, label);
  // A draft may have brought the same name back: nobody searches for what is chosen already.
  await input.fill('');
  await input.fill(typed);
  await place.getByRole('option', { name: choice }).first().click();
}

/** A day in the page's own writing: '2018-04-27' → '27/04/2018'. */
export const dayText = (day: string): string => day.split('-').toReversed().join('/');
