-- Run after every migration; each statement may be run again.
-- Sums that follow what they count. An area says in one function what a thing (a case, an award) counts for now,
--   rollup_<register>(things uuid[]) returns table (thing uuid, owner uuid, year integer, month text, figure text, code text, who uuid, n bigint),
-- and marks a thing whenever a row of it changes. Reading is what was folded, less what the marked things counted for then, and what
-- they count for now: in one statement, so never stale and never twice. `who` is the person that 実 counts once; null: nobody is counted.

create or replace function mark_changed(of text, things uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'rollup.mark', true);
    insert into rollup_marks (register, thing) select distinct of, thing from unnest(things) thing where thing is not null;
    perform set_config('app.system', before, true);
  end $$;
revoke all on function mark_changed(text, uuid[]) from public;
grant execute on function mark_changed(text, uuid[]) to tsunagi_app;

-- The sums of a year without anything behind them: read_rollup looks as whoever calls it, so to all but the product they are empty.
create or replace function read_rollup(of text, owners uuid[], in_year integer)
  returns table (owner uuid, month text, figure text, code text, n bigint, people bigint)
  language plpgsql stable set search_path = public, pg_temp
  as $$
  begin
    return query execute format($read$
      with marked as (select distinct m.thing from rollup_marks m where m.register = $1),
        changed as (
          select f.owner, f.month, f.figure, f.code, f.who, f.n
            from %I(array(select thing from marked)) f where f.year = $3 and f.owner = any($2)
          union all
          select r.owner, r.month, r.figure, r.code, s.who, -s.n
            from marked join rollup_facts s using (thing) join rollups r on r.id = s.rollup_id
            where r.register = $1 and r.year = $3 and r.owner = any($2)
        ),
        moved as (
          select c.owner, m.month, c.figure, c.code, c.who, sum(c.n) as n
            from changed c cross join lateral (select '' as month union select c.month) m group by 1, 2, 3, 4, 5
        ),
        both_ as (
          select r.owner, r.month, r.figure, r.code, r.n::numeric, r.people::numeric from rollups r
            where r.register = $1 and r.year = $3 and r.owner = any($2)
          union all
          select m.owner, m.month, m.figure, m.code, m.n,
            (m.who is not null)::int * ((coalesce(p.n, 0) + m.n > 0)::int - (coalesce(p.n, 0) > 0)::int)
            from moved m left join rollups r on r.register = $1 and r.year = $3 and r.owner = m.owner and r.month = m.month
                and r.figure = m.figure and r.code = m.code
              left join rollup_people p on p.rollup_id = r.id and p.who = m.who
        )
      select b.owner, b.month, b.figure, b.code, sum(b.n)::bigint, sum(b.people)::bigint from both_ b
        group by 1, 2, 3, 4 having sum(b.n) <> 0 or sum(b.people) <> 0$read$, 'rollup_' || of) using of, owners, in_year;
  end $$;

-- Numbers without the rows, for those who may count and not look, by owner. Which of the owners that were asked for whoever acts may
-- count is the area's to say, in countable_<register>(asked uuid[]) returns uuid[]: a register without it is counted by nobody.
create or replace function count_rollup(of text, asked uuid[], in_year integer)
  returns table (owner uuid, month text, figure text, code text, n bigint, people bigint)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    before text := coalesce(current_setting('app.system', true), '');
    counted uuid[];
  begin
    execute format('select %I($1)', 'countable_' || of) into counted using asked;
    perform set_config('app.system', of || '.count', true);
    return query select * from read_rollup(of, counted, in_year);
    perform set_config('app.system', before, true);
  end $$;
revoke all on function count_rollup(text, uuid[], integer) from public;
grant execute on function count_rollup(text, uuid[], integer) to tsunagi_app;

-- Folds what changed into the sums; gives how many things had changed. One process at a time.
create or replace function fold_rollup(of text) returns bigint language plpgsql set search_path = public, pg_temp
  as $$
  declare folded bigint;
  begin
    if not pg_try_advisory_xact_lock(7203118) then return 0; end if;
    execute format($fold$
      with marks as (delete from rollup_marks where register = $1 returning thing),
        marked as (select distinct thing from marks),
        counted as materialized (select f.* from %I(array(select thing from marked)) f),
        stood as materialized (
          select s.ctid as place, r.owner, r.year, r.month, r.figure, r.code, s.who, s.n
            from marked join rollup_facts s using (thing) join rollups r on r.id = s.rollup_id where r.register = $1
        ),
        moved as materialized (
          select c.owner, c.year, m.month, c.figure, c.code, c.who, sum(c.n) as n
            from (select owner, year, month, figure, code, who, n from counted
              union all select owner, year, month, figure, code, who, -n from stood) c
            cross join lateral (select '' as month union select c.month) m group by 1, 2, 3, 4, 5, 6
        ),
        weighed as materialized (
          select m.*, coalesce(p.n, 0) as was
            from moved m left join rollups r on r.register = $1 and r.year = m.year and r.owner = m.owner and r.month = m.month
                and r.figure = m.figure and r.code = m.code
              left join rollup_people p on p.rollup_id = r.id and p.who = m.who
        ),
        kept as (
          insert into rollups as r (register, year, owner, month, figure, code, n, people)
            select $1, year, owner, month, figure, code, sum(n),
              coalesce(sum((was + n > 0)::int - (was > 0)::int) filter (where who is not null), 0)
            from weighed group by year, owner, month, figure, code
            on conflict (register, year, owner, month, figure, code)
              do update set n = r.n + excluded.n, people = r.people + excluded.people
            returning r.id, r.year, r.owner, r.month, r.figure, r.code
        ),
        of_people as materialized (
          select k.id, w.who, w.n, w.was from weighed w join kept k using (year, owner, month, figure, code)
            where w.who is not null and w.n <> 0
        ),
        people_kept as (
          insert into rollup_people as p (rollup_id, who, n) select id, who, n from of_people where was + n > 0
            on conflict (rollup_id, who) do update set n = p.n + excluded.n
        ),
        people_gone as (
          delete from rollup_people p using of_people o where p.rollup_id = o.id and p.who = o.who and o.was + o.n <= 0
        ),
        facts_gone as (delete from rollup_facts s using stood where s.ctid = stood.place),
        facts_kept as (
          insert into rollup_facts (thing, rollup_id, who, n)
            select c.thing, k.id, c.who, c.n from counted c join kept k using (year, owner, month, figure, code)
        )
      select count(*) from marked$fold$, 'rollup_' || of) into folded using of;
    return folded;
  end $$;
