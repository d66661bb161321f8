// Groups put first for the year, here and above; whoever may, chooses those of this unit.
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../ui/act.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { Failure } from '../../../ui/show/Failure.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { SurveyAnswer } from '../../view.ts';
import css from '../sourcing.module.css';
import { words } from '../words.ts';
import { useGroups } from './groups.tsx';

export function Priorities({ answer }: { answer: SurveyAnswer }) {
  const t = useWords(words);
  const { nameOf } = useGroups();
  const [open, setOpen] = useState(false);
  const { priorities, year, can } = answer;
  const shown = priorities.map(({ unitName, groups }) =>
    t('priority.by', { unit: unitName, groups: groups.map(nameOf).join(', ') }),
  );
  return (
    <div className={css.bar}>
      <div>
        <span className={css.strong}>{t('priority.title', { year: String(year) })}</span>
        {shown.length === 0 && <span className={css.second}>{t('priority.none')}</span>}
        {shown.map((line) => (
          <span key={line} className={css.second}>
            {line}
          </span>
        ))}
      </div>
      {can.includes('prioritise') && (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('priority.choose')}
        </Button>
      )}
      {open && <Choose answer={answer} close={() => setOpen(false)} />}
    </div>
  );
}

function Choose({ answer, close }: { answer: SurveyAnswer; close: () => void }) {
  const t = useWords(words);
  const toast = useToast();
  const { codes, nameOf } = useGroups();
  const { unit, year, priorities } = answer;
  const [chosen, setChosen] = useState(priorities.find(({ unitId }) => unitId === unit.id)?.groups ?? []);
  const act = useAct<{ unitId: number; year: number; groups: string[] }>({
    to: '/surveys/priorities',
    refresh: ['/surveys'],
    done: () => {
      toast(t('priority.saved'));
      close();
    },
  });
  const turn = (code: string, on: boolean) =>
    setChosen((before) => (on ? [...before, code] : before.filter((one) => one !== code)));
  return (
    <Dialog onClose={close} title={`${t('priority.title', { year: String(year) })} – ${unit.name}`}>
      <p className={css.hint}>{t('priority.hint')}</p>
      {act.error && <Failure error={act.error} />}
      <div className={css.group}>
        {codes.map((code) => (
          <Checkbox
            key={code}
            label={nameOf(code)}
            checked={chosen.includes(code)}
            onChange={(event) => turn(code, event.currentTarget.checked)}
          />
        ))}
        <div>
          <Button loading={act.busy} onClick={() => act.run({ unitId: unit.id, year, groups: chosen })}>
            {t('priority.save')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
