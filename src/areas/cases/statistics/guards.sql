-- Run after every migration; each statement may be run again.
-- What the national statistics count, each fact once, with the day it counts for: codes and days only. As a function of whoever
-- asks it shows the facts of the cases that they see, so a figure opens to its rows for its own desk and for nobody else.

-- figure      code                      day
-- received    ''                        form 1: 受付日
-- screened    result                    form 2: スクリーニングの日
-- planned     first, again              form 5: 支援決定・確認の日
-- target      ''                        the same, of plans that aim at ordinary work
-- program     program                   the same, once for each plan that uses it
-- reviewed    outcome                   form 6: 評価の日
-- change      change                    the same
-- improved    ''                        the same, when any change for the better was seen
-- employed    target, other             the same, by the plan that was reviewed
-- raised      target, other             the same; who began work is counted there and not here
-- closed      reason                    the day of the end
-- service     service                   form 3: the day of the record
-- minutes     service                   the same, in minutes
create or replace function case_facts(first date, last date, organisations uuid[])
  returns table (organisation uuid, case_id uuid, person uuid, day date, figure text, code text, n integer)
  language sql stable
  as $$
    select c.organisation_id, c.id, coalesce(c.person_id, c.id), c.received_on, 'received', '', 1
      from case_files c where c.organisation_id = any(organisations) and c.received_on between first and last
    union all
    select c.organisation_id, c.id, coalesce(c.person_id, c.id), c.screened_on, 'screened', c.screening, 1
      from case_files c where c.organisation_id = any(organisations) and c.screened_on between first and last
    union all
    select c.organisation_id, c.id, coalesce(c.person_id, c.id), c.closed_on, 'closed', coalesce(c.close_reason, ''), 1
      from case_files c where c.organisation_id = any(organisations) and c.closed_on between first and last
    union all
    select p.home_id, p.case_id, coalesce(c.person_id, c.id), p.decided_on, f.figure, f.code, 1
      from case_plans p join case_files c on c.id = p.case_id, lateral (
        select 'planned' as figure, case when p.round = 1 then 'first' else 'again' end as code
        union all select 'target', '' where p.is_employment_target
        union all select distinct 'program', i.program from case_plan_items i where i.plan_id = p.id and i.program is not null
      ) f
      where p.home_id = any(organisations) and p.decided_on between first and last
    union all
    select r.home_id, r.case_id, coalesce(c.person_id, c.id), r.held_on, f.figure, f.code, 1
      from case_reviews r join case_files c on c.id = r.case_id join case_plans p on p.id = r.plan_id, lateral (
        select case when p.is_employment_target then 'target' else 'other' end as aim,
          'employed' = any(r.changes) as employed, 'wage-up' = any(r.changes) as raised
      ) a, lateral (
        select 'reviewed' as figure, r.outcome as code
        union all select distinct 'change', change from unnest(r.changes) change
        union all select 'improved', '' where cardinality(array_remove(r.changes, 'none')) > 0
        union all select 'employed', a.aim where a.employed
        union all select 'raised', a.aim where a.raised and not a.employed
      ) f
      where r.home_id = any(organisations) and r.held_on between first and last
    union all
    select r.home_id, r.case_id, coalesce(c.person_id, c.id), (r.started_at at time zone 'Asia/Tokyo')::date, f.figure, r.service, f.n
      from case_records r join case_files c on c.id = r.case_id, lateral (
        select 'service' as figure, 1 as n union all select 'minutes', r.minutes where r.minutes is not null
      ) f
      where r.home_id = any(organisations) and r.service is not null and r.replaced_at is null
        and r.started_at >= first::timestamp at time zone 'Asia/Tokyo'
        and r.started_at < (last + 1)::timestamp at time zone 'Asia/Tokyo'
  $$;

