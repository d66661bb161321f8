// The rules as the other rooms use them: facts built from acts, overlays, verdict order, sentences, loading.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explain, explainWayOut, wordsOf } from '../wording/explain.ts';
import { type ActRecord, buildFacts } from '../acts/facts.ts';
import { readRegulationFiles } from './files.store.ts';
import { openContent, type Overlays } from './content.ts';
import { load, shippedContent } from './load.ts';
import { worst } from './verdict.ts';

const files = readRegulationFiles(join(import.meta.dirname, '../../regulations'));
const regulations = load(files);
const words = wordsOf(regulations);
const factsFor = (acts: ActRecord[], act: ActRecord | null = null, held = {}) =>
  buildFacts({ regulations, held, acts, act });

describe('which rules are in force', () => {
  test.each([
    ['2016-07-24', 'unknown', ['12-HD/BTCTW 2012']],
    ['2021-07-29', '29', ['01-HD/TW 2016', '09-HD/BTCTW 2017']],
    ['2021-07-30', '24', ['01-HD/TW 2016', '09-HD/BTCTW 2017']],
    ['2021-09-28', '24', ['01-HD/TW 2021', '09-HD/BTCTW 2017']],
    ['2025-01-20', '232', ['01-HD/TW 2021', '12-HD/BTCTW 2022']],
    ['2025-06-30', '232', ['06-HD/TW 2025', '12-HD/BTCTW 2022']],
    ['2025-07-01', '294', ['06-HD/TW 2025', '12-HD/BTCTW 2022']],
    ['2026-04-07', '294', ['06-HD/TW 2025', '38-HD/BTCTW']],
    ['2026-04-08', '20', ['06-HD/TW 2025', '38-HD/BTCTW']],
    ['2026-05-19', '20', ['01-HD/TW 2026', '38-HD/BTCTW']],
    ['2026-07-26', '208', ['01-HD/TW 2026', '38-HD/BTCTW']],
  ])('%s: %s with %j', (day, id, guidance) => {
    const rules = regulations.inForce(day);
    expect([rules.id, rules.guidance]).toEqual([id, guidance]);
  });

  test('a value comes with its clause and confidence', () => {
    expect(regulations.inForce('2025-07-01').value('decide.days')).toMatchObject({
      value: 45,
      confidence: 'S',
      basis: { document: '294-QĐ/TW', clause: '4.3.1' },
    });
  });

  test('a name that is not in the files is an error of the caller', () => {
    expect(() => regulations.inForce('2025-07-01').value('age.shoe')).toThrow('age.shoe');
    expect(() => regulations.inForce('2025-07-01').judge('admission', 'dance', {})).toThrow('dance');
  });
});

