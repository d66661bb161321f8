-- Candidates who move: hand-overs between two organisations, folded from the ledger, and the way to the returns.

create table handover (
  id uuid primary key,
  province_id text not null,
  dossier_id uuid not null,
  person_id uuid not null,
  from_unit_id int,
  from_place text,
  to_unit_id int,
  to_place text,
  state text not null check (state in ('open', 'accepted', 'declined', 'taken_back', 'left', 'arrived')),
  reason text not null,
  stage text not null,
  months int,
  order_on text,
  sent_up boolean,
  same_committee boolean,
  letter_number text,
  letter_on text,
  proposed_on text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  ordered_entry uuid,
  act_entry uuid,
  answered_on text,
  answered_by uuid,
  answered_at timestamptz,
  answer_entry uuid,
  receipt_number text,
  receipt_on text,
  placed_unit_id int,
  helper_id uuid,
  why text,
  version int not null
);
comment on table handover is 'A candidate handed over from one organisation to another: proposed, then accepted with a receipt, declined or taken back; left and arrived = to and from a place outside this installation. Words lie in the vault.';
comment on column handover.months is 'Whole months for which the candidate had been helped at the origin when the hand-over was proposed.';
comment on column handover.sent_up is 'The file already lay with the competent committee.';
comment on column handover.same_committee is 'One committee decides for both places: it only redirects its decision.';
comment on column handover.ordered_entry is 'Act of the dossier that recorded the move; withdrawn again when the hand-over comes to nothing.';
comment on column handover.act_entry is 'Act of the dossier that was written with the move or the intake: its sheet is printed.';
comment on column handover.placed_unit_id is 'Cell that keeps the candidate from then on; the hand-over may be addressed to the committee above it.';
comment on column handover.why is 'Code of the reason for which the hand-over was declined or taken back.';
create unique index handover_open on handover (dossier_id) where state = 'open';
create index handover_dossier on handover (dossier_id);
create index handover_from on handover (from_unit_id, proposed_on desc);
create index handover_to on handover (to_unit_id, proposed_on desc);

-- How often files come back is read from the acts themselves.
create index ledger_returns on ledger (happened_on) where kind = 'dossier.act' and data ->> 'step' = 'return_dossier';
