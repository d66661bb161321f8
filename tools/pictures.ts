// `npm run pictures`: all pages of the training ward at 1280 and 360 px, light and dark, into dist/pictures, where
// index.html shows them side by side. `npm run pictures -- people person` takes only these; with --docs the chosen
// ones also go to docs/pictures for the README and the user guide.
import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startChromium } from '../test/journeys/chromium.ts';
import { countRequests, settled } from '../test/journeys/settled.ts';
import { fileOf, schemes, type Width, widths, writeGallery } from './pictures/gallery.ts';
import { accountsOf, askerOf, recordVote, signIn } from './pictures/readers.ts';
import { day, type Server, startServer } from './pictures/servers.ts';
import { listShots, type Office, type Shot } from './pictures/shots.ts';

const root = path.join(import.meta.dirname, '..');
const folder = path.join(root, 'dist', 'pictures');
const docs = path.join(root, 'docs', 'pictures');
const largest = 256 * 1024;

const forDocs = process.argv.includes('--docs');
const wanted = process.argv.slice(2).filter((word) => word !== '--docs');

async function main(): Promise<void> {
  if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  mkdirSync(docs, { recursive: true });
  const browser = await startChromium();
  const servers: Server[] = [];
  try {
    const fresh = await startServer([]);
    servers.push(fresh);
    const first = { name: 'first-run', title: 'Thiết lập lần đầu', as: 'nobody' as const, address: '/' };
    await takeAll(browser, fresh.url, [first]);
    const ward = await startServer(['--demo']);
    servers.push(ward);
    const shots = await shotsOf(browser, ward.url);
    await takeAll(browser, ward.url, shots);
    writeGallery(folder, [first, ...shots]);
    console.log(`${path.join(folder, 'index.html')}`);
  } finally {
    await browser.close();
    for (const server of servers) await server.stop();
  }
}

async function shotsOf(browser: Browser, url: string): Promise<Shot[]> {
  const context = await browser.newContext({ baseURL: url });
  const { officer } = await accountsOf(browser, url);
  await signIn(context, officer);
  const shots = await listShots(askerOf(context), await recordVote(context, day));
  await context.close();
  return shots;
}

async function takeAll(browser: Browser, url: string, shots: Shot[]): Promise<void> {
  const accounts = await accountsOf(browser, url);
  const chosen = shots.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  for (const [office, own] of Map.groupBy(chosen, ({ as }) => as)) {
    const context = await browser.newContext({
      baseURL: url,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      reducedMotion: 'reduce',
    });
    if (office !== 'nobody') await signIn(context, accounts[office as Office]);
    for (const shot of own) await take(context, shot);
    await context.close();
  }
}

const heightOf = (width: Width): number => (width === 360 ? 740 : 900);

async function take(context: BrowserContext, shot: Shot): Promise<void> {
  for (const width of widths) {
    const page = await context.newPage();
    countRequests(page);
    await page.setViewportSize({ width, height: heightOf(width) });
    if (shot.failing) await page.route(shot.failing, (route) => route.fulfill({ status: 500, body: '' }));
    await page.goto(shot.address);
    await settled(page);
    await shot.after?.(page);
    await settled(page);
    const kept = shot.kept?.[width];
    if (kept && forDocs) await keep(page, kept);
    await takeWhole(page, { name: shot.name, width });
    await page.close();
  }
}

async function keep(page: Page, name: string): Promise<void> {
  const file = path.join(docs, `${name}.png`);
  await page.screenshot({ path: file });
  if (statSync(file).size > largest) throw new Error(`${file} is larger than 256 KB`);
}

/** The window grows to the page, so that bars that stick to its edges stand where they belong. */
async function takeWhole(page: Page, { name, width }: { name: string; width: Width }): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(heightOf(width), height) });
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForTimeout(100);
    await page.screenshot({ path: path.join(folder, fileOf(name, width, colorScheme)) });
  }
}

await main();
