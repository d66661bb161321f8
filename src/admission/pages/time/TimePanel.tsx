// “Dòng thời gian”: what was recorded, the clocks that run and the law of each, today, what comes next, and the earliest
// day of the goal. Drawn where there is room, a table one press away, one thing under another on a phone.
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useNarrow } from '../../../ui/narrow.ts';
import { Panel } from '../../../ui/show/Panel.tsx';
import type { DossierView } from '../../../road/view.ts';
import type { Open } from '../road/opening.ts';
import type { Speech } from '../../../road/pages/verdict/read.ts';
import { useSpeech } from '../../../road/pages/verdict/VerdictView.tsx';
import { Band } from './Band.tsx';
import { Extend } from './ClockRow.tsx';
import { EndedClocks } from './EndedClocks.tsx';
import { EntriesList, EntriesTable } from './Entries.tsx';
import { entriesOf } from './entries.ts';
import { partsOf, type TimeParts } from './parts.ts';
import { Reach } from './Reach.tsx';
import { nameOf } from './said.ts';
import css from './time.module.css';
import { timeWords as words } from './words.ts';

interface TimePanelProps {
  dossier: DossierView;
  open: Open;
}

export function TimePanel({ dossier, open }: TimePanelProps) {
  const speech = useSpeech();
  return speech && <Drawn dossier={dossier} open={open} speech={speech} />;
}

function Drawn({ dossier, open, speech }: TimePanelProps & { speech: Speech }) {
  const { tell, book } = speech;
  const { place, narrow } = useNarrow<HTMLDivElement>();
  const [asTable, setAsTable] = useState(false);
  const parts = useMemo(() => partsOf(dossier, book), [dossier, book]);
  const toggle = !narrow && (
    <Button variant="default" onClick={() => setAsTable(!asTable)}>
      {tell(words[asTable ? 'time.as_band' : 'time.as_table'])}
    </Button>
  );
  const shown = { dossier, parts, speech, open };
  return (
    <div ref={place}>
      <Panel title={tell(words['time.title'])} second={tell(words['time.second'])} action={toggle}>
        {dossier.ahead && <Reach ahead={dossier.ahead} today={dossier.today} speech={speech} />}
        {narrow || asTable ? <InWords {...shown} narrow={narrow} /> : <Band {...shown} />}
        <EndedClocks clocks={parts.ended} speech={speech} />
      </Panel>
    </div>
  );
}

interface InWordsProps extends TimePanelProps {
  parts: TimeParts;
  speech: Speech;
  narrow: boolean;
}

function InWords({ dossier, parts, speech, open, narrow }: InWordsProps) {
  const entries = entriesOf(dossier, parts, speech);
  return (
    <>
      {narrow ? <EntriesList entries={entries} /> : <EntriesTable entries={entries} />}
      <div className={css.extends}>
        {parts.running.map((clock) => (
          <Extend
            key={`${clock.id}${clock.startsOn}${clock.place}`}
            {...{ clock, dossier, speech, open }}
            name={nameOf(clock, speech)}
          />
        ))}
      </div>
    </>
  );
}
