-- Reminders: notices in the application, made at most once by their key; the mail they cause; and what one office
-- wrote to another (đôn đốc), folded from the ledger.

alter table account add column email text;
comment on column account.email is 'Where the holder wants reminders sent; given and taken back by the holder alone.';

create table notice (
  id uuid primary key,
  key text not null unique,
  kind text not null check (kind in ('lead', 'late', 'escalation', 'sent')),
  office_id int not null,
  case_kind text not null,
  case_id text not null,
  clock text not null,
  part text not null,
  step text not null,
  unit_id int not null,
  starts_on text not null,
  due_on text,
  lead int,
  reminder_id uuid,
  made_on text not null,
  made_at timestamptz not null default now(),
  read_at timestamptz,
  read_by uuid
);
comment on table notice is 'One reminder to one office. The key – clock, case, part, start, due day, lead time, office – admits it once.';
comment on column notice.lead is 'Days before the due day (negative: after it) at which the reminder was set; empty for one written by a person.';
create index notice_office on notice (office_id, made_at desc);
create index notice_unread on notice (office_id) where read_at is null;
create index notice_reminder on notice (reminder_id) where reminder_id is not null;

create table mail (
  notice_id uuid not null references notice (id),
  account_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'past', 'given_up')),
  tries int not null default 0,
  next_at timestamptz not null default now(),
  sent_at timestamptz,
  failure text,
  primary key (notice_id, account_id)
);
comment on table mail is 'What is to be sent by e-mail, written together with its notice. The Message-ID is made of both ids.';
comment on column mail.state is 'past = the work was done before the message could go out; given_up = refused for days.';
create index mail_waiting on mail (next_at) where state = 'waiting';

create table reminder (
  id uuid primary key,
  entry uuid not null,
  province_id text not null,
  office_id int,
  unit_id int not null,
  person_id uuid,
  case_kind text not null,
  case_id text not null,
  clock text not null,
  part text not null,
  step text not null,
  starts_on text not null,
  due_on text,
  ground text,
  document_number text,
  document_on text,
  document_by text,
  sent_on text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null
);
comment on table reminder is 'What an office wrote to those who must act on a line of the work list (đôn đốc).';
comment on column reminder.ground is 'Its words, when they are about a unit; words about a person lie in the vault.';
create index reminder_line on reminder (case_kind, case_id, clock);
create index reminder_office on reminder (office_id, recorded_at desc);
