// Browsers signed in as those whom the pictures show, with the accounts of the training ward.
import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext } from 'playwright-core';
import type { Office } from './shots.ts';

interface TrainingAccount {
  userName: string;
  password: string;
  /** office – unit (name) */
  label: string;
}
/** The list that an address of the API answers with, as the officer sees it. */
export type Asker = <T>(address: string, list?: string) => Promise<T[]>;

const offices: Record<Exclude<Office, 'nobody'>, RegExp> = {
  officer: /Ban Xây dựng Đảng/,
  secretary: /^Bí thư chi bộ/,
  board: /Ban Tổ chức cấp trên/,
  centre: /Trung tâm chính trị/,
  mass: /^Bí thư Đoàn/,
  administrator: /^Quản trị hệ thống/,
};

const write = { 'x-nguon': '1' };

export async function accountsOf(
  browser: Browser,
  url: string,
): Promise<Partial<Record<Office, TrainingAccount>>> {
  const context = await browser.newContext({ baseURL: url });
  const session = (await (await context.request.get('/api/session')).json()) as {
    trainingAccounts?: TrainingAccount[];
  };
  await context.close();
  const all = session.trainingAccounts ?? [];
  return Object.fromEntries(
    Object.entries(offices).map(([office, title]) => [office, all.find((one) => title.test(one.label))]),
  );
}

export async function signIn(context: BrowserContext, account: TrainingAccount | undefined): Promise<void> {
  if (!account) throw new Error('the training ward has no account for this office');
  const { userName, password } = account;
  const answer = await context.request.post('/api/session', { headers: write, data: { userName, password } });
  if (!answer.ok()) throw new Error(`signing in as ${userName}: ${answer.status()}`);
}

export const askerOf =
  (context: BrowserContext): Asker =>
  async (address, list = 'items') => {
    const answer = await context.request.get(address);
    if (!answer.ok()) throw new Error(`${address}: ${answer.status()}`);
    return (await answer.json())[list];
  };

interface Dossier {
  id: string;
  version: number;
  acts: { entry: string; step: string }[];
}
const shares = { total: 60, base: 60, present: 55, yes: 52, no: 2, blank: 1, excluded: {} };

/** Records a vote of a cell, entered on its behalf by the officer, where the rules allow it. */
export async function recordVote(
  context: BrowserContext,
  day: string,
): Promise<{ dossier: string; entry: string }> {
  const ask = askerOf(context);
  for (const { id } of await ask<{ id: string }>('/api/dossiers?stage=verified')) {
    const dossier = (await (await context.request.get(`/api/dossiers/${id}`)).json()) as Dossier;
    const paper = { number: '05-BB/CB', on: day };
    const answer = await context.request.post(`/api/dossiers/${id}/acts`, {
      headers: write,
      data: {
        clientId: randomUUID(),
        version: dossier.version,
        step: 'cell_vote',
        happenedOn: day,
        inputs: { ballot: shares, resolution: { number: '05-NQ/CB', on: day }, mode: 'secret' },
        onBehalf: paper,
      },
    });
    if (!answer.ok()) continue;
    const { acts } = (await answer.json()) as Dossier;
    return { dossier: id, entry: acts.findLast(({ step }) => step === 'cell_vote')?.entry ?? '' };
  }
  throw new Error('the training ward has no dossier whose vote can be recorded');
}
