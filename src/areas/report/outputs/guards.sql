-- Run after every migration, after the guards of editions; each statement may be run again.

-- The files of a published edition are frozen like its figures.
create or replace trigger edition_outputs_frozen before insert or update or delete on edition_outputs
  for each row execute function keep_edition_part();
