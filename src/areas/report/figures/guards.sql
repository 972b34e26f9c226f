-- Run after every migration; each statement may be run again.

-- The path of a published number is as final as its edition, whoever asks.
create or replace trigger figure_paths_frozen before insert or update or delete on figure_paths
  for each row execute function keep_edition_part();
create or replace trigger figure_trails_frozen before insert or update or delete on figure_trails
  for each row execute function keep_edition_part();
