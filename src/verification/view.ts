// What the routes of verification answer and accept.
//
// GET  /api/verifications?state=sent|overdue|answered|asked&unit=&officer=&q=&cursor=&limit=  → RequestList
// POST /api/verifications {…sendBody}                    → RequestView   (writes verify_send on the dossier)
// GET  /api/verifications/:id                            → RequestView   (an addressee sees the request alone)
// POST /api/verifications/:id/receive|assign|resend|answer|withdraw      → RequestView | Done
// GET  /api/verifications/:id/letter                     → LetterView
// GET  /api/verifications/codes/:code                    → {id}
// GET  /api/verifications/figures?unit=                  → Figures
// GET  /api/verifications/officers?dossier=              → {items}
// GET  /api/verifications/places?q=                      → {items: PlaceView[], total, next}
// GET  /api/verifications/dossiers/:id                   → CaseView
// POST /api/verifications/dossiers/:id/kin|exemption     → CaseView
import { z } from 'zod';
import { day, docView, partialDay } from '../road/view.ts';
import { citationView, messageView } from '../road/verdict-view.ts';
import { grounds, kinList, relations } from './kin.ts';
import { purposes, results, ways } from './request.ts';

const uuid = z.uuid();
const words = (limit: number) => z.string().trim().max(limit);
const text = z.string().nullable();

export const states = ['sent', 'overdue', 'answered', 'asked'] as const;
export type ListState = (typeof states)[number];
/** How a request stands: 'ended' = nobody waits any more; 'recorded' = the reply was written in the dossier itself. */
export const statuses = ['sent', 'needs_more', 'confirmed', 'recorded', 'ended'] as const;

const due = {
  /** day by which the reply is due; null while the day of receipt is not known, or when somebody goes there */
  dueOn: text,
  /** negative when late */
  workingDaysLeft: z.number().nullable(),
  /** working days since it was sent, up to the answer or to today */
  waited: z.number().nullable(),
};

const summary = {
  id: uuid,
  code: z.string(),
  purpose: z.enum(purposes),
  place: z.string(),
  persons: z.number(),
  way: z.enum(ways),
  status: z.enum(statuses),
  sentOn: z.string(),
  receivedOn: text,
  answeredOn: text,
  letter: docView.nullable(),
  /** the candidate */
  person: z.string(),
  /** cell of the candidate; for an addressee the committee that asks */
  unitName: z.string(),
  ...due,
};

/** `dossierId` is null for the office asked: the dossier is no matter of its. */
export const requestRow = z.object({
  ...summary,
  dossierId: uuid.nullable(),
  officerName: text,
});
export const requestList = z.object({
  items: z.array(requestRow),
  total: z.number(),
  next: z.string().nullable(),
  asOf: z.string(),
  counts: z.record(z.enum(states), z.number()),
});

export const personLine = z.object({
  relation: z.enum(relations),
  fullName: z.string(),
  bornOn: text,
});

export const requestView = z.object({
  ...summary,
  version: z.number(),
  dossierId: uuid.nullable(),
  bornOn: text,
  abroad: z.boolean(),
  /** as whom the reader sees it */
  as: z.enum(['asking', 'asked']),
  /** null: not kept here (profile B), or not for this reader */
  people: z.array(personLine).nullable(),
  officer: z.object({ id: uuid, name: text }).nullable(),
  /** committee of that place with accounts here */
  addressee: z.object({ id: z.number(), name: z.string() }).nullable(),
  result: z.enum(results).nullable(),
  reply: docView.nullable(),
  answeredHere: z.boolean().nullable(),
  /** the answer reached the dossier */
  inDossier: z.boolean().nullable(),
  /** 'receive' 'assign' 'answer' 'resend' 'withdraw' 'letter' */
  can: z.array(z.string()),
  /** words of class 4 may be kept with the answer */
  noted: z.boolean(),
  /** last day on which an act may lie, and the day of reading */
  today: z.string(),
});

const clientId = uuid;
const letterBody = z
  .object({ number: words(60).nullish(), on: day.nullish(), by: words(200).nullish() })
  .transform(({ number, on, by }) => ({ number: number || null, on: on ?? null, by: by || null }))
  .transform((document) => (document.number || document.on || document.by ? document : null));
const consent = z.object({ reason: z.string().trim().min(5).max(2000) });

/** A place of the lists by its code – today's, or the old one it was asked by – or in words: abroad, or not found. */
export const placeBody = z
  .object({
    code: words(10).nullish(),
    oldCode: words(10).nullish(),
    text: words(150).nullish(),
    abroad: z.boolean().default(false),
  })
  .refine((place) => Boolean(place.code || place.oldCode || place.text), 'a place is needed');

export const sendBody = z.object({
  clientId,
  dossierId: uuid,
  purpose: z.enum(purposes).default('history'),
  happenedOn: day,
  place: placeBody,
  persons: z.int().min(1).max(50),
  people: z
    .array(
      z.object({
        relation: z.enum(relations),
        fullName: words(80).min(1),
        bornOn: partialDay.nullish(),
      }),
    )
    .max(50)
    .default([]),
  way: z.enum(ways).default('letter'),
  letter: letterBody.nullish(),
  receivedOn: day.nullish(),
  /** the history was sealed before it was sent */
  sealedOn: day.nullish(),
  officerId: uuid.nullish(),
  verifierId: uuid.nullish(),
  verifierIsRelative: z.boolean().nullish(),
  onBehalf: z.object({ number: words(60).min(1), on: day }).nullish(),
  consent: consent.nullish(),
});
export const receiveBody = z.object({ clientId, on: day });
export const assignBody = z.object({ clientId, officerId: uuid.nullable() });
export const resendBody = z.object({
  clientId,
  on: day,
  letter: letterBody.nullish(),
  receivedOn: day.nullish(),
  consent: consent.nullish(),
});
export const answerBody = z.object({
  clientId,
  on: day,
  result: z.enum(results),
  reply: letterBody.nullish(),
  note: z.string().trim().max(4000).nullish(),
  consent: consent.nullish(),
});
export const withdrawBody = z.object({ clientId, reason: z.string().trim().min(5).max(2000) });
/** After its only sending was taken back, or an answer was given by the office asked, there is nothing to show. */
export const changedRequest = z.object({ request: requestView.nullable() });

