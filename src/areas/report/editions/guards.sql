-- Run after every migration, after the platform's guards; each statement may be run again.

-- A published edition is frozen, whoever asks: its row, its programs and its figures. Errata stand beside it.
create or replace function keep_edition() returns trigger language plpgsql
  as $$ begin
    if old.status = 'published' then
      raise exception 'a published row of % does not change', tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return case tg_op when 'DELETE' then old else new end;
  end $$;
create or replace trigger editions_frozen before update or delete on editions
  for each row execute function keep_edition();

create or replace function keep_edition_part() returns trigger language plpgsql
  as $$
  declare
    edition uuid := case tg_op when 'INSERT' then new.edition_id else old.edition_id end;
  begin
    if current_setting('app.maintenance', true) is distinct from 'on'
      and exists (select from editions where id = edition and status = 'published')
      and (tg_op <> 'UPDATE' or tg_table_name <> 'figures'
        or to_jsonb(new) - 'corrected_value' - 'corrections' <> to_jsonb(old) - 'corrected_value' - 'corrections')
    then
      raise exception '% of a published edition do not change', tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return case tg_op when 'DELETE' then old else new end;
  end $$;
create or replace trigger edition_programs_frozen before insert or update or delete on edition_programs
  for each row execute function keep_edition_part();
create or replace trigger figures_frozen before insert or update or delete on figures
  for each row execute function keep_edition_part();
-- A published erratum is as final as the edition it corrects.
create or replace trigger errata_frozen before update or delete on errata
  for each row execute function keep_edition();
-- What it withheld is kept as it was.
create or replace trigger withheld_cells_frozen before insert or update or delete on withheld_cells
  for each row execute function keep_edition_part();
