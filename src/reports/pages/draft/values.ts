// What is typed while a report is made, and how it is sent: the words by their section, the signatory, and the
// difficulties that go upwards with it.
import { derivedId } from '../../../platform/ids.ts';
import { send } from '../../../ui/api.ts';
import type { Body, DifficultyBody, DraftView, SubmitBody, WordsPart } from '../../view.ts';

export interface Typed {
  /** by section */
  texts: Record<string, string>;
  /** sections sent upwards as difficulties, with their topic */
  raised: Record<string, DifficultyBody['topic']>;
  officeId: string;
  capacity: string;
  number: string;
  signedOn: string;
}

export const wordsParts = ({ parts }: Body): WordsPart[] => parts.filter((part) => part.kind === 'words');

/** Those in force on the day of signing. */
export const signersOn = ({ signers }: Pick<DraftView, 'signers'>, on: string): DraftView['signers'] =>
  signers.filter(({ from, to }) => from <= on && on <= to);

/** Today; of a unit whose offices have ended the last day on which somebody could sign. */
function firstDay({ signers }: DraftView, today: string): string {
  const days = signers.map(({ to }) => to).toSorted();
  return days.at(-1) ?? today;
}

export function firstValues(draft: DraftView, today: string): Typed {
  const { body, before, capacities } = draft;
  const sent = new Map(before.map(({ section, text }) => [section, text]));
  const signedOn = firstDay(draft, today);
  const signers = signersOn(draft, signedOn);
  const [signer] = signers;
  return {
    texts: Object.fromEntries(wordsParts(body).map(({ id, text }) => [id, sent.get(id) ?? text])),
    raised: {},
    // One who could sign is the one who does; of several somebody has to say who.
    officeId: signer && signers.length === 1 ? String(signer.officeId) : '',
    capacity: capacities[0] ?? '',
    number: '',
    signedOn,
  };
}

export const numbersIn = ({ parts }: Body): number =>
  parts.reduce(
    (sum, part) =>
      sum + (part.kind === 'table' ? part.rows.reduce((cells, row) => cells + row.cells.length, 0) : 0),
    0,
  );

/** The report first; each difficulty is a write of its own, made once however often the button is pressed. */
export async function submit(
  draft: DraftView,
  round: string | null,
  typed: Typed,
  clientId: string,
): Promise<{ id: string }> {
  const { body } = draft;
  const report: SubmitBody = {
    clientId,
    unitId: body.unit.id,
    form: body.form.id,
    period: body.period,
    closesOn: body.closesOn,
    round,
    words: wordsParts(body).map(({ id }) => ({ section: id, text: typed.texts[id] ?? '' })),
    signatory: { officeId: Number(typed.officeId), capacity: typed.capacity },
    number: typed.number.trim() || null,
    signedOn: typed.signedOn,
    print: draft.print,
  };
  const written = await send<{ id: string }>('POST', '/reports', report);
  for (const [section, topic] of Object.entries(typed.raised)) {
    const difficulty: DifficultyBody = {
      clientId: derivedId(clientId, `difficulty ${section}`),
      unitId: body.unit.id,
      topic,
      words: typed.texts[section] ?? '',
      reportId: written.id,
    };
    await send('POST', '/difficulties', difficulty);
  }
  return written;
}
