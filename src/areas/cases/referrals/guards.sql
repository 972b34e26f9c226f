-- Run after every migration; each statement may be run again.
-- referral: what became of referrals, kept added up (platform/rollups): by who sent them and the month in which they heard how it
-- went. figure outcome, code the outcome.
create or replace function rollup_referral(things uuid[])
  returns table (thing uuid, owner uuid, year integer, month text, figure text, code text, who uuid, n bigint) language sql stable
  as $$
    select r.id, coalesce(r.onward_by, r.home_id), extract(year from r.day - interval '3 months')::int, to_char(r.day, 'YYYY-MM'),
      'outcome', r.outcome, null::uuid, 1::bigint
    from (
      select f.*, (f.closed_at at time zone 'Asia/Tokyo')::date as day from unnest(things) asked (id) join referrals f using (id)
      where f.closed_at is not null and f.outcome is not null
    ) r
  $$;

create or replace trigger referrals_ended after insert or delete on referrals for each row execute function mark_case('referral');
create or replace trigger referrals_ended_again after update of outcome, closed_at, home_id, onward_by on referrals
  for each row execute function mark_case('referral');

-- Referrals from before they were kept added up: once.
do $$
begin
  perform set_config('app.system', 'rollup.begin', true);
  if not exists (select from rollups where register = 'referral') and not exists (select from rollup_marks where register = 'referral') then
    insert into rollup_marks (register, thing) select 'referral', r.id from referrals r where r.closed_at is not null;
  end if;
  perform set_config('app.system', '', true);
end $$;

-- Counted by count_rollup, for those that statistics/guards.sql names.
drop function if exists referral_counts(integer, uuid[]);
