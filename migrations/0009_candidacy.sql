-- What a candidacy keeps beside its stage since helpers, proposers and hand-overs have pages of their own. Rows that
-- are there get the same values as their fold would give, so that making all rows again changes nothing.

alter table dossier
  add column helper_id uuid,
  add column proposer_person_id uuid,
  add column last_touch_on text collate "C",
  add column paused_on text collate "C",
  add column introduced_by text[] not null default '{}',
  add column returned_on text collate "C";
comment on column dossier.helper_id is 'The member who helps now; reaches the case with an office of his own.';
comment on column dossier.proposer_person_id is 'The member who proposed; sees how far the case has come.';
comment on column dossier.last_touch_on is 'Last day on which somebody met the person, gave a task or saw it done, or the helper wrote the note of the month.';
comment on column dossier.paused_on is 'Since when nobody follows the case, while it is paused.';
comment on column dossier.introduced_by is 'Kinds of those who proposed or introduced, each once, in the order of the days.';
comment on column dossier.returned_on is 'Since when the file lies with those who must complete it.';

update dossier set
  helper_id = (state ->> 'helperId')::uuid,
  proposer_person_id = (state -> 'facts' ->> 'nominate.proposer')::uuid,
  last_touch_on = state -> 'facts' ->> 'inform.on',
  introduced_by = case when state -> 'facts' ->> 'nominate.proposerKind' is null then '{}'
                       else array[state -> 'facts' ->> 'nominate.proposerKind'] end;

create index dossier_helper on dossier (helper_id) where helper_id is not null;
create index dossier_proposer on dossier (proposer_person_id) where proposer_person_id is not null;
