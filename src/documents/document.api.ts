// Routes of the register of documents: the list and its tree, one document, registering, amending, ending, its file.
import { z } from 'zod';
import { isDay } from '../platform/day.ts';
import { Invalid } from '../platform/errors.ts';
import { route, type Route } from '../platform/http.ts';
import { collect, decideFiling, fileDocument, openDocumentFile, unfileDocument } from './file.store.ts';
import { listDocuments, listIssuers } from './list.store.ts';
import { viewDocument } from './one.store.ts';
import {
  amendBody,
  documentBody,
  documentList,
  documentQuery,
  documentView,
  endBody,
  goneView,
  issuerList,
  issuerQuery,
  plainBody,
  withdrawBody,
  writtenView,
} from './view.ts';
import {
  amendDocument,
  endDocument,
  recordDocument,
  reopenDocument,
  withdrawDocument,
} from './write.store.ts';

const idParam = z.object({ id: z.uuid() });
const filingFields = z.object({ clientId: z.uuid(), version: z.coerce.number().int() });

const readRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/documents',
    action: 'document.read',
    summary:
      'Documents that concern this office: each under the one it carries out; searched, narrowed or sorted as a list.',
    query: documentQuery,
    response: documentList,
    handler: async ({ db, actor, query }) => listDocuments(db, actor, query),
  }),
  route({
    method: 'GET',
    url: '/api/documents/issuers',
    action: 'document.read',
    summary: 'Who issued documents of this register, most used first.',
    query: issuerQuery,
    response: issuerList,
    handler: async ({ db, actor, query }) => ({ items: await listIssuers(db, actor, query.q ?? '') }),
  }),
  route({
    method: 'GET',
    url: '/api/documents/:id',
    action: 'document.read',
    summary: 'One document: facts, the chain above and below, what cites it, its history.',
    params: idParam,
    query: z.object({ on: z.string().refine(isDay).optional() }),
    response: documentView,
    handler: async ({ db, actor, params, query }) => viewDocument(db, actor, params.id, query.on),
  }),
  route({
    method: 'GET',
    url: '/api/documents/:id/file',
    action: 'document.read',
    summary: 'The file of a document; taking it is noted in the access log.',
    params: idParam,
    handler: async ({ db, actor, params }) => openDocumentFile(db, actor, params.id),
  }),
];

const writeRoutes: Route[] = [
  route({
    method: 'POST',
    url: '/api/documents',
    action: 'document.write',
    summary:
      'Puts a document into the register. A number this issuer used in that year is asked about; `sure` says it is another.',
    body: documentBody,
    response: writtenView,
    handler: async ({ db, actor, body }) => recordDocument(db, actor, body),
  }),
  route({
    method: 'POST',
    url: '/api/documents/:id/amend',
    action: 'document.write',
    summary: 'The same document with other facts; the earlier ones stay in its history.',
    params: idParam,
    body: amendBody,
    response: writtenView,
    handler: async ({ db, actor, params, body }) => amendDocument(db, actor, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/documents/:id/end',
    action: 'document.write',
    summary: 'It is no longer in force from a day on.',
    params: idParam,
    body: endBody,
    response: writtenView,
    handler: async ({ db, actor, params, body }) => endDocument(db, actor, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/documents/:id/reopen',
    action: 'document.write',
    summary: 'Takes back the record of its end.',
    params: idParam,
    body: plainBody,
    response: writtenView,
    handler: async ({ db, actor, params, body }) => reopenDocument(db, actor, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/documents/:id/withdraw',
    action: 'document.write',
    summary: 'Takes a document registered by mistake out of the register, unless something rests on it.',
    params: idParam,
    body: withdrawBody,
    response: goneView,
    handler: async ({ db, actor, params, body }) => {
      await withdrawDocument(db, actor, params.id, body);
      return { gone: true as const };
    },
  }),
];

const fileRoutes: Route[] = [
  route({
    method: 'POST',
    url: '/api/documents/:id/file',
    action: 'document.write',
    summary: 'Files it (multipart: clientId, version, then file): PDF, .docx, JPG or PNG up to 20 MB.',
    upload: true,
    params: idParam,
    response: documentView,
    handler: async ({ db, actor, params, file }) => {
      await decideFiling(db, actor, params.id);
      const upload = await file();
      const fields = filingFields.safeParse(upload.fields);
      if (!fields.success) throw new Invalid('http.bad_request');
      const filing = { ...fields.data, fileName: upload.fileName, bytes: await collect(upload) };
      await fileDocument(db, actor, params.id, filing);
      return viewDocument(db, actor, params.id);
    },
  }),
  route({
    method: 'POST',
    url: '/api/documents/:id/file/remove',
    action: 'document.write',
    summary: 'Takes the file off; the document stays.',
    params: idParam,
    body: plainBody,
    response: documentView,
    handler: async ({ db, actor, params, body }) => {
      await unfileDocument(db, actor, params.id, body);
      return viewDocument(db, actor, params.id);
    },
  }),
];

export const documentRoutes: Route[] = [...readRoutes, ...writeRoutes, ...fileRoutes];
