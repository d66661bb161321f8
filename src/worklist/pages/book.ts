// The regulations in the browser, for what the list itself does not bring along: the calendar of holidays and the
// form of a routine. Read once per answer of the server.
import { load, type Overlays, type RegulationFiles, type Regulations } from '../../rules/index.ts';
import { useRead } from '../../ui/query.tsx';

interface Answer {
  files: RegulationFiles;
  overlays?: Overlays;
}
const opened = new WeakMap<Answer, Regulations>();

function open(answer: Answer): Regulations {
  const known = opened.get(answer);
  if (known) return known;
  const regulations = load(answer.files, answer.overlays);
  opened.set(answer, regulations);
  return regulations;
}

/** null while they are on their way. */
export function useRegulations(): Regulations | null {
  const { data } = useRead<Answer>('/regulations', { staleTime: 60_000 });
  return data ? open(data) : null;
}
