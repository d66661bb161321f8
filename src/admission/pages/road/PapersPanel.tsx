// The papers of the dossier: held, missing, where kept; all are updated in one form.
import { Button } from '@mantine/core';
import { formatDay } from '../../../platform/day.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { DossierView, PaperView } from '../../../road/view.ts';
import type { Book } from '../../../road/pages/book.ts';
import { words } from '../words.ts';
import type { Open } from './opening.ts';
import css from './road.module.css';

interface PapersPanelProps {
  dossier: DossierView;
  book: Book;
  open: Open;
}

export function PapersPanel({ dossier, book, open }: PapersPanelProps) {
  const t = useWords(words);
  // Before the dossier is permitted nobody asks for papers: what is known already is shown.
  const papers = dossier.papers.filter(({ state }) => state !== 'unknown' || dossier.phase !== 'source');
  if (papers.length === 0) return null;
  const count = (state: PaperView['state']) => papers.filter((paper) => paper.state === state).length;
  const editing = dossier.next.find((one) => (one.mine || one.onBehalf) && asksPapers(book, one.step));
  return (
    <Panel
      title={t('papers.title')}
      second={t('papers.second', { have: count('have'), missing: count('missing') })}
      action={
        editing && (
          <Button variant="default" onClick={() => open(editing.step)}>
            {t('papers.edit')}
          </Button>
        )
      }
    >
      <ul className={css.list}>
        {papers.map((paper) => (
          <PaperLine key={paper.id} paper={paper} />
        ))}
      </ul>
    </Panel>
  );
}

const asksPapers = (book: Book, step: string) =>
  book.stepOf(step)?.inputs.some((input) => input.kind === 'papers') ?? false;

const tones = { have: 'done', missing: 'act', not_needed: 'ended', unknown: 'plain' } as const;

function PaperLine({ paper }: { paper: PaperView }) {
  const t = useWords(words);
  const tell = useTell();
  const about = [
    paper.on && formatDay(paper.on),
    paper.keptAt,
    paper.form && t('papers.form', { form: paper.form }),
    paper.needed === 'if_any' && t('papers.if_any'),
  ];
  return (
    <li className={css.row}>
      <div>
        <p>{tell(paper.label)}</p>
        <p className={css.quiet}>{about.filter(Boolean).join(' · ')}</p>
      </div>
      <StatusMark tone={tones[paper.state]}>{t(`papers.${paper.state}`)}</StatusMark>
    </li>
  );
}
