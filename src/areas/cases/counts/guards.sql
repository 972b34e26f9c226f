-- Run after every migration; each statement may be run again.
-- What cases count for, kept added up: platform/rollups. Marked by whoever changes a row, and by nothing that an action could forget.

-- case: services on record, by the organisation that gave them. figure service, code its code; the same as in case_facts.
create or replace function rollup_case(things uuid[])
  returns table (thing uuid, owner uuid, year integer, month text, figure text, code text, who uuid, n bigint) language sql stable
  as $$
    select r.case_id, r.home_id, extract(year from r.day - interval '3 months')::int, to_char(r.day, 'YYYY-MM'), 'service', r.service,
      coalesce(c.person_id, c.id), count(*)
    from unnest(things) asked (id) join case_files c on c.id = asked.id join lateral (
      select w.case_id, w.home_id, w.service, (w.started_at at time zone 'Asia/Tokyo')::date as day
      from case_records w where w.case_id = c.id and w.service is not null and w.replaced_at is null
    ) r on true
    group by r.case_id, r.home_id, 3, 4, r.service, coalesce(c.person_id, c.id)
  $$;

-- flow: いまの様子 of a case, domain by domain: from the first time it was asked to the last in each fiscal year; as in case_flows, by
-- the organisation that asked. figure domain, code `before>after`.
create or replace function rollup_flow(things uuid[])
  returns table (thing uuid, owner uuid, year integer, month text, figure text, code text, who uuid, n bigint) language sql stable
  as $$
    with told as (
      select s.case_id, s.home_id, s.id as scale, s.asked_on, s.written_at, g.domain, g.stage,
        extract(year from s.asked_on - interval '3 months')::int as in_year
      from unnest(things) asked (id) join case_scales s on s.case_id = asked.id join case_scale_stages g on g.scale_id = s.id
    ), latest as (
      select distinct on (t.case_id, t.domain, t.in_year) t.* from told t
      order by t.case_id, t.domain, t.in_year, t.asked_on desc, t.written_at desc
    ), earliest as (
      select distinct on (t.case_id, t.domain) t.* from told t order by t.case_id, t.domain, t.asked_on, t.written_at
    )
    select l.case_id, l.home_id, l.in_year, '', l.domain, e.stage || '>' || l.stage, null::uuid, 1::bigint
    from latest l join earliest e using (case_id, domain) where l.scale <> e.scale
  $$;

create or replace function mark_cases() returns trigger language plpgsql
  as $$
  begin
    if tg_op <> 'INSERT' then perform mark_changed(tg_argv[0], array(select case_id from old_rows)); end if;
    if tg_op <> 'DELETE' then perform mark_changed(tg_argv[0], array(select case_id from new_rows)); end if;
    return null;
  end $$;
create or replace function mark_case() returns trigger language plpgsql
  as $$ begin perform mark_changed(tg_argv[0], array[case when tg_op = 'DELETE' then old.id else new.id end]); return null; end $$;

create or replace trigger case_records_added after insert on case_records referencing new table as new_rows
  for each statement execute function mark_cases('case');
create or replace trigger case_records_changed after update on case_records referencing old table as old_rows new table as new_rows
  for each statement execute function mark_cases('case');
create or replace trigger case_records_removed after delete on case_records referencing old table as old_rows
  for each statement execute function mark_cases('case');
create or replace trigger case_files_person after update of person_id on case_files for each row
  when (old.person_id is distinct from new.person_id) execute function mark_case('case');

create or replace trigger case_scale_stages_added after insert on case_scale_stages referencing new table as new_rows
  for each statement execute function mark_cases('flow');
create or replace trigger case_scale_stages_changed after update on case_scale_stages
  referencing old table as old_rows new table as new_rows for each statement execute function mark_cases('flow');
create or replace trigger case_scale_stages_removed after delete on case_scale_stages referencing old table as old_rows
  for each statement execute function mark_cases('flow');
create or replace trigger case_scales_changed after update on case_scales referencing old table as old_rows new table as new_rows
  for each statement execute function mark_cases('flow');

-- Cases from before they were kept added up: once.
do $$
begin
  perform set_config('app.system', 'rollup.begin', true);
  if not exists (select from rollups where register = 'case') and not exists (select from rollup_marks where register = 'case') then
    insert into rollup_marks (register, thing) select register, c.id from case_files c, unnest(array['case', 'flow']) register;
  -- Flows that were once kept over all organisations: again, by organisation.
  elsif exists (select from rollups where register = 'flow' and owner = '00000000-0000-0000-0000-000000000000' and n <> 0) then
    insert into rollup_marks (register, thing) select 'flow', c.id from case_files c;
  end if;
  perform set_config('app.system', '', true);
end $$;

-- Counted by count_rollup, for those that statistics/guards.sql names.
drop function if exists case_counts(integer, uuid[]), flow_counts(integer, uuid[]);
