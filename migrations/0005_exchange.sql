-- Workbooks brought in: the file, how its columns were read, what it would do, what it did.

create table batch (
  id uuid primary key,
  province_id text not null,
  unit_id int not null,
  file_name text not null,
  file_hash text not null,
  file bytea,
  state text not null check (state in ('reading', 'previewed', 'running', 'done', 'cancelled', 'failed', 'undone')),
  mapping jsonb,
  preview jsonb,
  counts jsonb,
  progress jsonb,
  failure jsonb,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  office_id int,
  finished_at timestamptz
);
comment on table batch is 'One workbook brought in. The file is kept until it has been imported or cancelled.';

create table batch_row (
  batch_id uuid not null references batch (id),
  row_key text not null,
  stream text not null,
  content jsonb not null,
  primary key (batch_id, row_key)
);
comment on table batch_row is 'Which line of a workbook became which record, so that the same workbook again changes only what changed.';
comment on column batch_row.row_key is 'Keyed hash of what identifies the line: names are easy to guess and do not stand here.';
comment on column batch_row.content is 'Keyed hash of each value of the line, by column.';
create index batch_row_key on batch_row (row_key);

create table column_mapping (
  fingerprint text primary key,
  kind text not null,
  mapping jsonb not null,
  saved_at timestamptz not null default now(),
  saved_by uuid not null
);
comment on table column_mapping is 'Corrected readings of column headings, remembered for the next workbook with the same heading.';