describe('facts from acts', () => {
  const nominate: ActRecord = {
    step: 'nominate',
    on: '2025-01-05',
    inputs: { informedOn: '2025-01-04', agreed: true },
  };

  test('inputs become facts by their kind; a later act goes over an earlier one', () => {
    const resolution = { number: '05-NQ/CB', on: '2025-02-01', by: 'Chi bộ' };
    const facts = factsFor([
      nominate,
      { step: 'list', on: '2025-02-01', inputs: { resolution, note: 'riêng' } },
      { step: 'assign_helper', on: '2025-02-01', inputs: { helper: 'a', resolution } },
      { step: 'replace_helper', on: '2025-03-01', inputs: { helper: 'b', resolution } },
    ]);
    expect(facts).toMatchObject({
      'consent.informedOn': '2025-01-04',
      'consent.agreed': true,
      'list.resolution.number': '05-NQ/CB',
      'list.resolution.on': '2025-02-01',
      helper: 'b',
      'list.count': 1,
    });
    expect(Object.keys(facts)).not.toContain('list.note');
  });

  test('ballots, introducers and papers', () => {
    const ballot = {
      total: 12,
      base: 11,
      present: 10,
      yes: 8,
      no: 2,
      blank: 0,
      excused: 1,
      excluded: { suspended: 1, detained: 0 },
    };
    const papers = [
      { id: 'application', state: 'have', on: '2025-03-02' },
      { id: 'opinions', state: 'missing' },
      { id: 'union_resolution', state: 'not_needed' },
    ];
    const facts = factsFor([
      { step: 'permit', on: '2025-03-01', inputs: { introducers: ['a', 'b'] } },
      { step: 'papers', on: '2025-03-05', inputs: { papers } },
      { step: 'cell_vote', on: '2025-09-01', inputs: { ballot }, passed: true },
    ]);
    expect(facts).toMatchObject({
      'introduction.count': 2,
      'dossier.openedOn': '2025-03-01',
      'papers.missing': 1,
      'papers.application.on': '2025-03-02',
      'cell_vote.ballot.base': 11,
      'cell_vote.passed': true,
      'cell_vote.ballot.excluded': ['suspended'],
    });
  });

  test('an act that brings a paper says that it is held, the later word goes', () => {
    const certificate: ActRecord = {
      step: 'class_certificate',
      on: '2025-02-20',
      inputs: { certificate: { number: '9', on: '2025-02-18', by: null } },
    };
    const listed = (on: string, state: string): ActRecord => ({
      step: 'papers',
      on,
      inputs: { papers: [{ id: 'certificate', state }] },
    });
    const told = (...acts: ActRecord[]) => {
      const facts = factsFor(acts);
      return ['state', 'on']
        .map((part) => facts[`papers.certificate.${part}`])
        .concat(facts['papers.missing']);
    };
    // Without a list nobody can say that nothing is missing.
    expect(told(certificate)).toEqual(['have', '2025-02-18', undefined]);
    expect(told(listed('2025-02-01', 'missing'), certificate)).toEqual(['have', '2025-02-18', 0]);
    expect(told(certificate, listed('2025-03-01', 'missing'))).toEqual(['missing', undefined, 1]);
    const concluded = (result: string) =>
      factsFor([{ step: 'verify_conclude', on: '2025-06-01', inputs: { result } }])[
        'papers.verification.state'
      ];
    expect(['clear', 'exempt', 'unclear'].map(concluded)).toEqual(['have', 'not_needed', undefined]);
    const probation = factsFor([
      { step: 'new_member_class', on: '2026-01-10', inputs: {} },
      { step: 'self_review', on: '2026-02-03', inputs: { signedOn: '2026-02-01' } },
      { step: 'helper_note', on: '2026-02-03', inputs: { signedOn: '2026-02-02' } },
      { step: 'recognition_cell_vote', on: '2026-03-01', inputs: { opinions: true } },
    ]);
    expect(probation).toMatchObject({
      'papers.new_member_certificate.on': '2026-01-10',
      'papers.self_review.on': '2026-02-01',
      'papers.helper_note.on': '2026-02-02',
      'papers.probation_opinions.state': 'have',
    });
    const silent = factsFor([
      { step: 'recognition_cell_vote', on: '2026-03-01', inputs: { opinions: false } },
    ]);
    expect(silent['papers.probation_opinions.state']).toBeUndefined();
  });

  test('a place that asks for more papers is still open', () => {
    const send = (place: string): ActRecord => ({ step: 'verify_send', on: '2025-04-01', inputs: { place } });
    const reply = (place: string, result: string): ActRecord => ({
      step: 'verify_reply',
      on: '2025-05-01',
      inputs: { place, result },
    });
    expect(factsFor([])['verification.open']).toBeUndefined();
    expect(factsFor([send('X'), send('Y')])['verification.open']).toBe(2);
    expect(
      factsFor([send('X'), send('Y'), reply('X', 'confirmed'), reply('Y', 'needs_more')])[
        'verification.open'
      ],
    ).toBe(1);
    expect(
      factsFor([send('X'), reply('X', 'needs_more'), reply('X', 'confirmed')])['verification.open'],
    ).toBe(0);
  });

  test('failed votes are counted by days; the vote being judged does not count itself', () => {
    const vote = (step: string, on: string, passed: boolean): ActRecord => ({ step, on, inputs: {}, passed });
    const acts = [
      vote('recognition_cell_vote', '2025-11-01', false),
      vote('removal_cell_vote', '2025-11-01', false),
      vote('recognition_cell_vote', '2025-12-01', false),
      vote('cell_vote', '2024-01-01', false),
    ];
    const act = vote('recognition_cell_vote', '2026-01-05', false);
    expect(factsFor(acts, act)['recognition.failedVotes']).toBe(2);
  });

  test('what the caller looked up goes over what follows from acts', () => {
    const acts = [{ step: 'permit', on: '2025-03-01', inputs: {} }];
    expect(factsFor(acts, null, { 'dossier.openedOn': '2025-04-01' })['dossier.openedOn']).toBe('2025-04-01');
  });
});

