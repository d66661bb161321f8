// The sheet while it is worked on: what was typed is kept on the device, saved line by line, and never dropped by
// anything but a saving or the person's own word.
import { useRef, useState } from 'react';
import type { CascadeView, Clash } from '../view.ts';
import { persist } from '../../ui/act.ts';
import { ApiError, send } from '../../ui/api.ts';
import { useDrafted } from '../../ui/drafted.ts';
import { useWords } from '../../ui/i18n.tsx';
import { newId } from '../../ui/ids.ts';
import { useRefresh } from '../../ui/query.tsx';
import { useToast } from '../../ui/toast.tsx';
import {
  cellAt,
  type Column,
  filled,
  type Filling,
  keyOf,
  savingOf,
  type Sent,
  settled,
  typed,
  type Typings,
  without,
} from './editor.ts';
import { words } from './words.ts';

export interface Editor {
  view: CascadeView;
  typings: Typings;
  /** when what is typed was kept on an earlier visit */
  keptFrom: string | null;
  busy: boolean;
  error: ApiError | null;
  clashes: Clash[] | null;
  canUndo: boolean;
  type: (column: Column, unitId: number, text: string) => void;
  fill: (column: Column, numbers: readonly Filling[]) => void;
  undo: () => void;
  drop: () => void;
  save: () => Promise<void>;
  settle: (mine: ReadonlySet<string> | null) => void;
}

const isClash = (error: ApiError): boolean => error.code === 'plans.clash';
const clashesOf = (error: ApiError): Clash[] =>
  (error.details as { clashes?: Clash[] } | undefined)?.clashes ?? [];

/** Typings on the device, with the newest at hand for whoever writes several in one go. */
function useTypings(view: CascadeView) {
  const drafted = useDrafted<{ typings: Typings }>(
    { typings: {} },
    `cascade.${view.unit.id}.${view.period.key}`,
  );
  const { typings } = drafted.values;
  const newest = useRef(typings);
  const [undos, setUndos] = useState<Typings[]>([]);
  const put = (next: Typings) => {
    newest.current = next;
    drafted.set('typings', next);
    if (Object.keys(next).length === 0) drafted.forget();
  };
  const many = (next: Typings) => {
    setUndos((held) => [...held.slice(-9), newest.current]);
    put(next);
  };
  const undo = () => {
    const last = undos.at(-1);
    if (!last) return;
    setUndos((held) => held.slice(0, -1));
    put(last);
  };
  // What was saved is not taken back by going back to what was typed before.
  const forgetUndos = () => setUndos([]);
  const { draftFrom: keptFrom } = drafted;
  return { typings, newest, put, many, undo, forgetUndos, canUndo: undos.length > 0, keptFrom };
}

export function useEditor(view: CascadeView): Editor {
  const kept = useTypings(view);
  const { newest, put, many } = kept;
  const saving = useSaving(view, kept);
  const type = (column: Column, unitId: number, text: string) => {
    const row = view.rows.find((one) => one.unitId === unitId);
    if (row) put(typed(newest.current, keyOf(unitId, column), { cell: cellAt(row, column), text }));
  };
  return {
    view,
    typings: kept.typings,
    keptFrom: kept.keptFrom,
    canUndo: kept.canUndo,
    undo: kept.undo,
    ...saving,
    type,
    fill: (column, numbers) => many(filled(view, newest.current, { column, numbers })),
    drop: () => many({}),
  };
}

function useSaving(view: CascadeView, { newest, put, forgetUndos }: ReturnType<typeof useTypings>) {
  const t = useWords(words);
  const toast = useToast();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [clashes, setClashes] = useState<Clash[] | null>(null);
  const running = useRef(false);
  const attempt = useRef({ body: '', id: '' });

  /** The same numbers sent again are the same write. */
  const post = (lines: Sent[]) => {
    const body = JSON.stringify(lines);
    if (attempt.current.body !== body) attempt.current = { body, id: newId() };
    const sent = { clientId: attempt.current.id, period: view.period.key, lines };
    return persist(() => send('POST', `/plans/${view.unit.id}/cascade/draft`, sent));
  };
  const save = async () => {
    const { lines, texts, problems } = savingOf(view, newest.current);
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    try {
      if (lines.length > 0) await post(lines);
      attempt.current = { body: '', id: '' };
      // The answer first, so that no cell shows its old number in between.
      await refresh('/plans');
      put(without(newest.current, texts));
      forgetUndos();
      if (lines.length > 0) toast(t('save.saved', { count: lines.length }));
      if (problems[0]) focusOn(problems[0].key);
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      if (isClash(thrown)) {
        await refresh('/plans');
        setClashes(clashesOf(thrown));
      } else setError(thrown);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  const settle = (mine: ReadonlySet<string> | null) => {
    if (mine && clashes) put(settled(newest.current, clashes, mine));
    setClashes(null);
    if (mine) void save();
  };
  return { busy, error, clashes, save, settle };
}

export const inputId = (key: string): string => `cell-${key.replaceAll('/', '-')}`;
const focusOn = (key: string): void => document.getElementById(inputId(key))?.focus();
