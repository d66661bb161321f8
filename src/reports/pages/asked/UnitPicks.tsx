// Which units are asked: those directly below come chosen; further levels only when they are wanted.
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../ui/i18n.tsx';
import css from '../reports.module.css';
import { words } from '../words.ts';

export interface Pick {
  id: number;
  name: string;
  near: boolean;
}
interface UnitPicksProps {
  id: string;
  units: readonly Pick[];
  chosen: readonly number[];
  error: string | undefined;
  /** the form is chosen, and with it who may be asked */
  ready: boolean;
  choose: (to: number[]) => void;
}

/** More than this nobody reads one by one. */
const mostShown = 300;

export function UnitPicks({ id, units, chosen, error, ready, choose }: UnitPicksProps) {
  const t = useWords(words);
  const [deep, setDeep] = useState(false);
  const set = new Set(chosen);
  const offered = units.filter(({ id: unit, near }) => near || deep || set.has(unit));
  const toggle = (unit: number, on: boolean) =>
    choose(on ? [...chosen, unit] : chosen.filter((one) => one !== unit));
  const errorId = `${id}-error`;
  return (
    <fieldset id={id} className={css.field} tabIndex={-1} aria-describedby={error ? errorId : undefined}>
      <legend>{t('ask.units')}</legend>
      {offered.length === 0 && (
        <p className={css.second}>{t(ready ? 'ask.units_empty' : 'ask.units_first')}</p>
      )}
      <div className={css.bar}>
        {units.some(({ near }) => !near) && (
          <Checkbox
            label={t('ask.units_deep')}
            checked={deep}
            onChange={(event) => setDeep(event.currentTarget.checked)}
          />
        )}
        {offered.length > 0 && (
          <>
            <Button variant="default" size="xs" onClick={() => choose(offered.map(({ id: unit }) => unit))}>
              {t('ask.units_all', { count: offered.length })}
            </Button>
            <Button variant="default" size="xs" onClick={() => choose([])}>
              {t('ask.units_none')}
            </Button>
          </>
        )}
      </div>
      {offered.length > 0 && (
        <div className={css.choices}>
          {offered.slice(0, mostShown).map(({ id: unit, name }) => (
            <Checkbox
              key={unit}
              label={name}
              checked={set.has(unit)}
              onChange={(event) => toggle(unit, event.currentTarget.checked)}
            />
          ))}
        </div>
      )}
      <p aria-live="polite">{t('ask.units_chosen', { count: chosen.length })}</p>
      {error && (
        <p id={errorId} className={css.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
