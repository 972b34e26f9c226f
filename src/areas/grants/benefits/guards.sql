-- Benefits to persons: what may be known across groups is one number and one sum, and nothing else.

-- The id of a person known by a blind index, made when it is new. Whoever asks sees only what they gave.
create or replace function benefit_recipient(known text) returns uuid
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    before text := coalesce(current_setting('app.system', true), '');
    found_id uuid;
  begin
    if before = '' and not (app_has_role('grant-partner') or app_has_role('case-worker') or app_has_role('case-supervisor')
      or app_has_role('grant-officer')) then
      raise exception 'benefit_recipient: not allowed' using errcode = '42501';
    end if;
    perform set_config('app.system', 'benefit.key', true);
    insert into grant_recipients (blind) values (known) on conflict (blind) do nothing;
    select r.id into found_id from grant_recipients r where r.blind = known;
    perform set_config('app.system', before, true);
    return found_id;
  end $$;
revoke all on function benefit_recipient(text) from public;
grant execute on function benefit_recipient(text) to tsunagi_app;

-- How often, and how much, somebody has had or asked for in a call, whoever asked: two numbers. `but` is left out.
create or replace function benefit_before(recipient uuid, call uuid, but uuid) returns table (times integer, yen bigint)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare before text := coalesce(current_setting('app.system', true), '');
  begin
    if before = '' and not (app_has_role('grant-partner') or app_has_role('case-worker') or app_has_role('case-supervisor')
      or app_has_role('grant-officer') or app_has_role('grant-approver')) then
      raise exception 'benefit_before: not allowed' using errcode = '42501';
    end if;
    perform set_config('app.system', 'benefit.count', true);
    return query select count(*)::int, coalesce(sum(b.yen), 0)::bigint from grant_benefits b
      where b.recipient_id = recipient and b.call_id = call and b.state in ('asked', 'returned', 'checked', 'decided')
        and b.id is distinct from but;
    perform set_config('app.system', before, true);
  end $$;
revoke all on function benefit_before(uuid, uuid, uuid) from public;
grant execute on function benefit_before(uuid, uuid, uuid) to tsunagi_app;

-- How the money of benefits stands, for whoever may see the benefit; the awards themselves are for the office.
create or replace function benefit_money(wanted uuid[])
  returns table (id uuid, decided bigint, paid bigint, settled bigint, paid_on date)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'benefit.count', true);
    return query select b.id, a.decided_yen, a.paid_yen, a.settled_yen,
        (select min((m.at at time zone 'Asia/Tokyo')::date) from grant_moves m where m.award_id = a.id and m.kind = 'pay')
      from grant_benefits b join grant_awards a on a.id = b.award_id
      where b.id = any(wanted) and (before <> ''
        or app_has_role_at('grant-officer', b.bureau_id) or app_has_role_at('grant-approver', b.bureau_id)
        or app_has_role_at('grant-partner', b.organisation_id) or app_has_role_at('case-worker', b.organisation_id)
        or app_has_role_at('case-supervisor', b.organisation_id));
    perform set_config('app.system', before, true);
  end $$;
revoke all on function benefit_money(uuid[]) from public;
grant execute on function benefit_money(uuid[]) to tsunagi_app;
