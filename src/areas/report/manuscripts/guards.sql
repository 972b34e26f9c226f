-- Run after every migration, behind the guards of editions; each statement may be run again.

-- The document goes with its edition; a draft's versions are added to and never rewritten.
create or replace trigger edition_manuscripts_frozen before insert or update or delete on edition_manuscripts
  for each row execute function keep_edition_part();
create or replace trigger manuscript_versions_frozen before insert or update or delete on manuscript_versions
  for each row execute function keep_edition_part();
