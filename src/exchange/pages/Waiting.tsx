// Lines that resemble somebody already held: the evidence side by side, and the choice that only a person can make.
import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useRead } from '../../ui/query.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { KeyValue } from '../../ui/show/KeyValue.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import type { BatchAnswer, LineAnswer } from '../batch/answers.ts';
import { useCorrection } from './correction.ts';
import css from './imports.module.css';
import { lineKey } from './Lines.tsx';
import { Pager } from './Pager.tsx';
import { words } from './words.ts';

type Picks = Record<string, string>;
type Alike = LineAnswer['alike'][number];

export function Waiting({ batch }: { batch: BatchAnswer }) {
  const t = useWords(words);
  const [from, setFrom] = useState(0);
  const [picks, setPicks] = useState<Picks>({});
  const params = { action: 'ask', linesFrom: from || null };
  const query = useRead<BatchAnswer>(`/imports/${batch.id}`, { params, keep: true });
  return (
    <Loaded of={query} rows={8}>
      {({ preview }) =>
        preview && preview.lines.length > 0 ? (
          <>
            <p className={css.way_in}>{t('ask.way')}</p>
            <ForAll lines={preview.lines} pick={(more) => setPicks({ ...picks, ...more })} />
            <ul className={css.waiting}>
              {preview.lines.map((line) => (
                <WaitingLine
                  key={lineKey(line)}
                  line={line}
                  pick={picks[lineKey(line)] ?? ''}
                  onPick={(pick) => setPicks({ ...picks, [lineKey(line)]: pick })}
                />
              ))}
            </ul>
            <Pager from={from} shown={preview.lines.length} found={preview.linesFound} go={setFrom} />
            <Apply batch={batch} picks={picks} found={preview.linesFound} />
          </>
        ) : (
          <Empty title={t('ask.none')} />
        )
      }
    </Loaded>
  );
}

/** Where many wait, most are of one sort: the rest is then chosen one by one. */
function ForAll({ lines, pick }: { lines: LineAnswer[]; pick: (picks: Picks) => void }) {
  const t = useWords(words);
  if (lines.length < 2) return null;
  const same = lines.flatMap((line) => {
    const [only, ...others] = line.alike;
    return only && others.length === 0 ? [[lineKey(line), `same:${only.id}`] as const] : [];
  });
  const skip = lines.map((line) => [lineKey(line), 'skip'] as const);
  return (
    <div className={css.ways}>
      {same.length > 0 && (
        <Button variant="default" onClick={() => pick(Object.fromEntries(same))}>
          {t('ask.all_same')}
        </Button>
      )}
      <Button variant="default" onClick={() => pick(Object.fromEntries(skip))}>
        {t('ask.all_skip')}
      </Button>
    </div>
  );
}

interface WaitingLineProps {
  line: LineAnswer;
  pick: string;
  onPick: (pick: string) => void;
}

function WaitingLine({ line, pick, onPick }: WaitingLineProps) {
  const t = useWords(words);
  const unknown = '–';
  const nameOf = ({ name, bornOn, unit }: Alike) =>
    line.alike.length === 1
      ? t('ask.same', { name })
      : t('ask.same_full', { name, born: formatDay(bornOn) || unknown, unit: unit ?? unknown });
  return (
    <li className={css.line}>
      <p className={css.lineName}>
        <strong>{line.label}</strong>
        <span className={css.second}>{t('ask.place', { sheet: line.sheet, line: line.line })}</span>
      </p>
      <div className={css.beside}>
        <Side title={t('ask.in_file')} name={line.label} bornOn={line.bornOn} unit={line.unit} />
        {line.alike.map((one) => (
          <Side key={one.id} title={t('ask.held')} {...one} />
        ))}
      </div>
      <Radio.Group label={t('ask.choose')} value={pick} onChange={onPick}>
        <div className={css.choices}>
          {line.alike.map((one) => (
            <Radio key={one.id} value={`same:${one.id}`} label={nameOf(one)} />
          ))}
          <Radio value="new" label={t('ask.new')} />
          <Radio value="skip" label={t('ask.skip')} />
        </div>
      </Radio.Group>
    </li>
  );
}

type SideProps = { title: string } & Omit<Alike, 'id' | 'evidence'> & { evidence?: string[] };

function Side({ title, name, bornOn, unit, evidence }: SideProps) {
  const t = useWords(words);
  const tell = useTell();
  const proof = (code: string) => tell(proofs[code] ?? { vi: code, en: code });
  return (
    <div className={css.side}>
      <p className={css.sideTitle}>{title}</p>
      <KeyValue
        items={[
          { label: t('ask.name'), value: name },
          { label: t('ask.born'), value: formatDay(bornOn) },
          { label: t('ask.unit'), value: unit },
          ...(evidence ? [{ label: t('ask.evidence'), value: evidence.map(proof).join(' · ') }] : []),
        ]}
      />
    </div>
  );
}

const proofs: Record<string, { vi: string; en: string }> = Object.fromEntries(
  Object.entries(words).flatMap(([key, message]) =>
    key.startsWith('proof.') ? [[key.slice('proof.'.length), message]] : [],
  ),
);

function Apply({ batch, picks, found }: { batch: BatchAnswer; picks: Picks; found: number }) {
  const t = useWords(words);
  const tell = useTell();
  const correction = useCorrection(batch);
  const count = Object.keys(picks).length;
  return (
    <div className={`${css.apply} no-print`}>
      {correction.error && (
        <Notice tone="act" alert>
          {tell(correction.error.words)}
        </Notice>
      )}
      <p role="status">{found > count ? t('ask.rest', { count: found - count }) : t('ask.all_chosen')}</p>
      <Button
        variant="default"
        disabled={count === 0}
        loading={correction.busy}
        onClick={() => correction.run({ choices: picks })}
      >
        {count > 0 ? t('ask.apply', { count }) : t('ask.apply_none')}
      </Button>
    </div>
  );
}
