// The unit's own number for each figure shown: what the sums below are held against, and where it came from.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import { useWords } from '../../ui/i18n.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { sayCount } from '../../plans/amount.ts';
import type { CascadeView, OwnView } from '../view.ts';
import css from './cascade.module.css';
import { columnOf, ownOf } from './editor.ts';
import { OwnDialog } from './OwnDialog.tsx';
import { type Say, sayHeld, useColumnName } from './words-of.ts';
import { words } from './words.ts';

interface OwnPartProps {
  view: CascadeView;
  columns: string[];
}

export function OwnPart({ view, columns }: OwnPartProps) {
  const t = useWords(words);
  const nameOf = useColumnName();
  const [entering, setEntering] = useState<string | null>(null);
  return (
    <Panel title={t('own.title')} second={view.rows.length > 0 && t('own.second')}>
      <dl className={css.own}>
        {columns.map((id) => {
          const own = ownOf(view, columnOf(id));
          const label = enterLabel(view, own, t);
          return (
            <div key={id}>
              <dt>{nameOf(id)}</dt>
              <dd>
                <span className={css.large}>
                  {sayHeld(own?.assigned ?? own?.expected ?? null) || t('own.none')}
                </span>
                <span className={css.second}>{aboutOwn(own, t).join(' · ')}</span>
                {label && (
                  <Button variant="default" size="compact-md" onClick={() => setEntering(id)}>
                    {label}
                  </Button>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {entering && <OwnDialog view={view} column={entering} close={() => setEntering(null)} />}
    </Panel>
  );
}

/** A unit without a superior in Nguồn enters what it was given; others what they expect until it is given. */
function enterLabel({ can, plan }: CascadeView, own: OwnView | undefined, t: Say): string | null {
  if (can.includes('given_outside')) return t('own.enter_given');
  const open = plan?.state !== 'approved';
  return can.includes('assign') && !own?.assigned && open ? t('own.enter_expected') : null;
}

function aboutOwn(own: OwnView | undefined, t: Say): string[] {
  if (!own) return [];
  const { registered, aim, last } = own;
  return [
    originOf(own, t),
    registered && t('own.registered', { number: sayHeld(registered) }),
    aim && t('own.aim', { number: sayHeld(aim) }),
    last?.target && t('own.last_of', { done: sayCount(last.done), target: sayHeld(last.target) }),
    last && !last.target && last.done.value > 0 && t('own.last', { done: sayCount(last.done) }),
  ].filter((part) => typeof part === 'string');
}

function originOf({ assigned, since, given, expected }: OwnView, t: Say): string | null {
  const day = formatDay(since ?? '');
  if (assigned) return t(given === 'outside' ? 'own.outside' : 'own.above', { day });
  return expected && t('own.expected');
}
