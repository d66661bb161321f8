// Reports of the widest office for the year gone by: every form drafted from live figures, its papers, one submitted and read again.
import { note, tell, timed } from './measure.ts';
import type { Bench, Office } from './opened.ts';
import { get, measurePage } from './page.ts';

interface Form {
  id: string;
  periods: string[];
  sections: { id: string; kind: string }[];
}
interface Draft {
  print: string;
  signers: { officeId: number }[];
  capacities: string[];
  reportId: string | null;
  can: string[];
}

const draftOf = ({ unitId }: Office, form: Form, year: string): URLSearchParams =>
  new URLSearchParams({ unit: `${unitId}`, form: form.id, period: year, closesOn: `${year}-12-31` });

export async function measureReports(bench: Bench): Promise<void> {
  const { top } = bench;
  const { year } = bench.gone;
  const { items } = (await top.asked.get(`/api/reports/forms?unit=${top.unitId}`)) as { items: Form[] };
  const forms = items.filter(({ periods }) => periods.includes('year'));
  const targets = forms.map((form) => ({
    url: bench.server.url,
    headers: top.headers,
    asks: get(`/api/reports/draft?${draftOf(top, form, year)}`),
  }));
  const taken = await bench.load.turns({ targets, warm: 2, count: 15 });
  const sorted = forms
    .map((form, at) => ({ form, ...taken[at] }))
    .toSorted((a, b) => (b.p50 ?? 0) - (a.p50 ?? 0));
  const [slowest] = sorted;
  if (!slowest) throw new Error('no form can be reported for a year');
  note('forms of reports', forms.length, '');
  note(`report drafted, slowest form (${slowest.form.id}) p50`, slowest.p50 ?? 0, 'ms');
  const draft = draftOf(top, slowest.form, year);
  for (const kind of ['xlsx', 'docx', 'pdf']) {
    const paper = `/api/reports/draft/paper.${kind}?${draft}`;
    await top.asked.get(paper);
    note(`report as ${kind}`, (await timed(() => top.asked.get(paper))) / 1000, 's');
  }
  await measureSubmitted(bench, slowest.form, year);
}

/** Its figures are frozen: what it costs to close them, and to read them ever after. */
async function measureSubmitted(bench: Bench, form: Form, year: string): Promise<void> {
  const { top, today } = bench;
  const query = draftOf(top, form, year);
  const draft = (await top.asked.get(`/api/reports/draft?${query}`)) as Draft;
  const [signer] = draft.signers;
  if (!signer || !draft.can.includes('submit')) return tell('the widest office may not submit');
  let id = '';
  const took = await timed(async () => {
    const sent = {
      clientId: crypto.randomUUID(),
      unitId: top.unitId,
      form: form.id,
      period: year,
      closesOn: `${year}-12-31`,
      words: form.sections
        .filter(({ kind }) => kind === 'words')
        .map(({ id: section }) => ({ section, text: 'Đo tốc độ' })),
      signatory: { officeId: signer.officeId, capacity: draft.capacities[0] ?? '' },
      signedOn: today,
      print: draft.print,
    };
    ({ id } = (await top.asked.send('POST', '/api/reports', sent)) as { id: string });
  });
  note('report submitted, figures frozen', took, 'ms');
  const page = (what: string, path: string) =>
    measurePage(bench, {
      what,
      office: top,
      asks: get(path),
      bare: { query: 'people' },
      effort: { warm: 5, count: 40 },
    });
  await page('report, as it was frozen', `/api/reports/${id}`);
  await page('report, what it would say now', `/api/reports/${id}/now`);
}
