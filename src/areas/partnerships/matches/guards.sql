-- First requests by who was asked: how each went and after how many days, the newest first. No word, no name, no match.
create or replace function match_answers(organisation uuid, since timestamptz, until timestamptz)
  returns table (asked_id uuid, outcome text, days integer, asked_at timestamptz)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'match.answers', true);
    return query
      select a.id,
        case when m.answered_at is not null then 'answered' when m.status = 'lapsed' then 'lapsed'
          when m.status = 'proposed' then 'waiting' else 'withdrawn' end,
        floor(extract(epoch from m.answered_at - m.asked_at) / 86400)::int, m.asked_at
      from matches m
        cross join lateral (select case when m.asker = 'giver' then m.receiver_id else m.giver_id end as id) a
      where m.asked_at >= since and m.asked_at < until and (organisation is null or a.id = organisation)
        and not exists (select from match_reports r where r.match_id = m.id and r.outcome = 'stopped')
      order by m.asked_at desc, m.id;
    perform set_config('app.system', before, true);
  end $$;
revoke all on function match_answers(uuid, timestamptz, timestamptz) from public;
grant execute on function match_answers(uuid, timestamptz, timestamptz) to tsunagi_app;

-- Whether one of two members has shut out the other: who did is told to nobody.
create or replace function match_is_shut(one uuid, other uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare before text := coalesce(current_setting('app.system', true), ''); shut boolean;
  begin
    perform set_config('app.system', 'match.shut', true);
    select exists (select from match_blocks b where (b.organisation_id, b.blocked_id) in ((one, other), (other, one))) into shut;
    perform set_config('app.system', before, true);
    return shut;
  end $$;
revoke all on function match_is_shut(uuid, uuid) from public;
grant execute on function match_is_shut(uuid, uuid) to tsunagi_app;

-- Sums of a fiscal year for the report and public pages: how far matches came, by their kind.
create or replace function match_counts(from_on date, to_on date)
  returns table (kind text, asked integer, talked integer, agreed integer, delivered integer, counted integer)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'match.count', true);
    return query
      select m.kind, count(*)::int,
        count(*) filter (where m.status in ('talking', 'agreed', 'delivered', 'thanked', 'counted') or m.agreed_at is not null)::int,
        count(*) filter (where m.agreed_at is not null)::int,
        count(*) filter (where d.any_at is not null)::int,
        count(*) filter (where d.counted)::int
      from matches m left join (select v.match_id, min(v.confirmed_at) as any_at,
        bool_or(v.counted_at is not null or o.status in ('closed', 'withdrawn')) as counted
        from match_deliveries v join matches o on o.id = v.match_id group by v.match_id) d on d.match_id = m.id
      where (m.asked_at at time zone 'Asia/Tokyo')::date between from_on and to_on
      group by m.kind order by m.kind;
    perform set_config('app.system', before, true);
  end $$;
revoke all on function match_counts(date, date) from public;
grant execute on function match_counts(date, date) to tsunagi_app;

-- What changed hands and was counted, by kind and unit, on the days between; for one member, or for all.
create or replace function match_goods(from_on date, to_on date, organisation uuid)
  returns table (kind text, unit text, given numeric, received numeric, yen bigint, times integer)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'match.count', true);
    return query
      select m.kind, d.unit,
        sum(d.quantity) filter (where organisation is null or m.giver_id = organisation),
        sum(d.quantity) filter (where organisation is null or m.receiver_id = organisation),
        coalesce(sum(d.yen), 0)::bigint, count(*)::int
      from match_deliveries d join matches m on m.id = d.match_id
      where (d.counted_at is not null or m.status in ('closed', 'withdrawn')) and d.delivered_on between from_on and to_on
        and (organisation is null or organisation in (m.giver_id, m.receiver_id))
      group by m.kind, d.unit order by m.kind, d.unit;
    perform set_config('app.system', before, true);
  end $$;
revoke all on function match_goods(date, date, uuid) from public;
grant execute on function match_goods(date, date, uuid) to tsunagi_app;