export const listQuery = z.object({
  state: z.enum(states).default('sent'),
  unit: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  officer: uuid.optional(),
  q: z.string().max(150).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const letterView = z.object({
  code: z.string(),
  purpose: z.enum(purposes),
  way: z.enum(ways),
  superior: text,
  committee: z.string(),
  cell: z.string(),
  seat: z.string(),
  number: text,
  on: text,
  place: z.string(),
  person: z.object({ fullName: z.string(), bornOn: text, sex: text }),
  persons: z.number(),
  people: z.array(personLine).nullable(),
  officer: text,
  abroad: z.boolean(),
  /** working days to answer in; null = nobody knows */
  limit: z.number().nullable(),
  law: z.array(citationView.extend({ title: messageView.nullable() })),
  watermark: messageView.nullable(),
});

export const figures = z.object({
  destinations: z.array(
    z.object({
      place: z.string(),
      sent: z.number(),
      open: z.number(),
      overdue: z.number(),
      answered: z.number(),
      /** working days between sending and answer: the middle one */
      median: z.number().nullable(),
    }),
  ),
  /** how many places beyond those shown */
  further: z.number(),
  officers: z.array(
    z.object({
      id: uuid.nullable(),
      name: text,
      open: z.number(),
      overdue: z.number(),
      answered: z.number(),
      /** working days that the oldest open one has been waiting */
      longest: z.number().nullable(),
    }),
  ),
  asOf: z.string(),
});

export const placeView = z.object({
  code: z.string(),
  name: z.string(),
  province: z.string(),
  old: z.object({ code: z.string(), name: z.string(), province: z.string() }).nullable(),
  others: z.array(z.object({ code: z.string(), name: z.string() })),
  /** a committee of that place with accounts here */
  addressee: z.object({ id: z.number(), name: z.string() }).nullable(),
});
export const placeList = z.object({ items: z.array(placeView), total: z.number(), next: z.null() });
export const officerList = z.object({
  items: z.array(z.object({ id: uuid, name: z.string(), title: messageView, unitName: z.string() })),
});

export const kinBody = z.object({ clientId, people: kinList });
export const exemptionBody = z.object({
  clientId,
  ground: z.enum(grounds),
  persons: z.int().min(1).max(50),
  reading: z.int().min(0).max(9).nullable(),
  reason: z.string().trim().min(5).max(2000),
});

const orderStep = z.object({
  id: z.enum(['sealed', 'sent', 'replied', 'concluded', 'commented']),
  on: text,
  state: z.enum(['done', 'now', 'next', 'out_of_order']),
});

export const caseView = z.object({
  dossierId: uuid,
  person: z.string(),
  unitName: z.string(),
  version: z.number(),
  stage: z.string(),
  profile: z.enum(['A', 'B', 'C']),
  requests: z.array(requestView),
  /** places asked in the dossier itself, without a request here */
  others: z.array(
    z.object({
      place: text,
      persons: z.number().nullable(),
      sentOn: text,
      repliedOn: text,
      /** a reply is still waited for */
      awaited: z.boolean(),
    }),
  ),
  /** null: not asked for, nothing listed yet, not kept (profile B) or not for this reader */
  kin: z
    .array(
      z.object({
        line: kinList.element,
        named: z.boolean(),
        exempt: z.array(z.boolean()),
        verify: z.boolean().nullable(),
        /** already in a request */
        asked: z.boolean(),
      }),
    )
    .nullable(),
  /** how many relatives are listed, and since when */
  kinPersons: z.number().nullable(),
  kinListedOn: text,
  rules: z.object({
    persons: z.array(z.string()),
    exemptions: z.array(z.string()).nullable(),
    readings: z.array(z.object({ label: z.string(), value: z.array(z.string()) })),
    citations: z.array(citationView),
    unsure: z.boolean(),
  }),
  exemption: z
    .object({
      ground: z.enum(grounds),
      persons: z.number(),
      reading: z.number().nullable(),
      on: z.string(),
      reason: text,
    })
    .nullable(),
  order: z.array(orderStep),
  /** the past was found unclear: the police may be asked */
  unclear: z.boolean(),
  can: z.array(z.string()),
  today: z.string(),
});

export type ListQuery = z.output<typeof listQuery>;
export type RequestRow = z.output<typeof requestRow>;
export type RequestList = z.output<typeof requestList>;
export type RequestView = z.output<typeof requestView>;
export type SendBody = z.output<typeof sendBody>;
export type ReceiveBody = z.output<typeof receiveBody>;
export type AssignBody = z.output<typeof assignBody>;
export type ResendBody = z.output<typeof resendBody>;
export type AnswerBody = z.output<typeof answerBody>;
export type WithdrawBody = z.output<typeof withdrawBody>;
export type LetterView = z.output<typeof letterView>;
export type Figures = z.output<typeof figures>;
export type PlaceView = z.output<typeof placeView>;
export type OfficerList = z.output<typeof officerList>;
export type KinBody = z.output<typeof kinBody>;
export type ExemptionBody = z.output<typeof exemptionBody>;
export type CaseView = z.output<typeof caseView>;
export type OrderStep = z.output<typeof orderStep>;
