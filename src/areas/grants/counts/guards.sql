-- Run after every migration; each statement may be run again.
-- What awards count for, kept added up (platform/rollups), by program and by the fiscal year of the call; months by the day of decision.
-- figure     n             who
-- recipients 1             the recipient of a benefit
-- groups     1             the group, where it is no benefit
-- decided, paid, settled   yen
-- reports    1             what came of it was told
create or replace function rollup_grant(things uuid[])
  returns table (thing uuid, owner uuid, year integer, month text, figure text, code text, who uuid, n bigint) language sql stable
  as $$
    select w.id, c.program_id, c.fiscal_year, to_char(w.decided_on, 'YYYY-MM'), f.figure, '', f.who, f.n
    from unnest(things) asked (id) join grant_awards w on w.id = asked.id join grant_calls c on c.id = w.call_id
      join grant_applications p on p.id = w.application_id left join grant_benefits b on b.award_id = w.id,
      lateral (values ('recipients', b.recipient_id, 1::bigint), ('groups', p.applicant_id, 1), ('decided', null, w.decided_yen),
        ('paid', null, w.paid_yen), ('settled', null, w.settled_yen), ('reports', null, 1)) f (figure, who, n)
    where c.program_id is not null and w.state <> 'cancelled' and w.decided_yen > 0 and f.n <> 0
      and case f.figure when 'recipients' then b.recipient_id is not null when 'groups' then b.recipient_id is null
        when 'reports' then b.outcome is not null or w.state in ('reported', 'fixed', 'closed') else true end
  $$;

create or replace function mark_awards() returns trigger language plpgsql
  as $$
  begin
    if tg_op <> 'INSERT' then perform mark_changed('grant', array(select id from old_rows)); end if;
    if tg_op <> 'DELETE' then perform mark_changed('grant', array(select id from new_rows)); end if;
    return null;
  end $$;
create or replace trigger grant_awards_added after insert on grant_awards referencing new table as new_rows
  for each statement execute function mark_awards();
create or replace trigger grant_awards_changed after update on grant_awards referencing old table as old_rows new table as new_rows
  for each statement execute function mark_awards();
create or replace trigger grant_awards_removed after delete on grant_awards referencing old table as old_rows
  for each statement execute function mark_awards();

create or replace function mark_award_of_benefit() returns trigger language plpgsql
  as $$
  begin
    if tg_op <> 'INSERT' then perform mark_changed('grant', array[old.award_id]); end if;
    if tg_op <> 'DELETE' then perform mark_changed('grant', array[new.award_id]); end if;
    return null;
  end $$;
create or replace trigger grant_benefits_marked after insert or delete or update of award_id, recipient_id, outcome on grant_benefits
  for each row execute function mark_award_of_benefit();

create or replace function mark_awards_around() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'rollup.mark', true);
    perform mark_changed('grant', case tg_table_name
      when 'grant_calls' then array(select w.id from grant_awards w where w.call_id = new.id)
      else array(select w.id from grant_awards w where w.application_id = new.id) end);
    perform set_config('app.system', before, true);
    return null;
  end $$;
create or replace trigger grant_calls_marked after update of program_id, fiscal_year on grant_calls for each row
  when ((old.program_id, old.fiscal_year) is distinct from (new.program_id, new.fiscal_year)) execute function mark_awards_around();
create or replace trigger grant_applications_marked after update of applicant_id on grant_applications for each row
  when (old.applicant_id is distinct from new.applicant_id) execute function mark_awards_around();

-- unreceived: benefits of people who met every condition and have not received them, by the office that answers for the call; year and
-- month of the asking. Place and worry are codes that were told for counting: nothing sealed is opened.
-- figure     code                              n
-- withdrawn  municipality:worry:               1
-- waiting    municipality:worry:day since when 1   not decided, or decided and not paid; whether that is too long, who reads says
create or replace function rollup_unreceived(things uuid[])
  returns table (thing uuid, owner uuid, year integer, month text, figure text, code text, who uuid, n bigint) language sql stable
  as $$
    select b.id, b.bureau_id, extract(year from b.asked_on - interval '3 months')::int, to_char(b.asked_on, 'YYYY-MM'), f.figure,
      concat_ws(':', b.municipality, b.worry, coalesce(f.since::text, '')), null::uuid, 1::bigint
    from unnest(things) asked (id) join grant_benefits b on b.id = asked.id left join grant_awards w on w.id = b.award_id,
      lateral (values ('withdrawn', null::date, b.state = 'withdrawn'),
        ('waiting', b.asked_on, b.state in ('asked', 'returned', 'checked')),
        ('waiting', b.decided_on, b.state = 'decided' and coalesce(w.paid_yen, 0) = 0)) f (figure, since, is_so)
    where f.is_so and not exists (select from jsonb_array_elements(b.checked) c where not (c ->> 'met')::boolean)
  $$;

create or replace function mark_benefit() returns trigger language plpgsql
  as $$
  begin
    perform mark_changed('unreceived', array[case when tg_op = 'DELETE' then old.id else new.id end]);
    return null;
  end $$;
create or replace trigger grant_benefits_unreceived after insert or delete
    or update of bureau_id, state, checked, municipality, worry, award_id, asked_on, decided_on on grant_benefits
  for each row execute function mark_benefit();

-- Money that arrives or comes back ends the waiting or begins it again; whoever moves money need not see the benefit.
create or replace function mark_benefits_paid() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'rollup.mark', true);
    perform mark_changed('unreceived', array(select b.id from new_rows n join old_rows o using (id)
      join grant_benefits b on b.award_id = n.id where (n.paid_yen > 0) <> (o.paid_yen > 0)));
    perform set_config('app.system', before, true);
    return null;
  end $$;
create or replace trigger grant_awards_received after update on grant_awards referencing old table as old_rows new table as new_rows
  for each statement execute function mark_benefits_paid();

-- Benefits from before they were kept added up: once.
do $$
begin
  perform set_config('app.system', 'rollup.begin', true);
  if not exists (select from rollups where register = 'unreceived') and not exists (select from rollup_marks where register = 'unreceived')
  then insert into rollup_marks (register, thing) select 'unreceived', b.id from grant_benefits b;
  end if;
  perform set_config('app.system', '', true);
end $$;

-- What was not received is for the map of the headquarters and the bureaus: any office, and nobody else.
create or replace function countable_unreceived(asked uuid[]) returns uuid[] language sql stable
  as $$ select case when app_is_system() or app_has_role('secretariat') or app_has_role('approver') or app_has_role('reporter')
      then coalesce(asked, array(select o.id from organisations o)) else '{}' end $$;

-- Awards from before they were kept added up: once.
do $$
begin
  perform set_config('app.system', 'rollup.begin', true);
  if not exists (select from rollups where register = 'grant') and not exists (select from rollup_marks where register = 'grant') then
    insert into rollup_marks (register, thing) select 'grant', w.id from grant_awards w;
  end if;
  perform set_config('app.system', '', true);
end $$;

-- Sums over all calls of a program in a fiscal year are of nobody: any program is counted, whoever asks.
create or replace function countable_grant(asked uuid[]) returns uuid[] language sql immutable as $$ select asked $$;
drop function if exists grant_counts(uuid[], integer);
