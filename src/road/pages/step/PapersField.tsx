// The papers of the dossier, all in one form: held, missing or not needed; its day; where the paper is kept.
import { Fieldset, Radio, TextInput } from '@mantine/core';
import type { PaperView } from '../../view.ts';
import { DayField } from '../../../ui/field/DayField.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { paperWords } from './words.ts';
import type { FieldProps } from './asked.ts';
import type { PaperRow, PaperState } from './kinds.ts';
import css from './step.module.css';

const states = ['have', 'missing', 'not_needed'] as const;

export function PapersField({ id, name, label, error, value, onChange, asked }: FieldProps<PaperRow[]>) {
  const papers = asked.dossier?.papers ?? [];
  const change = (row: PaperRow) => onChange(value.map((one) => (one.id === row.id ? row : one)));
  return (
    <Fieldset className={css.group} legend={label} variant="unstyled">
      {error && <p className={css.error}>{error}</p>}
      {value.map((row, index) => {
        const paper = papers.find((one) => one.id === row.id);
        const own = { id: index === 0 ? id : `${id}-${row.id}`, name: `${name}.${row.id}` };
        return paper && <PaperLine key={row.id} {...own} paper={paper} row={row} change={change} />;
      })}
    </Fieldset>
  );
}

interface PaperLineProps {
  id: string;
  name: string;
  paper: PaperView;
  row: PaperRow;
  change: (row: PaperRow) => void;
}

function PaperLine({ id, name, paper, row, change }: PaperLineProps) {
  const t = useWords(paperWords);
  const tell = useTell();
  const today = useToday();
  return (
    <Fieldset
      className={css.paper}
      variant="unstyled"
      legend={<PaperName paper={paper} label={tell(paper.label)} />}
    >
      <div className={css.paperRow}>
        <div className={css.states}>
          {states
            .filter((state) => state !== 'not_needed' || paper.needed === 'if_any')
            .map((state, index) => (
              <Radio
                key={state}
                id={index === 0 ? id : `${id}-${state}`}
                name={name}
                value={state}
                label={t(`papers.${state}`)}
                checked={row.state === state}
                onChange={() => change({ ...row, state: state satisfies PaperState })}
              />
            ))}
        </div>
        {row.state === 'have' && (
          <>
            <DayField
              id={`${id}-on`}
              label={t('papers.on')}
              description=""
              precision="month"
              max={today}
              value={row.on}
              onChange={(on) => change({ ...row, on })}
            />
            <TextInput
              id={`${id}-kept`}
              label={t('papers.kept')}
              maxLength={200}
              value={row.keptAt}
              onChange={(event) => change({ ...row, keptAt: event.currentTarget.value })}
            />
          </>
        )}
      </div>
    </Fieldset>
  );
}

function PaperName({ paper, label }: { paper: PaperView; label: string }) {
  const t = useWords(paperWords);
  const marks = [
    paper.form && t('papers.form', { form: paper.form }),
    paper.needed === 'if_any' && t('papers.if_any'),
  ];
  return (
    <>
      {label} <span className={css.quiet}>{marks.filter(Boolean).join(' · ')}</span>
    </>
  );
}
