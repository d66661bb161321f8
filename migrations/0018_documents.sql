-- The register of documents: what committees issue and cite – directives, resolutions, plans, letters – with the chain
-- from one to the next, and the file of each when there is one.

create table document (
  id uuid primary key,
  entry uuid not null,
  province_id text not null,
  type text not null,
  number text,
  number_key text,
  issuer text not null,
  issuer_key text not null,
  issuer_unit_id int,
  subject text not null,
  search text not null,
  issued_on text,
  period_from text,
  period_to text,
  from_on text,
  to_on text,
  ended_on text,
  scope_unit_id int not null,
  parent_id uuid,
  replaces_id uuid,
  cites uuid[] not null,
  file_entry uuid,
  version int not null
);
comment on table document is 'One document: what it is, what it is about, whom it concerns, from when to when, and what it follows from.';
comment on column document.number is 'As written, with its suffix (130-KH/HU); null where it is not known.';
comment on column document.number_key is 'The number without blanks, dashes and marks, to find it used twice.';
comment on column document.from_on is 'First day on which it may be in force: the earliest day that the day of issue, else the beginning of its period, may mean.';
comment on column document.to_on is 'Last day of its period.';
comment on column document.ended_on is 'Day from which it was declared to be in force no longer.';
comment on column document.scope_unit_id is 'It concerns this unit and everything below; those are its readers, and the committees above.';
comment on column document.parent_id is 'The document of the level above that this one carries out.';
comment on column document.cites is 'Other documents that it rests on.';
comment on column document.search is 'Kind, number, issuer, subject and year without marks.';
create index document_scope on document (scope_unit_id);
create index document_parent on document (parent_id) where parent_id is not null;
create index document_replaces on document (replaces_id) where replaces_id is not null;
create index document_number on document (number_key, issuer_key) where number_key is not null;
create index document_cites on document using gin (cites);

create table document_file (
  entry uuid primary key,
  document_id uuid not null,
  media text not null,
  size int not null,
  sha256 text not null,
  sealed bytea not null
);
comment on table document_file is 'The file of a document, sealed by a key of this installation. One that was replaced or taken off is deleted; its sum stays in the ledger.';
create unique index document_file_document on document_file (document_id);

-- What other rooms wrote by a document is found by its id, whatever kind of entry names it.
create index ledger_document on ledger ((data ->> 'documentId')) where data ->> 'documentId' is not null;