test('powers nobody recorded are none once the committee is known; an act may say otherwise', () => {
  const held = { 'committee.kind': 'base_organisation' };
  const act = { step: 'decide', on: '2025-09-15', inputs: { powers: 'delegated' } };
  expect(factsFor([])['committee.powers']).toBeUndefined();
  expect(factsFor([], null, held)['committee.powers']).toBe('none');
  expect(factsFor([], act, held)['committee.powers']).toBe('delegated');
});

const withDayOff: Overlays = {
  provisions: [],
  calendar: [
    {
      date: '2026-11-24',
      effect: 'off',
      kind: 'other',
      note: '',
      source: 'Thông báo',
      status: 'announced',
    },
  ],
};

test('edited days of the calendar count', () => {
  const edited = load(files, withDayOff);
  const due = (from: typeof regulations) =>
    from.inForce('2026-11-20').clocks('admission', 'ceremony', { 'ceremony.on': '2026-11-20' }).at(-1)?.dueOn;
  expect([due(regulations), due(edited)]).toEqual(['2027-01-04', '2027-01-05']);
});

test('what was read says the same after a way through JSON, with what is laid over it', () => {
  const travelled: ReturnType<typeof shippedContent> = JSON.parse(JSON.stringify(shippedContent(files)));
  // What can be asked is made anew each time; what it is made from must be the same.
  const said = (law: typeof regulations) =>
    Object.entries(law).filter(([, one]) => typeof one !== 'function');
  expect(said(openContent(travelled, withDayOff))).toEqual(said(load(files, withDayOff)));
});

test('the worst outcome wins', () => {
  expect(worst([])).toBe('allowed');
  expect(worst(['allowed', 'unverified'])).toBe('unverified');
  expect(worst(['unverified', 'undetermined'])).toBe('undetermined');
  expect(worst(['undetermined', 'needs_consent'])).toBe('needs_consent');
  expect(worst(['needs_consent', 'refused', 'allowed'])).toBe('refused');
});

