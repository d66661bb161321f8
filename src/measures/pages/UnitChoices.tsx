// The units to be urged: those behind pace come chosen, in the order of the tree, with where they stand and when they
// were last urged. No order by number: who is behind most is not who is worst.
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import type { Suggested } from '../view.ts';
import { sayFull } from '../../plans/pages/said.ts';
import { words as planWords } from '../../plans/pages/words.ts';
import css from './measure.module.css';
import { words } from './words.ts';

interface UnitChoicesProps {
  id: string;
  items: readonly Suggested[];
  chosen: readonly number[];
  error: string | undefined;
  choose: (to: number[]) => void;
}

/** More than this nobody reads in a dialog: the level below is urged from its own page. */
const mostShown = 200;

export function UnitChoices({ id, items, chosen, error, choose }: UnitChoicesProps) {
  const t = useWords(words);
  const [deep, setDeep] = useState(false);
  const [all, setAll] = useState(false);
  const offered = items.filter(
    ({ unitId, near, behind }) => chosen.includes(unitId) || ((deep || near) && (all || behind)),
  );
  const set = new Set(chosen);
  const toggle = (unitId: number, on: boolean) =>
    choose(on ? [...chosen, unitId] : chosen.filter((one) => one !== unitId));
  const errorId = `${id}-error`;
  return (
    <fieldset id={id} className={css.field} tabIndex={-1} aria-describedby={error ? errorId : undefined}>
      <legend>{t('urge.units')}</legend>
      <p className={css.second}>{t('urge.units_hint')}</p>
      <div className={css.bar}>
        {items.some(({ near }) => !near) && (
          <Checkbox
            label={t('urge.all_levels')}
            checked={deep}
            onChange={(e) => setDeep(e.currentTarget.checked)}
          />
        )}
        <Checkbox
          label={t('urge.all_units')}
          checked={all}
          onChange={(e) => setAll(e.currentTarget.checked)}
        />
      </div>
      {offered.length === 0 && <p className={css.nothing}>{t('urge.none_behind')}</p>}
      {offered.length > 0 && (
        <div className={css.choices}>
          {offered.slice(0, mostShown).map((item) => (
            <Choice key={item.unitId} item={item} chosen={set.has(item.unitId)} toggle={toggle} />
          ))}
        </div>
      )}
      {offered.length > mostShown && (
        <p className={css.second}>{t('urge.shown_of', { shown: mostShown, count: offered.length })}</p>
      )}
      <p aria-live="polite">{t('urge.chosen', { count: chosen.length })}</p>
      {error && (
        <p id={errorId} className={css.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  item: Suggested;
  chosen: boolean;
  toggle: (unitId: number, on: boolean) => void;
}

function Choice({ item, chosen, toggle }: ChoiceProps) {
  const t = useWords(words);
  const say = useWords(planWords);
  const { language } = useLanguage();
  const facts = [
    sayFull(item, say, language),
    item.lastUrgedOn && t('urge.last', { day: formatDay(item.lastUrgedOn) }),
    item.nobody && t('urge.no_office'),
  ].filter(Boolean);
  return (
    <Checkbox
      label={item.name}
      description={facts.join(' · ')}
      checked={chosen}
      onChange={(event) => toggle(item.unitId, event.currentTarget.checked)}
    />
  );
}
