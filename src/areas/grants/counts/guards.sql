-- Numbers of grants for the measures of a program: sums over all of its calls of a fiscal year, nothing of anybody.
create or replace function grant_counts(program uuid, year integer)
  returns table (month text, recipients integer, people integer, groups integer, decided bigint, paid bigint, settled bigint, reports integer)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'grant.count', true);
    return query
      with awards as (
        select to_char(w.decided_on, 'YYYY-MM') as on_month, w.*, b.recipient_id, b.outcome, p.applicant_id
        from grant_awards w join grant_calls c on c.id = w.call_id join grant_applications p on p.id = w.application_id
          left join grant_benefits b on b.award_id = w.id
        where c.program_id = program and c.fiscal_year = year and w.state <> 'cancelled' and w.decided_yen > 0
      )
      select coalesce(a.on_month, ''), count(a.recipient_id)::int, count(distinct a.recipient_id)::int,
        count(distinct a.applicant_id) filter (where a.recipient_id is null)::int, coalesce(sum(a.decided_yen), 0)::bigint,
        coalesce(sum(a.paid_yen), 0)::bigint, coalesce(sum(a.settled_yen), 0)::bigint,
        count(*) filter (where a.outcome is not null or a.state in ('reported', 'fixed', 'closed'))::int
      from awards a group by grouping sets ((a.on_month), ());
    perform set_config('app.system', before, true);
  end $$;
revoke all on function grant_counts(uuid, integer) from public;
grant execute on function grant_counts(uuid, integer) to tsunagi_app;
