// `npm run pictures`: all pages of the training ward at 1280 and 360 px, light and dark, into dist/pictures, where
// index.html shows them side by side; a few chosen ones go to docs/pictures for the README and the user guide.
import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startChromium } from '../test/journeys/chromium.ts';
import { countRequests, settled } from '../test/journeys/settled.ts';
import { fileOf, schemes, widths, writeGallery } from './pictures/gallery.ts';
import { accountsOf, askerOf, signIn } from './pictures/readers.ts';
import { type Server, startServer } from './pictures/servers.ts';
import { listShots, type Office, type Shot } from './pictures/shots.ts';

const root = path.join(import.meta.dirname, '..');
const folder = path.join(root, 'dist', 'pictures');
const docs = path.join(root, 'docs', 'pictures');
const largest = 200 * 1024;

/** Words after the command choose pictures by name. */
const wanted = process.argv.slice(2);

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
  const shots = await listShots(askerOf(context));
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

async function take(context: BrowserContext, shot: Shot): Promise<void> {
  for (const width of widths) {
    const page = await context.newPage();
    countRequests(page);
    await page.setViewportSize({ width, height: width === 360 ? 740 : 800 });
    if (shot.failing) await page.route(shot.failing, (route) => route.fulfill({ status: 500, body: '' }));
    await page.goto(shot.address);
    await settled(page);
    await shot.after?.(page);
    await settled(page);
    for (const scheme of schemes) await takeIn(page, shot, { width, scheme });
    await page.close();
  }
}

interface Look {
  width: number;
  scheme: 'light' | 'dark';
}

async function takeIn(page: Page, shot: Shot, { width, scheme }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.waitForTimeout(120);
  const dialog = await page.getByRole('dialog').isVisible();
  const file = fileOf(shot.name, width, scheme);
  await page.screenshot({ path: path.join(folder, file), fullPage: !dialog });
  if (!shot.kept || scheme !== 'light' || width !== 1280) return;
  const kept = path.join(docs, `${shot.name}.png`);
  await page.screenshot({ path: kept });
  if (statSync(kept).size > largest) throw new Error(`${kept} is larger than 200 KB`);
}

await main();
