-- Run after every migration, after the platform's guards; each statement may be run again.

-- What is sealed or withdrawn cannot be found from the same moment on, and what is full or confirmed is ranked so from the same
-- moment on, whoever forgot to say so to the search.
create or replace function search_follows_service() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'search.follow', true);
    if new.sealed or new.published_at is null then
      delete from search_entries where service_id = new.id;
    else
      update search_entries set review_on = new.review_on, capacity = new.capacity where service_id = new.id;
    end if;
    perform set_config('app.system', before, true);
    return null;
  end $$;
create or replace trigger services_lead_search after update on services
  for each row when (old.published_at is distinct from new.published_at or old.sealed <> new.sealed
    or old.capacity is distinct from new.capacity or old.review_on is distinct from new.review_on)
  execute function search_follows_service();

-- Who answers for an entry is shown with it and searched: under another name from the same moment on, and found by it from the night on.
create or replace function search_follows_owner() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    before text := coalesce(current_setting('app.system', true), '');
  begin
    perform set_config('app.system', 'search.follow', true);
    update search_entries set made_on = '1970-01-01' where service_id in (select id from services where organisation_id = new.id);
    perform set_config('app.system', before, true);
    return null;
  end $$;
create or replace trigger organisations_lead_search after update on organisations
  for each row when (old.name_ja <> new.name_ja or old.name_en is distinct from new.name_en)
  execute function search_follows_owner();

-- That there is no row for any other than a public entry is the policy of the table (search/tables.ts).
drop trigger if exists search_entries_public on search_entries;
drop function if exists refuse_hidden_service();

-- Every process that keeps the search in memory hears what to read again (memory/), whoever changed it.
create or replace function note_search_change() returns trigger language plpgsql
  as $$ begin
    insert into search_changes (service_id) select service_id from touched;
    return null;
  end $$;
create or replace trigger search_entries_noted_new after insert on search_entries
  referencing new table as touched for each statement execute function note_search_change();
create or replace trigger search_entries_noted_changed after update on search_entries
  referencing new table as touched for each statement execute function note_search_change();
create or replace trigger search_entries_noted_gone after delete on search_entries
  referencing old table as touched for each statement execute function note_search_change();

-- Entries that fit, tier by tier (tokens.ts), until there are enough: the reading ends with a whole tier, so that the same question
-- finds the same entries wherever they lie. Each array of tokens has one row for each tier. Found is what contains the typed text as
-- it stands (`whole`), or has all tokens of `every` and one of each of `some_…`; all of it within `area`. `named`: 3 all of `literals`
-- stand in its name, 2 one of them, 1 all stand somewhere in it. Texts stay where they are: rows are many, and read once.
drop function if exists search_candidates(int[], text[], int[], text[], int[], int[], int[], int[], text[], int);
create or replace function search_candidates(whole int[], whole_words text[], every int[], every_words text[],
    some_1 int[], some_2 int[], some_3 int[], area int[], literals text[], enough int)
  returns table (tier int, as_typed boolean, named int, service_id uuid, kind text, topics text[], languages text[], areas text[], located text[],
    concepts text[], review_on date, capacity text, open_during tstzmultirange, tie int, changed xid)
  language plpgsql stable
  as $$
  declare
    had int;
    found int := 0;
    has_literals boolean := cardinality(literals) > 0;
  begin
    for t in 1 .. 13 loop
      if cardinality(whole) > 0 then
        return query select t, true, case when not has_literals then 0 when e.name like all (literals) then 3 when e.name like any (literals) then 2
              when e.body like all (literals) then 1 else 0 end,
            e.service_id, e.kind, e.topics, e.languages, e.areas, e.located, e.concepts, e.review_on, e.capacity, e.open_during, e.tie, e.xmin
          from search_entries e where e.tokens @> whole[t:t] and e.tokens && area[t:t] and e.body like all (whole_words);
        get diagnostics had = row_count;
        found := found + had;
      end if;
      if cardinality(some_1) > 0 then
        return query select t, false, case when not has_literals then 0 when e.name like all (literals) then 3 when e.name like any (literals) then 2
              when e.body like all (literals) then 1 else 0 end,
            e.service_id, e.kind, e.topics, e.languages, e.areas, e.located, e.concepts, e.review_on, e.capacity, e.open_during, e.tie, e.xmin
          from search_entries e where e.tokens @> every[t:t] and e.tokens && some_1[t:t] and e.tokens && some_2[t:t] and e.tokens && some_3[t:t]
            and e.tokens && area[t:t] and e.body like all (every_words)
            and (cardinality(whole) = 0 or not e.body like all (whole_words));
        get diagnostics had = row_count;
        found := found + had;
      end if;
      exit when found >= enough;
    end loop;
  end $$;

