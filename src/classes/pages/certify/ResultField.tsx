// The mark of one paper, written as soon as it is chosen.
import { NativeSelect } from '@mantine/core';
import { useAct } from '../../../ui/act.ts';
import { useWords } from '../../../ui/i18n.tsx';
import type { PersonRow } from '../../view.ts';
import { results } from '../../class.ts';
import { Failed } from '../people/Outcome.tsx';
import { words } from '../words.ts';

export function ResultField({ id, person }: { id: string; person: PersonRow }) {
  const t = useWords(words);
  const { dossierId, fullName, result } = person;
  const mark = useAct<{ results: { dossierId: string; result: string | null }[] }>({
    to: `/classes/${id}/results`,
    refresh: [`/classes/${id}`],
  });
  return (
    <>
      <NativeSelect
        aria-label={t('certify.result', { name: fullName })}
        value={result ?? ''}
        disabled={mark.busy}
        onChange={(event) =>
          mark.run({ results: [{ dossierId, result: event.currentTarget.value || null }] })
        }
        data={[
          { value: '', label: t('result.none') },
          ...results.map((value) => ({ value, label: t(`result.${value}`) })),
        ]}
      />
      <Failed error={mark.error} />
    </>
  );
}
