-- Requests for verification of a personal history, one a place of one candidacy, and what is kept of a candidate's
-- relatives beside them: how many, and which reading of an exemption was chosen. Names lie in the vault.

create table request (
  id uuid primary key,
  entry uuid not null,
  province_id text not null,
  dossier_id uuid not null,
  person_id uuid not null,
  purpose text collate "C" not null check (purpose in ('history', 'police')),
  place text not null,
  place_key text not null,
  place_code text collate "C",
  old_code text collate "C",
  persons int not null,
  way text collate "C" not null check (way in ('letter', 'member')),
  abroad boolean not null,
  letter_number text,
  letter_on text,
  letter_by text,
  officer_id uuid,
  to_unit_id int,
  code text collate "C" not null,
  state text collate "C" not null check (state in ('sent', 'needs_more', 'confirmed')),
  sent_on text collate "C" not null,
  received_on text collate "C",
  answered_on text collate "C",
  answered_here boolean,
  reply_number text,
  reply_on text,
  reply_by text,
  act uuid not null,
  reply_act uuid,
  version int not null
);
comment on table request is 'One request for verification: a place, how many persons, by which letter, and how it was answered.';
comment on column request.place is 'As on the letter and in the dossier: today’s unit, with the name of before 1 July 2025 where it was asked by that.';
comment on column request.place_key is 'The same folded: both names are searched.';
comment on column request.to_unit_id is 'The committee of that place, where it has accounts here: it may answer while the request is open.';
comment on column request.code is 'Short code on the letter, by which an answer on paper is entered.';
comment on column request.act is 'Act of the dossier (verify_send) by which it went out, the latest one.';
comment on column request.reply_act is 'Act of the dossier (verify_reply) that its answer made; empty when the dossier took no reply any more.';
create index request_dossier on request (dossier_id);
create index request_person on request (person_id);
create index request_to_unit on request (to_unit_id) where state = 'sent';
create index request_code on request (code);
create index request_state on request (state, sent_on);
create index request_officer on request (officer_id) where state = 'sent';

create table kin (
  dossier_id uuid primary key,
  entry uuid,
  province_id text not null,
  person_id uuid not null,
  persons int,
  listed_on text,
  exemption jsonb,
  version int not null
);
comment on table kin is 'What was said of a candidate’s relatives for verification; the list itself lies in the vault under its entry.';
comment on column kin.exemption is 'Which of two conflicting readings of the exemptions the office follows: ground, persons, reading, entry (its reason lies in the vault).';
