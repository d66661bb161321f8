// The button at the foot of a list whose rows are chosen: one act for all of them – asked once, looked at, then written.
import { Button, NativeSelect, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../../ui/Dialog.tsx';
import { newId } from '../../../ui/ids.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useOffice, useToday } from '../../../ui/session.tsx';
import { Empty } from '../../../ui/show/Empty.tsx';
import { Waiting } from '../../../ui/show/Waiting.tsx';
import type { Step } from '../../../rules/procedure.ts';
import { useBook } from '../../../road/pages/book.ts';
import type { BulkDone, BulkItem, BulkPreview, BulkPreviewBody } from '../../../road/bulk-view.ts';
import { type BulkRow, offeredSteps, pickStep, wantsConsent } from './bulk.ts';
import { BulkForm } from './BulkForm.tsx';
import { BulkLook } from './BulkLook.tsx';
import { bulkWords } from './words.ts';

/** What was written together, until the reader has seen it or taken it back. */
export interface BulkResult {
  bulk: string;
  step: Step;
  done: string[];
  left: BulkItem[];
}
interface BulkActProps {
  rows: BulkRow[];
  /** the steps this list is about; every shared step when left out */
  only?: readonly string[];
  /** Written: the list clears its choice and shows `<BulkResultNotice>`. */
  onDone: (result: BulkResult) => void;
}

export function BulkAct({ rows, only, onDone }: BulkActProps) {
  const t = useWords(bulkWords);
  const [open, setOpen] = useState(false);
  const done = (result: BulkResult) => {
    setOpen(false);
    onDone(result);
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('bulk.open')}
      </Button>
      {open && (
        <Dialog onClose={() => setOpen(false)} title={t('bulk.title', { count: rows.length })} size="xl">
          <Choosing rows={rows} {...(only ? { only } : {})} close={() => setOpen(false)} onDone={done} />
        </Dialog>
      )}
    </>
  );
}

/** For `bulk` of a DataList: the choice is cleared once it is written. */
export const bulkActs =
  <R extends BulkRow>(onDone: (result: BulkResult) => void, only?: readonly string[]) =>
  (rows: R[], clear: () => void): ReactNode => {
    const done = (result: BulkResult) => {
      clear();
      onDone(result);
    };
    return <BulkAct rows={rows} onDone={done} {...(only ? { only } : {})} />;
  };

interface Looked {
  bulk: string;
  asked: BulkPreviewBody;
  items: BulkItem[];
}
interface ChoosingProps extends BulkActProps {
  close: () => void;
}

function Choosing({ rows, only, close, onDone }: ChoosingProps) {
  const book = useBook();
  const today = useToday();
  const office = useOffice()?.kind ?? null;
  const [chosen, setChosen] = useState('');
  if (!book) return <Waiting rows={4} />;
  const offered = offeredSteps(book.law, rows, { office, on: today, only });
  const step = pickStep(offered, chosen, only);
  return (
    <Stack gap="lg">
      <StepChoice offered={offered} rows={rows} value={step?.id ?? ''} onChange={setChosen} />
      {step && <Acting key={step.id} step={step} rows={rows} close={close} onDone={onDone} />}
    </Stack>
  );
}

interface ActingProps extends Pick<ChoosingProps, 'rows' | 'close' | 'onDone'> {
  step: Step;
}

/** Filled in, looked at, changed as often as needed, then written. */
function Acting({ step, rows, close, onDone }: ActingProps) {
  const [looked, setLooked] = useState<Looked | null>(null);
  const [consents, setConsents] = useState(false);
  const [changing, setChanging] = useState(true);
  const look = (asked: BulkPreviewBody, { items }: BulkPreview) => {
    setLooked({ bulk: newId(), asked, items });
    setConsents((before) => before || wantsConsent(items));
    setChanging(false);
  };
  const written = ({ bulk, items }: Looked, { done, left }: BulkDone) => {
    // Those that the preview already left out are told beside those that changed meanwhile.
    const before = items.filter(({ why }) => why !== null);
    onDone({ bulk, step, done, left: [...before, ...left] });
  };
  return (
    <>
      <div hidden={!changing}>
        <BulkForm step={step} rows={rows} consents={consents} close={close} onLook={look} />
      </div>
      {looked && !changing && (
        <BulkLook
          {...looked}
          chosen={rows.length}
          change={() => setChanging(true)}
          onWritten={(out) => written(looked, out)}
        />
      )}
    </>
  );
}

interface StepChoiceProps {
  offered: ReturnType<typeof offeredSteps>;
  rows: BulkRow[];
  value: string;
  onChange: (step: string) => void;
}

function StepChoice({ offered, rows, value, onChange }: StepChoiceProps) {
  const t = useWords(bulkWords);
  const tell = useTell();
  if (offered.length === 0) return <Empty title={t('bulk.none')} text={t('bulk.none_text')} />;
  const named = ({ step, count }: (typeof offered)[number]) => ({
    value: step.id,
    label: t('bulk.step_count', { step: tell(step.label), count, all: rows.length }),
  });
  return (
    <NativeSelect
      label={t('bulk.step')}
      description={t('bulk.step_hint')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: t('bulk.step_choose') }, ...offered.map(named)]}
      data-autofocus
    />
  );
}
