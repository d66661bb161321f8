// The people around the road: who proposed, who told the person, helpers now and before, introducers.
import { formatDay } from '../../../platform/day.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { KeyValue } from '../../../ui/show/KeyValue.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { firstStep } from '../../../road/road.ts';
import type { DossierView, IntroductionView } from '../../../road/view.ts';
import type { Book } from '../../../road/pages/book.ts';
import { followWords } from '../follow/words.ts';
import { words } from '../words.ts';

export function PeoplePanel({ dossier, book }: { dossier: DossierView; book: Book }) {
  const t = useWords(words);
  const { helper, helpers, introducers } = dossier;
  const present = helpers.findLast(({ personId, toOn }) => personId === helper?.personId && toOn === null);
  const before = helpers.filter((one) => one !== present);
  const items = [
    { label: t('people.proposer'), value: useProposer(dossier, book) },
    { label: t('people.informed'), value: useInformed(dossier) },
    {
      label: t('people.helper'),
      value: helper?.name,
      second: present?.fromOn ? t('people.since', { from: formatDay(present.fromOn) }) : null,
    },
    ...(before.length > 0
      ? [
          {
            label: t('people.before'),
            value: before
              .map((one) => `${one.name ?? ''} (${formatDay(one.fromOn)} – ${formatDay(one.toOn)})`)
              .join('; '),
          },
        ]
      : []),
    ...(introducers.length > 0
      ? [{ label: t('people.introducers'), value: introducers.map(({ name }) => name).join(', ') }]
      : []),
    ...useIntroductions(dossier, book),
    ...useCells(dossier),
  ];
  return (
    <Panel title={t('people.title')}>
      <KeyValue items={items} />
    </Panel>
  );
}

/** Who spoke for the person since the nomination: an opinion, or the introduction of the Charter. */
function useIntroductions({ introductions }: DossierView, book: Book) {
  const t = useWords(followWords);
  const tell = useTell();
  const kinds = book.factOf(`${firstStep}.proposerKind`)?.codes ?? [];
  const nameOf = ({ proposerKind, proposer, unit, on }: IntroductionView) => {
    const kind = kinds.find(({ code }) => code === proposerKind)?.label;
    return [unit ?? (kind && tell(kind)), proposer, formatDay(on)].filter(Boolean).join(' · ');
  };
  return (['discovery', 'charter'] as const).flatMap((kind) => {
    // The first is the nomination, which stands above.
    const own = introductions.slice(1).filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    const label = t(kind === 'charter' ? 'people.charter' : 'people.opinion');
    return [{ label, value: <Lines lines={own.map(nameOf)} /> }];
  });
}

const Lines = ({ lines }: { lines: string[] }) => (
  <>
    {lines.map((line) => (
      <div key={line}>{line}</div>
    ))}
  </>
);

/** Cells that had the case before. */
function useCells({ handovers }: DossierView) {
  const t = useWords(followWords);
  if (handovers.length === 0) return [];
  const lines = handovers.map(({ from, on }) => t('people.until', { cell: from, day: formatDay(on) }));
  return [{ label: t('people.cells'), value: <Lines lines={lines} /> }];
}

function useProposer({ proposer }: DossierView, book: Book): string | null {
  const tell = useTell();
  if (!proposer) return null;
  const kinds = book.factOf(`${firstStep}.proposerKind`)?.codes ?? [];
  const kind = kinds.find(({ code }) => code === proposer.kind)?.label;
  return [kind && tell(kind), proposer.name].filter(Boolean).join(' · ') || null;
}

function useInformed({ informed }: DossierView): string | null {
  const t = useWords(words);
  if (!informed) return null;
  const agreed = t(informed.agreed ? 'people.agreed' : 'people.not_agreed');
  return [formatDay(informed.on), informed.by, agreed].filter(Boolean).join(' · ');
}
