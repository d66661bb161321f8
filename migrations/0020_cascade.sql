-- The plan of each committee for a period: how far it has come, what it says, and the lines that are drafted and not yet
-- approved. What is approved stands with the targets of each unit, and only there.

create table plan (
  id uuid primary key,
  province_id text not null,
  unit_id int not null,
  period text not null,
  state text not null check (state in ('draft', 'discussed', 'approved', 'revising')),
  revision int not null,
  prepared text not null check (prepared in ('own', 'above')),
  copied_from uuid,
  opened_at timestamptz not null,
  approved_on text collate "C",
  responsible_id uuid,
  document_ids uuid[] not null default '{}',
  said jsonb not null,
  version int not null,
  unique (unit_id, period)
);
comment on table plan is 'One plan for each unit and period. revision = approvals so far; revising = opened again while the approved one stays in force.';
comment on column plan.prepared is 'above = the first draft was made by the committee above, for this one to decide on.';
comment on column plan.responsible_id is 'The member who answers for the plan.';
comment on column plan.said is 'Sections in words, discussions, approvals, and the unit’s own expected numbers while nothing is in force.';
create index plan_responsible on plan (responsible_id) where responsible_id is not null;

create table plan_line (
  plan_id uuid not null,
  unit_id int not null,
  figure text not null,
  part text not null,
  minimum int,
  maximum int,
  mark text not null,
  share int,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (plan_id, unit_id, figure, part)
);
comment on table plan_line is 'A drafted number of a unit below, not yet approved; both numbers empty = a target whose number is not known. share = per mille, for parts.';
