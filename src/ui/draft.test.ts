// @vitest-environment jsdom
// Drafts: kept per account, gone when sent or old.
import { beforeEach, expect, test } from 'vitest';
import {
  countDrafts,
  dropDraft,
  dropMyDrafts,
  dropOldDrafts,
  findDraft,
  openDraft,
  recordDraft,
  setDraftOwner,
} from './draft.ts';

const id = '6a1f7a51-7a51-4c11-9b1e-0a1b2c3d4e5f';

beforeEach(() => {
  localStorage.clear();
  setDraftOwner('a1');
});

test('a draft comes back with its values and the id of its write', () => {
  recordDraft('person.new', { name: 'Hòa' }, id);
  const draft = openDraft('person.new', { name: '', bornOn: '' });
  expect(draft.values).toEqual({ name: 'Hòa', bornOn: '' });
  expect(draft.clientId).toBe(id);
});

test('another account on the same machine does not see it', () => {
  recordDraft('person.new', { name: 'Hòa' }, id);
  setDraftOwner('a2');
  expect(findDraft('person.new')).toBeNull();
  expect(countDrafts()).toBe(0);
  dropMyDrafts();
  setDraftOwner('a1');
  expect(countDrafts()).toBe(1);
});

test('a sent draft is gone, and a form without a name keeps nothing', () => {
  recordDraft('person.new', { name: 'Hòa' }, id);
  dropDraft('person.new');
  expect(findDraft('person.new')).toBeNull();
  expect(openDraft(undefined, { name: '' }).values).toEqual({ name: '' });
});

test('drafts are thrown away after fourteen days, unreadable ones at once', () => {
  recordDraft('person.new', { name: 'Hòa' }, id);
  localStorage.setItem('nguon.draft.a1.broken', '{');
  dropOldDrafts(new Date(Date.now() + 13 * 86_400_000));
  expect(countDrafts()).toBe(1);
  dropOldDrafts(new Date(Date.now() + 15 * 86_400_000));
  expect(countDrafts()).toBe(0);
});
