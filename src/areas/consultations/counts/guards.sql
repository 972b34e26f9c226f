-- Run after every migration; each statement may be run again.
-- Counts follow the rows they count, in the same transaction, whoever writes: what a contact counts for after a change, less
-- what it counted for before. Nobody can forget to count, and 10 million contacts are never counted again.

-- Upper bounds in seconds; `over` beyond the last. The same list stands in counts/rules.ts.
create or replace function wait_bucket(seconds numeric) returns text language sql immutable
  as $$ select case when seconds <= 15 then '15' when seconds <= 30 then '30' when seconds <= 60 then '60'
    when seconds <= 120 then '120' when seconds <= 300 then '300' when seconds <= 600 then '600'
    when seconds <= 1200 then '1200' when seconds <= 1800 then '1800' when seconds <= 3600 then '3600' else 'over' end $$;

-- kind          a                b          n
-- door          door                        1
-- answered      door                        1 when somebody took it
-- outside       door                        1 when it came out of hours
-- hour          door             hour       1
-- wait          door             bucket     1, by the seconds until it was taken; a telephone and a counter know no queue of ours
-- minutes       door                        minutes
-- worry         worry            door       1
-- place         municipality     door       1
-- worry-place   worry            municipality 1
-- risk          level            door       1
-- outcome       outcome          door       1
-- age, sex      code                        1
-- missed        municipality     worry      1 when it came within hours and ended without anybody having taken it
-- outside-who   municipality     worry      1 when it came out of hours
--               '' where it is not known; each worry counts, and in the row of worry '*' the contact once
-- transferred   door                        1 when another desk had it before: to take off where a person is to count once
create or replace function contact_facts(c contacts) returns table (kind text, a text, b text, n bigint)
  language sql immutable
  as $$
    select 'door', c.door, '', 1::bigint
    union all select 'answered', c.door, '', 1 where c.taken_at is not null
    union all select 'outside', c.door, '', 1 where not c.in_hours
    union all select 'hour', c.door, to_char(c.arrived_at at time zone 'Asia/Tokyo', 'HH24'), 1
    union all select 'wait', c.door, wait_bucket(extract(epoch from c.taken_at - coalesce(c.queued_at, c.arrived_at))::numeric), 1
      where c.taken_at is not null and c.door not in ('phone', 'visit')
    union all select 'minutes', c.door, '', c.minutes where c.minutes is not null
    union all select distinct 'worry', worry, c.door, 1::bigint from unnest(c.worries) worry
    union all select 'place', c.municipality, c.door, 1 where c.municipality is not null
    union all select distinct 'worry-place', worry, c.municipality, 1::bigint from unnest(c.worries) worry
      where c.municipality is not null
    union all select 'risk', c.risk::text, c.door, 1 where c.risk is not null
    union all select 'outcome', c.outcome, c.door, 1 where c.outcome is not null
    union all select 'age', c.age_band, '', 1 where c.age_band is not null
    union all select 'sex', c.sex, '', 1 where c.sex is not null
    union all select distinct unmet.kind, coalesce(c.municipality, ''), worry, 1::bigint
      from (select case when not c.in_hours then 'outside-who' when c.taken_at is null and c.ended_at is not null
          and c.end_reason in ('no-answer', 'quiet', 'closed-hours', 'withdrawn') then 'missed' end as kind) unmet,
        unnest(array['*'] || case when c.worries = '{}' then array[''] else c.worries end) worry
      where unmet.kind is not null
    union all select 'transferred', c.door, '', 1 where c.transferred_from is not null
  $$;

create or replace function count_contact() returns trigger language plpgsql
  as $$
  begin
    -- A whole year that is made at once is counted at once.
    if current_setting('app.counting', true) = 'off' then return null; end if;
    insert into count_changes (desk_id, month, kind, a, b, n)
      select f.desk_id, f.month, f.kind, f.a, f.b, sum(f.n)
      from (
        select new.desk_id, to_char(new.arrived_at at time zone 'Asia/Tokyo', 'YYYY-MM') as month, now_.kind, now_.a, now_.b, now_.n
          from contact_facts(new) now_
        union all
        select old.desk_id, to_char(old.arrived_at at time zone 'Asia/Tokyo', 'YYYY-MM'), was.kind, was.a, was.b, -was.n
          from contact_facts(old) was where tg_op = 'UPDATE'
      ) f
      group by f.desk_id, f.month, f.kind, f.a, f.b having sum(f.n) <> 0;
    return null;
  end $$;
create or replace trigger contacts_counted after insert on contacts for each row execute function count_contact();
create or replace trigger contacts_counted_again after update of arrived_at, taken_at, queued_at, ended_at, end_reason, in_hours, minutes, worries,
  municipality, risk, outcome, age_band, sex, door, desk_id, transferred_from on contacts for each row execute function count_contact();

-- call          result                      1
-- call-hour     hour             result     1
-- call-wait     phone            bucket     1 when it was answered and the exchange said after how many seconds
create or replace function count_call() returns trigger language plpgsql
  as $$
  declare
    month text := to_char(new.at at time zone 'Asia/Tokyo', 'YYYY-MM');
  begin
    if tg_op = 'INSERT' then
      insert into count_changes (desk_id, month, kind, a, b, n) values
        (new.desk_id, month, 'call', new.result, '', 1),
        (new.desk_id, month, 'call-hour', to_char(new.at at time zone 'Asia/Tokyo', 'HH24'), new.result, 1);
    end if;
    insert into count_changes (desk_id, month, kind, a, b, n)
      select new.desk_id, month, 'call-wait', 'phone', waited.bucket, sum(waited.n)
      from (
        select wait_bucket(new.wait_seconds) as bucket, 1 as n where new.result = 'answered' and new.wait_seconds is not null
        union all
        select wait_bucket(old.wait_seconds), -1 where tg_op = 'UPDATE' and old.result = 'answered' and old.wait_seconds is not null
      ) waited
      group by waited.bucket having sum(waited.n) <> 0;
    return null;
  end $$;
create or replace trigger call_attempts_counted after insert on call_attempts for each row execute function count_call();
create or replace trigger call_attempts_counted_again after update of wait_seconds on call_attempts for each row execute function count_call();

-- The year from April to March in which a month lies: `2025-03` is of 2024.
create or replace function fiscal_year_of(month text) returns int language sql immutable
  as $$ select left(month, 4)::int - case when right(month, 2) < '04' then 1 else 0 end $$;

-- Moves what changed into the counts of months and of years, all at once: whoever reads meanwhile sees it in one of the two, never in both.
create or replace function fold_counts() returns bigint language plpgsql
  as $$
  declare
    folded bigint;
  begin
    if not pg_try_advisory_xact_lock(7203116) then return 0; end if;
    with moved as (delete from count_changes returning desk_id, month, kind, a, b, n),
      summed as (select desk_id, month, kind, a, b, sum(n) as n from moved group by 1, 2, 3, 4, 5),
      kept as (insert into counts as c (desk_id, month, kind, a, b, n) select * from summed
        on conflict (kind, month, desk_id, a, b) do update set n = c.n + excluded.n returning 1),
      kept_by_year as (insert into year_counts as c (desk_id, fiscal_year, kind, a, b, n)
        select desk_id, fiscal_year_of(month), kind, a, b, sum(n) from summed group by 1, 2, 3, 4, 5
        on conflict (kind, fiscal_year, desk_id, a, b) do update set n = c.n + excluded.n)
    select count(*) into folded from kept;
    return folded;
  end $$;