-- One page of what was found, in order, and of everything that was read how many there are of each sort (kind, worries, languages),
-- from which facets.ts counts: {found, tier, sorts, rows}.
-- `weights`: see ranking.ts. `near`: municipalities by their distance from where the person is, the nearest first, `near_km` beside them;
-- of places elsewhere only those near are shown, of anything else only what serves them.
create or replace function search_page(whole int[], whole_words text[], every int[], every_words text[],
    some_1 int[], some_2 int[], some_3 int[], area int[], enough int,
    literals text[], need_1 text[], need_2 text[], need_3 text[], need_topics text[],
    here text[], serving text[], near text[], near_km int[],
    in_kind text, in_topic text, in_language text, open_first boolean, at timestamptz, today date, weights int[], page_size int, page_offset int)
  returns jsonb
  language plpgsql stable
  as $$
  declare
    anywhere boolean := cardinality(serving) = 0;
    at_home boolean := cardinality(here) > 0;
  begin
    return (
      with candidates as materialized (
        select c.*, coalesce(c.open_during @> at, false) as is_open,
          (not anywhere and c.areas && serving) as for_here,
          (at_home and c.located && here) as is_here,
          case when at_home then near_km[coalesce(least(array_position(near, c.located[1]), array_position(near, c.located[2]),
            array_position(near, c.located[3])))] end as km
        from search_candidates(whole, whole_words, every, every_words, some_1, some_2, some_3, area, literals, enough) c
      ), page as (
        select service_id, changed, is_open, km, for_here or is_here as is_here from candidates c
        where (in_kind is null or kind = in_kind) and (in_topic is null or in_topic = any (topics))
          and (in_language is null or in_language = any (languages))
          and (anywhere or for_here or is_here or cardinality(areas) = 0 or (kind = 'place' and km is not null))
        order by open_first and is_open desc,
          case named when 3 then weights[1] when 2 then weights[2] when 1 then weights[3] else 0 end
          + case when as_typed then weights[4] else 0 end
          + case when concepts && need_1 then weights[5] else 0 end
          + case when concepts && need_2 then weights[5] else 0 end
          + case when concepts && need_3 then weights[5] else 0 end
          + case when topics && need_topics then weights[6] else 0 end
          + case when topics[1] = any (need_topics) then weights[7] else 0 end
          + case when for_here or is_here then weights[8] when cardinality(areas) > 0 or (kind = 'place' and km > 0) then 0
            when anywhere then weights[15] else weights[9] end
          + case when review_on < today then weights[10] else 0 end
          + case capacity when 'accepting' then weights[11] when 'waiting' then weights[12] when 'full' then weights[13] else 0 end
          + case kind when 'desk' then weights[14] else 0 end
          - case when for_here or is_here then 0 when kind = 'place' then coalesce(km, 0) else coalesce(km, 0) / 2 end desc,
          tie, service_id
        limit page_size offset page_offset
      ), sorts as (
        select kind, topics, languages, anywhere or for_here or is_here or cardinality(areas) = 0 or (kind = 'place' and km is not null) as fits,
          count(*) as n, count(*) filter (where is_open) as open, max(tier) as tier
        from candidates group by 1, 2, 3, 4
      )
      select jsonb_build_object(
        'found', (select coalesce(sum(n), 0) from sorts),
        'tier', (select max(tier) from sorts),
        'sorts', (select coalesce(jsonb_agg(jsonb_build_array(kind, topics, languages, n, open)), '[]') from sorts where fits),
        'rows', (select coalesce(jsonb_agg(jsonb_build_object('id', p.service_id, 'changed', p.changed::text, 'open', p.is_open, 'km', p.km,
          'here', p.is_here)), '[]') from page p)
      )
    );
  end $$;
