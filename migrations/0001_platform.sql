-- The stores that belong to no room: what happened (ledger), what is known of persons (vault), who read what
-- (access log), who may sign in (account, session).

create table setting (
  key text primary key,
  value jsonb not null
);
comment on table setting is 'Facts of this installation: committee, profile, day of set-up. One row each.';

create table ledger (
  position bigint generated always as identity primary key,
  client_id uuid not null unique,
  stream text not null,
  version int not null,
  kind text not null,
  happened_on text,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  office_id int,
  province_id text not null,
  unit_id int,
  person_id uuid,
  ruleset text,
  names uuid,
  batch uuid,
  data jsonb not null,
  unique (stream, version)
);
comment on table ledger is 'What happened, appended only: ids, codes, days and counts; no names and no free text about persons.';
comment on column ledger.client_id is 'Made by the writer, so that every write can be sent twice.';
comment on column ledger.happened_on is 'Day of the act: YYYY-MM-DD, or YYYY-MM, or YYYY where no more is known.';
comment on column ledger.batch is 'Import that brought the entry; an entry batch.undone that names the batch takes all of them out of force.';
comment on column ledger.names is 'client_id of the entry that this one corrects or withdraws.';
create index ledger_person on ledger (person_id) where person_id is not null;
create index ledger_batch on ledger (batch) where batch is not null;
create index ledger_undone on ledger (names) where kind = 'batch.undone';
create index ledger_names on ledger (names) where names is not null;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the table % is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger ledger_append_only before update or delete on ledger for each row execute function refuse_change();
create trigger ledger_no_truncate before truncate on ledger for each statement execute function refuse_change();

create table ledger_seal (
  batch int primary key,
  upto_position bigint not null,
  entries int not null,
  head bytea not null,
  sealed_at timestamptz not null default now()
);
comment on table ledger_seal is 'Hash chain over batches of ledger rows: head = SHA-256(previous head, rows in order).';
create trigger ledger_seal_append_only before update or delete on ledger_seal for each row execute function refuse_change();

create table vault_key (
  person_id uuid primary key,
  wrapped bytea not null
);
comment on table vault_key is 'One AES-256 key a person, wrapped by the master key that is kept outside the database. Erasure deletes it.';

create table vault_field (
  id bigint generated always as identity primary key,
  person_id uuid not null,
  field text not null,
  class smallint not null check (class between 1 and 4),
  plain text,
  sealed bytea,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  entry uuid not null,
  check (plain is null or sealed is null)
);
comment on table vault_field is 'Append-only versions of the fields of a person; the newest of a field counts; both columns empty = cleared.';
create index vault_field_person on vault_field (person_id, field, id desc);
create index vault_field_entry on vault_field (entry);

create function refuse_update() returns trigger language plpgsql as $$
begin
  raise exception 'the table % takes no updates', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger vault_field_no_update before update on vault_field for each row execute function refuse_update();

create table access_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  account_id uuid not null,
  office_id int,
  action text not null,
  subject text not null,
  subject_id text,
  purpose text,
  detail jsonb
);
comment on table access_log is 'Who opened a person or a dossier, exported, or searched by number; written before the answer.';
create index access_log_subject on access_log (subject, subject_id, id desc);
create trigger access_log_append_only before update or delete on access_log for each row execute function refuse_change();

create table account (
  id uuid primary key,
  user_name text not null unique,
  display_name text not null,
  person_id uuid,
  password_hash text not null,
  must_change boolean not null default true,
  totp_secret text,
  totp_step int,
  signed_in_at timestamptz,
  created_at timestamptz not null default now(),
  closed_on text
);
comment on table account is 'Who may sign in. What an account may do follows from the offices its person holds today.';
comment on column account.totp_step is 'Number of the half-minute whose code was used last; that one and earlier ones open nothing.';
comment on column account.signed_in_at is 'When somebody last signed in: a fact of the account that outlives the session.';
create unique index account_person on account (person_id) where person_id is not null;

create table session (
  token_hash bytea primary key,
  account_id uuid not null references account (id),
  office_id int,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  address text
);
comment on table session is 'Signed-in browsers; only the hash of the token is kept.';
create index session_account on session (account_id);

create table sign_in_failure (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  user_name text not null,
  address text not null
);
comment on table sign_in_failure is 'Wrong passwords of the last day, by account and address.';
create index sign_in_failure_recent on sign_in_failure (user_name, address, at desc);
