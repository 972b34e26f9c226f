-- Run after every migration, after the platform's guards; each statement may be run again.

-- What is published is found where it reaches; what is not, nowhere, whoever forgot to say so.
create or replace function exchange_reach_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'exchange.reach', true);
    delete from exchange_reach where post_id = new.id;
    if new.state = 'published' and (new.quantity is null or new.used_quantity < new.quantity) then
      insert into exchange_reach (side, kind, municipality, post_id, organisation_id, topics, starts_on, last_on, quantity_left, published_at)
        select new.side, new.kind, m, new.id, new.organisation_id, new.topics, new.starts_on, new.last_on,
          new.quantity - new.used_quantity, new.published_at
        from unnest(array['*'] || case when cardinality(new.municipalities) = 0 then array[''] else new.municipalities end) m
        on conflict do nothing;
    end if;
    perform set_config('app.system', before, true);
    return null;
  end $$;
create or replace trigger exchange_posts_reach after insert or update on exchange_posts
  for each row execute function exchange_reach_follows();

-- One more request for an offer in a month: `taken`, or why not: `full`, `expired` (its last day is over), `not-open`. The offer is
-- locked, so that neither an end nor a second acceptance comes between. Whoever asks, nothing else can be done with the count.
create or replace function take_exchange_capacity(offer uuid, on_day date) returns text
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    before text := coalesce(current_setting('app.system', true), '');
    post exchange_posts%rowtype;
    answer text;
  begin
    perform set_config('app.system', 'exchange.capacity', true);
    select * into post from exchange_posts where id = offer for update;
    if not found or post.side <> 'offer' or post.state = 'draft' then answer := 'not-open';
    elsif post.last_on < on_day or (post.state = 'closed' and post.because = 'expired') then answer := 'expired';
    elsif post.state <> 'published' then answer := 'not-open';
    else
      insert into exchange_capacity (post_id, month, taken)
        select offer, to_char(on_day, 'YYYY-MM'), 1 where post.monthly_cap > 0
        on conflict (post_id, month) do update set taken = exchange_capacity.taken + 1
          where exchange_capacity.taken < post.monthly_cap;
      answer := case when found then 'taken' else 'full' end;
    end if;
    perform set_config('app.system', before, true);
    return answer;
  end $$;
revoke all on function take_exchange_capacity(uuid, date) from public;
grant execute on function take_exchange_capacity(uuid, date) to tsunagi_app;

-- What was taken is free again: the request came to nothing in the month in which it was taken on.
create or replace function free_exchange_capacity(offer uuid, in_month text) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'exchange.capacity', true);
    update exchange_capacity set taken = taken - 1 where post_id = offer and month = in_month and taken > 0;
    perform set_config('app.system', before, true);
  end $$;
revoke all on function free_exchange_capacity(uuid, text) from public;
grant execute on function free_exchange_capacity(uuid, text) to tsunagi_app;

-- So much of a post is promised (or, below 0, free again); false when there is not so much. What is used up ends.
create or replace function use_exchange_quantity(post uuid, amount int, moment timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    before text := coalesce(current_setting('app.system', true), '');
    done boolean;
  begin
    perform set_config('app.system', 'exchange.quantity', true);
    update exchange_posts set used_quantity = greatest(0, used_quantity + amount), changed_at = moment,
        state = case when state in ('published', 'paused') and quantity <= used_quantity + amount then 'closed'
          when state = 'closed' and because = 'used-up' and amount < 0 then 'paused' else state end,
        because = case when state in ('published', 'paused') and quantity <= used_quantity + amount then 'used-up'
          when state = 'closed' and because = 'used-up' and amount < 0 then 'by-hand' else because end
      where id = post and (quantity is null or used_quantity + amount <= quantity);
    done := found;
    perform set_config('app.system', before, true);
    return done;
  end $$;
revoke all on function use_exchange_quantity(uuid, int, timestamptz) from public;
grant execute on function use_exchange_quantity(uuid, int, timestamptz) to tsunagi_app;
