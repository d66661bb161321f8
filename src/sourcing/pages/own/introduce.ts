// The short form of an introduction: what is asked, what is sent, and how it waits on a telephone without a line.
import { type RefObject, useRef } from 'react';
import { useBook } from '../../../road/pages/book.ts';
import type { DossierView } from '../../../road/view.ts';
import { useAddress } from '../../../ui/address.tsx';
import { useForm } from '../../../ui/form.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { type Posted, useOutbox } from '../../../ui/outbox.ts';
import { useRead } from '../../../ui/query.tsx';
import { useOffice, useSession, useToday } from '../../../ui/session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { GoesOn } from '../../../admission/pages/nominate.ts';
import { words } from '../words.ts';

export const nominationPost = 'nomination';
export const draft = 'nominate.short';

export interface Typed {
  fullName: string;
  bornYear: string;
  unitId: string;
  proposerKind: string;
  source: string;
  told: boolean;
  toldOn: string;
  note: string;
}
export interface Context {
  isMass: boolean;
  personId: string | null;
  today: string;
  onlyCell: string;
  withNote: boolean;
}

/** What leaves the device: of somebody not yet told no more than name, year and who introduces. */
export function bodyOf(typed: Typed, context: Context, goesOn: GoesOn) {
  const { today, onlyCell } = context;
  return {
    ...goesOn,
    ...(goesOn.personId ? {} : { person: personOf(typed) }),
    unitId: Number(onlyCell || typed.unitId),
    happenedOn: today,
    inputs: { ...proposerOf(typed, context), ...toldOf(typed, context), ...restOf(typed, context) },
  };
}

const personOf = ({ fullName, bornYear }: Typed) => ({
  fullName: fullName.trim(),
  ...(bornYear ? { bornOn: bornYear } : {}),
});
const proposerOf = ({ proposerKind }: Typed, { isMass, personId }: Context) =>
  isMass ? { proposerKind } : { proposerKind: 'member', ...(personId ? { proposer: personId } : {}) };
const toldOf = ({ told, toldOn }: Typed, { personId }: Context) =>
  told && toldOn ? { agreed: true, informedOn: toldOn, ...(personId ? { informedBy: personId } : {}) } : {};
const restOf = ({ source, note, told }: Typed, { withNote }: Context) => ({
  ...(source ? { source } : {}),
  ...(told && withNote && note.trim() ? { note: note.trim() } : {}),
});

interface Cell {
  id: number;
  name: string;
}

export function useIntroduce(goesOn: RefObject<GoesOn>) {
  const t = useWords(words);
  const cells = useRead<{ items: Cell[] }>('/dossiers/cells', { keep: true, carry: true }).data?.items ?? [];
  const context = useContextOf(cells);
  const sent = useSent();
  const about = useRef<Typed | null>(null);
  const outbox = useOutbox<Typed, DossierView>({
    kind: nominationPost,
    to: '/dossiers',
    body: (typed) => bodyOf(typed, context, goesOn.current),
    title: ({ fullName }) => t('own.post', { name: fullName.trim() }),
    refresh: ['/nominations', '/dossiers'],
    reopen: () => ({ href: '/nominate?new=1', draft }),
  });
  const form = useForm<Typed, Posted<DossierView>>({
    initial: {
      fullName: '',
      bornYear: '',
      unitId: '',
      proposerKind: '',
      source: '',
      told: false,
      toldOn: context.today,
      note: '',
    },
    draft,
    check: (typed) => ({
      fullName: typed.fullName.trim().includes(' ') ? null : t('own.name_needed'),
      bornYear: typed.bornYear === '' || /^(19|20)\d\d$/.test(typed.bornYear) ? null : t('own.born_bad'),
      unitId: context.onlyCell || typed.unitId ? null : t('own.cell_needed'),
      proposerKind: !context.isMass || typed.proposerKind ? null : t('own.as_needed'),
    }),
    send: (typed, clientId) => {
      about.current = typed;
      return outbox.post(typed, clientId);
    },
    refresh: ['/nominations'],
    done: (posted) => sent(posted, about.current?.fullName.trim() ?? '', Boolean(goesOn.current.personId)),
  });
  return { form, cells, context };
}

function useContextOf(cells: readonly Cell[]): Context {
  const { account, profile } = useSession();
  const today = useToday();
  const isMass = useOffice()?.kind === 'mass_officer';
  return {
    isMass,
    personId: account?.personId ?? null,
    today,
    onlyCell: cells.length === 1 ? String(cells[0]?.id) : '',
    withNote: profile !== 'B',
  };
}

function useSent() {
  const t = useWords(words);
  const toast = useToast();
  const { set } = useAddress();
  return (posted: Posted<DossierView>, name: string, known: boolean) => {
    toast(t(posted.kept ? 'own.kept' : known ? 'own.again' : 'own.sent', { name }));
    set({ new: null });
  };
}

/** For whom a mass organisation may speak, and the groups a person may belong to, in words. */
export function useChoices() {
  const tell = useTell();
  const book = useBook();
  const kinds = book?.stepOf('nominate')?.inputs.find(({ id }) => id === 'proposerKind')?.choices ?? [];
  const sources = book?.catalogue('candidate_source') ?? [];
  const named = ({ code, label }: (typeof sources)[number]) => ({ value: code, label: tell(label) });
  return { kinds: kinds.filter(({ code }) => code !== 'member').map(named), sources: sources.map(named) };
}
