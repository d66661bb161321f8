// Lines of persons – relation, name, birth – that grow and shrink; for a request, and for the list of relatives.
import { Button, Fieldset, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { DayField } from '../../../ui/field/DayField.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { relations } from '../../kin.ts';
import css from '../verification.module.css';
import { words } from '../words.ts';

export interface PersonLine {
  id: string;
  relation: string;
  fullName: string;
  bornOn: string;
}

interface PersonLinesProps<T extends PersonLine> {
  lines: T[];
  onChange: (lines: T[]) => void;
  fresh: () => T;
  /** further fields of a line */
  renderMore?: (line: T, change: (part: Partial<T>) => void) => ReactNode;
}

export function PersonLines<T extends PersonLine>({
  lines,
  onChange,
  fresh,
  renderMore,
}: PersonLinesProps<T>) {
  const t = useWords(words);
  const changeAt = (at: number) => (part: Partial<T>) =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  return (
    <div className={css.people}>
      {lines.map((line, at) => (
        <Fieldset
          key={line.id}
          className={css.person}
          legend={t('send.line', { number: at + 1 })}
          variant="unstyled"
        >
          <Line line={line} change={changeAt(at) as (part: Partial<PersonLine>) => void} />
          {renderMore?.(line, changeAt(at))}
          <div>
            <Button variant="default" onClick={() => onChange(lines.filter((one) => one !== line))}>
              {t('send.drop', { number: at + 1 })}
            </Button>
          </div>
        </Fieldset>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onChange([...lines, fresh()])}
        >
          {t('send.add')}
        </Button>
      </div>
    </div>
  );
}

function Line({ line, change }: { line: PersonLine; change: (part: Partial<PersonLine>) => void }) {
  const t = useWords(words);
  const today = useToday();
  return (
    <div className={css.pair}>
      <NativeSelect
        label={t('send.relation')}
        data={relations.map((value) => ({ value, label: t(`relation.${value}`) }))}
        value={line.relation}
        onChange={(event) => change({ relation: event.currentTarget.value })}
      />
      <TextInput
        label={t('send.name')}
        required
        maxLength={80}
        autoComplete="off"
        value={line.fullName}
        onChange={(event) => change({ fullName: event.currentTarget.value })}
      />
      <DayField
        label={t('send.born')}
        precision="year"
        max={today}
        value={line.bornOn}
        onChange={(bornOn) => change({ bornOn })}
      />
    </div>
  );
}