-- The organisations of which whoever acts may count: their own; the headquarters and the bureaus any.
create or replace function countable_organisations(asked uuid[]) returns uuid[] language sql stable
  as $$ select case when app_is_system() or app_has_role('secretariat') or app_has_role('approver') or app_has_role('reporter')
      then coalesce(asked, (select array_agg(o.id) from organisations o))
    when asked is null then carried_organisations()
    else array(select unnest(asked) intersect select unnest(carried_organisations())) end $$;
-- The same for what is kept added up (count_rollup): of cases, of いまの様子, of referrals.
create or replace function countable_case(asked uuid[]) returns uuid[] language sql stable as $$ select countable_organisations(asked) $$;
create or replace function countable_flow(asked uuid[]) returns uuid[] language sql stable as $$ select countable_organisations(asked) $$;
create or replace function countable_referral(asked uuid[]) returns uuid[] language sql stable as $$ select countable_organisations(asked) $$;

-- The same facts added up, by month and (month '') over the whole span, in which a person is counted once: numbers without the
-- rows, for those who may count and not look.
create or replace function case_figures(first date, last date, asked uuid[])
  returns table (organisation uuid, month text, figure text, code text, n bigint, people bigint)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    before text := coalesce(current_setting('app.system', true), '');
    counted uuid[] := countable_organisations(asked);
  begin
    perform set_config('app.system', 'case.count', true);
    return query select f.organisation, coalesce(to_char(f.day, 'YYYY-MM'), ''), f.figure, f.code, sum(f.n), count(distinct f.person)
      from case_facts(first, last, counted) f
      group by grouping sets ((f.organisation, to_char(f.day, 'YYYY-MM'), f.figure, f.code), (f.organisation, f.figure, f.code));
    perform set_config('app.system', before, true);
  end $$;
revoke all on function case_figures(date, date, uuid[]) from public;
grant execute on function case_figures(date, date, uuid[]) to tsunagi_app;

-- いまの様子: from the first time that a domain was asked to the last within the span, domain by domain.
create or replace function case_flows(first date, last date, asked uuid[])
  returns table (domain text, before integer, after integer, n bigint)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    acting text := coalesce(current_setting('app.system', true), '');
    counted uuid[] := countable_organisations(asked);
  begin
    perform set_config('app.system', 'case.count', true);
    return query with told as (
        select s.case_id, s.id as scale, s.asked_on, s.written_at, g.domain, g.stage
        from case_scales s join case_scale_stages g on g.scale_id = s.id
        where s.home_id = any(counted) and s.asked_on <= last
      ), latest as (
        select distinct on (t.case_id, t.domain) t.* from told t where t.asked_on >= first
        order by t.case_id, t.domain, t.asked_on desc, t.written_at desc
      ), earliest as (
        select distinct on (t.case_id, t.domain) t.* from told t order by t.case_id, t.domain, t.asked_on, t.written_at
      )
      select l.domain, e.stage, l.stage, count(*) from latest l join earliest e using (case_id, domain)
      where l.scale <> e.scale group by 1, 2, 3;
    perform set_config('app.system', acting, true);
  end $$;
revoke all on function case_flows(date, date, uuid[]) from public;
grant execute on function case_flows(date, date, uuid[]) to tsunagi_app;

-- Whether a case has a plan that was decided, by whom and when, without opening the case: for what depends on it elsewhere.
create or replace function plan_facts(at uuid, numbered text)
  returns table (round integer, decided_on date, starts_on date, ends_on date)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    before text := coalesce(current_setting('app.system', true), '');
    allowed boolean := array[at] <@ countable_organisations(array[at]);
  begin
    perform set_config('app.system', 'case.count', true);
    return query select p.round, p.decided_on, p.starts_on, p.ends_on from case_plans p join case_files c on c.id = p.case_id
      where allowed and c.organisation_id = at and c.number = numbered and p.decided_on is not null
      order by p.round desc limit 1;
    perform set_config('app.system', before, true);
  end $$;
revoke all on function plan_facts(uuid, text) from public;
grant execute on function plan_facts(uuid, text) to tsunagi_app;
