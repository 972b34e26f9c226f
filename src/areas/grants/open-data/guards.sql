-- What everybody may know of grants: awards to groups by name; of persons, sums that rules.ts looks at before they are told.

create or replace function grant_awards_open()
  returns table (fiscal_year integer, call_slug text, call_name text, group_name text, corporate_number text, number text,
    decided_on date, decided bigint, paid bigint, settled bigint, state text, illustrative boolean)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'grant.open', true);
    return query select c.fiscal_year, c.slug, v.terms -> 'name' ->> 'ja', a.name, a.corporate_number, w.number,
        w.decided_on, w.decided_yen, w.paid_yen, w.settled_yen, w.state, c.illustrative
      from grant_awards w join grant_calls c on c.id = w.call_id join grant_call_versions v on v.id = w.version_id
        join grant_applications p on p.id = w.application_id join grant_applicants a on a.id = p.applicant_id
      where c.audience = 'groups' and a.kind <> 'individual' and p.recipient_id is null and w.state <> 'cancelled'
      order by w.decided_on, w.number;
    perform set_config('app.system', before, true);
  end $$;
revoke all on function grant_awards_open() from public;
grant execute on function grant_awards_open() to tsunagi_app;

create or replace function grant_benefits_open()
  returns table (call_id uuid, fiscal_year integer, call_slug text, terms jsonb, use text, n integer, people integer, yen bigint,
    illustrative boolean)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'grant.open', true);
    return query select c.id, c.fiscal_year, c.slug, (array_agg(v.terms))[1], coalesce(b.use, ''), count(*)::int,
        count(distinct b.recipient_id)::int, sum(w.decided_yen)::bigint, bool_or(c.illustrative)
      from grant_benefits b join grant_calls c on c.id = b.call_id join grant_call_versions v on v.id = b.version_id
        join grant_awards w on w.id = b.award_id
      where b.state = 'decided'
      group by grouping sets ((c.id, c.fiscal_year, c.slug, b.use), (c.id, c.fiscal_year, c.slug))
      order by c.fiscal_year desc, c.slug, grouping(b.use) desc, b.use;
    perform set_config('app.system', before, true);
  end $$;
revoke all on function grant_benefits_open() from public;
grant execute on function grant_benefits_open() to tsunagi_app;

-- The same awards of one group alone: by its organisation, or by the corporate numbers that are known to be its own.
create or replace function grant_awards_of(of_organisation uuid, of_numbers text[])
  returns table (fiscal_year integer, call_name_ja text, call_name_en text, decided_on date, decided bigint, illustrative boolean)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'grant.open', true);
    return query select c.fiscal_year, v.terms -> 'name' ->> 'ja', v.terms -> 'name' ->> 'en', w.decided_on, w.decided_yen,
        c.illustrative
      from grant_applicants a join grant_applications p on p.applicant_id = a.id join grant_awards w on w.application_id = p.id
        join grant_calls c on c.id = w.call_id join grant_call_versions v on v.id = w.version_id
      where (a.organisation_id = of_organisation or a.corporate_number = any(of_numbers))
        and c.audience = 'groups' and a.kind <> 'individual' and p.recipient_id is null and w.state <> 'cancelled'
      order by w.decided_on desc, w.number limit 50;
    perform set_config('app.system', before, true);
  end $$;
revoke all on function grant_awards_of(uuid, text[]) from public;
grant execute on function grant_awards_of(uuid, text[]) to tsunagi_app;
