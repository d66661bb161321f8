// The question about a rule: which, what value instead, from which day, for whom.
import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { choicesOf, type Parameter, type Regulations, type Resolved } from '../../../rules/index.ts';
import { useAddress } from '../../../ui/address.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { useLanguage, useTell, useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { groupOf, groups, otherGroup } from '../../saying/groups.ts';
import { knowingOf } from '../../saying/known.ts';
import { sayerOf } from '../../saying/value.ts';
import type { Spot } from '../spot.ts';
import { draftWords } from '../words/draft-words.ts';
import { whatIfWords } from '../words/what-if-words.ts';
import { askedIn } from './asked.ts';
import css from './draft.module.css';
import { codesOf, typedFrom, valueOf } from './typed.ts';
import { ValueField } from './ValueField.tsx';

interface QuestionProps {
  law: Regulations;
  spot: Spot | null;
}

export function RuleQuestion({ law, spot }: QuestionProps) {
  const t = useWords(whatIfWords);
  const tell = useTell();
  const { words, set } = useAddress();
  const parameter = law.parameters.find(({ id }) => id === words.rule);
  const choices = [...groups, otherGroup]
    .map(({ id, label }) => ({
      group: tell(label),
      items: law.parameters
        .filter((one) => groupOf(one.id) === id)
        .map((one) => ({ value: one.id, label: tell(one.label) })),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <>
      <NativeSelect
        label={t('what.which')}
        value={words.rule ?? ''}
        onChange={(event) => set({ rule: event.currentTarget.value || null, value: null })}
        data={[{ value: '', label: t('what.choose') }, ...choices]}
      />
      {parameter && <Value law={law} parameter={parameter} spot={spot} />}
    </>
  );
}

type ValueProps = QuestionProps & { parameter: Parameter };

/** What is typed so far, beginning with what the address asks or what holds. */
function useTyped(parameter: Parameter, resolved: Resolved) {
  const { words } = useAddress();
  const today = useToday();
  const codes = codesOf(parameter);
  const [typed, setTyped] = useState(() => {
    const asked = askedIn(words);
    const first = asked && 'parameter' in asked ? asked.value : resolved.value;
    return typedFrom(parameter, first, codes, choicesOf(resolved));
  });
  const [from, setFrom] = useState(words.from ?? today);
  const [at, setAt] = useState(words.at ?? '');
  return { codes, typed, setTyped, from, setFrom, at, setAt };
}

function Value({ law, parameter, spot }: ValueProps) {
  const t = useWords(whatIfWords);
  const td = useWords(draftWords);
  const { language } = useLanguage();
  const { set } = useAddress();
  const sayer = sayerOf(law, language);
  const resolved = law.inForce(useToday(), spot).value(parameter.id);
  const { codes, typed, setTyped, from, setFrom, at, setAt } = useTyped(parameter, resolved);
  const [tried, setTried] = useState(false);
  const value = valueOf(parameter, typed, choicesOf(resolved));
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (value !== null && from)
      set({ value: JSON.stringify(value), from, at: at || null }, { replace: false });
  };
  const units = [{ value: '', label: t('what.all') }];
  if (spot) units.push({ value: String(spot.id), label: spot.name });
  return (
    <form className={css.fields} onSubmit={ask} noValidate>
      <p className={css.holds}>
        {knowingOf(resolved) === 'unsaid'
          ? t('what.unsaid')
          : t('what.holds', {
              value: sayer.value(parameter, resolved.value) || sayer.words('value.unknown'),
            })}
      </p>
      <ValueField
        id="what-value"
        name="value"
        parameter={parameter}
        readings={choicesOf(resolved)}
        codes={codes}
        sayer={sayer}
        value={typed}
        onChange={setTyped}
        error={tried && value === null ? td('form.value_needed') : undefined}
      />
      <DayField
        label={t('what.from')}
        description={t('what.from_text')}
        value={from}
        onChange={setFrom}
        required
        error={tried && !from ? t('what.day_needed') : undefined}
      />
      <NativeSelect
        label={t('what.everywhere')}
        value={at}
        onChange={(event) => setAt(event.currentTarget.value)}
        data={units}
      />
      <div>
        <Button type="submit">{t('what.look')}</Button>
      </div>
    </form>
  );
}
