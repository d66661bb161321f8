// The way from a line of the work list: it names the round, and the round says form, period and closing day.
import { Loaded } from '../../../ui/Loaded.tsx';
import { useRead } from '../../../ui/query.tsx';
import type { RoundView } from '../../view.ts';
import type { Asked } from '../DraftPage.tsx';

interface ByRoundProps {
  unit: string;
  round: string;
  children: (asked: Asked) => React.ReactNode;
}

export function ByRound({ unit, round, children }: ByRoundProps) {
  const query = useRead<RoundView>(`/reports/rounds/${round}`, {});
  return (
    <Loaded of={query} rows={14}>
      {({ form, period, closesOn }) => children({ unit, form: form.id, period, closesOn, round })}
    </Loaded>
  );
}