describe('sentences', () => {
  const reasonOf = (
    on: string,
    step: string,
    facts: Record<string, string | number | boolean>,
    guard: string,
  ) => {
    const verdict = regulations.inForce(on).judge(regulations.procedureOf(step)!, step, facts);
    return verdict.reasons.find((one) => one.guard === guard)!;
  };

  test('a vote says base, threshold and votes', () => {
    const reason = reasonOf(
      '2025-10-10',
      'cell_vote',
      { 'cell_vote.ballot.yes': 7, 'cell_vote.ballot.base': 12 },
      'share',
    );
    expect(explain(reason, 'vi', words)).toBe(
      'Chi bộ có 12 đảng viên chính thức được tính; cần ít nhất 8 phiếu tán thành, mới có 7. Ghi đầy đủ kết quả và báo cáo cấp ủy cấp trên.',
    );
    expect(explain(reason, 'en', words)).toContain('at least 8 votes in favour are needed, there were 7');
  });

  test('an age says the earliest day', () => {
    const reason = reasonOf('2025-11-30', 'cell_vote', { 'person.bornOn': '2007-12-20' }, 'age_by_month');
    expect(explain(reason, 'vi', words)).toBe(
      'Sinh 20/12/2007, đến tháng chi bộ xét mới 17 tuổi 11 tháng; phải đủ 18 tuổi, tính theo tháng. Thực hiện sớm nhất vào thứ Hai, 01/12/2025.',
    );
  });

  test('an unread rule set shows both neighbours', () => {
    const reason = reasonOf('2026-05-20', 'cell_vote', { 'person.education': 'THCS_HT' }, 'level_at_least');
    expect(explain(reason, 'vi', words)).toContain('294-QĐ/TW: chưa đạt. 208-QĐ/TW: đạt.');
  });

  test('a rule known at second hand says so', () => {
    const reason = reasonOf(
      '2026-10-20',
      'decide',
      { 'decide.result': 'yes', 'cell_vote.on': '2026-10-01', 'person.bornOn': '1966-09-30' },
      'age_by_month',
    );
    expect(explain(reason, 'vi', words)).toContain('Căn cứ 208-QĐ/TW chưa được đối chiếu văn bản gốc');
  });

  test('a fact not held is named, not refused', () => {
    const reason = reasonOf('2025-10-10', 'cell_vote', {}, 'age_by_month');
    expect(explain(reason, 'vi', words)).toBe('Chưa có thông tin để đối chiếu: Ngày sinh.');
  });

  test('a ground that may not be left out is named', () => {
    const verdict = regulations.inForce('2025-09-15').judge('admission', 'base_vote', {
      'base_vote.ballot.excluded': ['exempt_absent', 'suspended'],
    });
    const reason = verdict.reasons.find((one) => one.guard === 'subset_of')!;
    expect(explain(reason, 'vi', words)).toBe(
      'Không được trừ khỏi tổng số khi cấp ủy biểu quyết: đảng viên được miễn sinh hoạt và vắng mặt. Đối chiếu biên bản, sửa tổng số rồi ghi lại.',
    );
  });

  test('the competent body is named', () => {
    const facts = {
      'decide.body': 'base_standing',
      'base_vote.passed': true,
      'unit.kind': 'cell',
      'committee.kind': 'base_organisation',
      'committee.powers': 'none',
    };
    const reason = reasonOf('2018-04-27', 'decide', facts, 'competent');
    expect(explain(reason, 'vi', words)).toBe(
      'Cấp có thẩm quyền là ban thường vụ cấp ủy cấp trên trực tiếp của tổ chức cơ sở đảng; ở đây ghi ban thường vụ đảng ủy cơ sở. Chuyển hồ sơ đến cấp có thẩm quyền.',
    );
  });

  test('no sentence of any reason leaves a gap or a code', () => {
    const gap = /\{|\}|null|undefined|NaN|\s{2}|“”/;
    const facts = {
      'dossier.stage': 'nominated',
      'helper.status': 'none',
      'papers.missing': 1,
      'person.bornOn': '2015-02-03',
      'person.education': 'TH',
      'certificate.on': '2010-01-01',
      'dossier.openedOn': '2010-01-01',
      'introduction.togetherSince': '2099-01-01',
      'introduction.by': 'two_members',
      'introduction.count': 0,
      'ceremony.on': '2099-01-01',
      'decide.decision.on': '2015-01-01',
      'decision.receivedOn': '2020-02-03',
      'recognition.failedVotes': 3,
      'verification.open': 2,
      'verify_conclude.result': 'exempt',
      'verify_conclude.exemptGround': 'own_relative_member',
      'unit.kind': 'cell',
      'committee.kind': 'base_organisation',
      'committee.powers': 'none',
    };
    for (const on of ['2018-04-27', '2023-05-05', '2025-02-02', '2025-10-10', '2026-05-10', '2026-10-10'])
      for (const procedure of regulations.procedures)
        for (const step of procedure.versions[0]!.steps) {
          const bodies = {
            [`${step.id}.body`]: 'base_standing',
            [`${step.id}.result`]: 'yes',
            [`${step.id}.ballot.yes`]: 1,
            [`${step.id}.ballot.base`]: 9,
          };
          for (const reason of regulations.inForce(on).judge(procedure.id, step.id, { ...facts, ...bodies })
            .reasons)
            for (const language of ['vi', 'en'] as const) {
              const sentence = explain(reason, language, words);
              expect(sentence, `${step.id} ${reason.guard} ${on}`).not.toMatch(gap);
              expect(sentence.length).toBeGreaterThan(10);
            }
        }
  });

  test('a way out names its day once', () => {
    const wayOut = { step: null, by: null, earliestOn: '2026-11-27', code: 'assign_helper' };
    expect(explainWayOut(wayOut, 'vi')).toBe(
      'Chi bộ ra nghị quyết phân công người giúp đỡ. Sớm nhất: thứ Sáu, 27/11/2026.',
    );
    expect(explainWayOut({ ...wayOut, code: 'wait' }, 'vi')).toBe(
      'Thực hiện sớm nhất vào thứ Sáu, 27/11/2026.',
    );
  });
});

describe('loading', () => {
  test('parsed files serve as well as text, as the browser holds them', () => {
    const parsed = load(JSON.parse(JSON.stringify(files)));
    expect(parsed.parameters.length).toBe(regulations.parameters.length);
  });

  test('a missing or wrong file says which', () => {
    const { 'documents.yaml': _, ...rest } = files;
    expect(() => load(rest)).toThrow('documents.yaml');
    expect(() => load({ ...files, 'organisation.yaml': 'unit_kinds: 3' })).toThrow('organisation.yaml:1: ');
  });

  test('steps are found by stage', () => {
    const open = regulations
      .inForce('2025-10-10')
      .stepsFrom('admission', 'cell_voted')
      .map((step) => step.id);
    const steps = ['inform', 'replace_helper', 'sub_committee_opinion', 'base_vote', 'decide'];
    expect(open).toEqual([...steps, 'extend_decision']);
  });
});
