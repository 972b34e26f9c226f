ALTER TABLE "expectations" ADD COLUMN "figure_ids" text[] NOT NULL DEFAULT '{}';--> statement-breakpoint
-- What was kept before its numbers had names is given them as `figureId` does, once. A change of type rewrites the rows without
-- asking the trigger that keeps them as they are.
CREATE FUNCTION pg_temp.figure_name(said text) RETURNS text LANGUAGE sql AS $$
  select 'f' || string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz', (get_byte(sha256(convert_to(said, 'UTF8')), i) & 31) + 1, 1), '' order by i)
  from generate_series(0, 10) i
$$;--> statement-breakpoint
CREATE FUNCTION pg_temp.figure_names(year integer, program uuid, content jsonb) RETURNS text[] LANGUAGE sql AS $$
  select array(
    select pg_temp.figure_name(concat_ws('|', 'expectation', year, said.of, said.thread, year))
    from (
      select 0 as place, 'expected-budget' as of, program::text as thread where content ->> 'budget' is not null
      union all
      select nth, 'target', target ->> 'thread' from jsonb_array_elements(content -> 'targets') with ordinality each (target, nth)
      where target ->> 'target' is not null
    ) said order by said.place
  )
$$;--> statement-breakpoint
ALTER TABLE "expectations" ALTER COLUMN "figure_ids" DROP DEFAULT,
  ALTER COLUMN "figure_ids" TYPE text[] USING pg_temp.figure_names(fiscal_year, thread, content);--> statement-breakpoint
CREATE INDEX "expectations_by_figure" ON "expectations" USING gin ("figure_ids");
--> statement-breakpoint
-- What nobody reported was printed, with last year's and a target, and had no path: in editions that keep paths it gets one.
SELECT set_config('app.system', 'migration', true), set_config('app.maintenance', 'on', true);--> statement-breakpoint
INSERT INTO figure_paths (edition_id, figure_id, path)
SELECT p.edition_id, said.id, jsonb_build_object(
    'format', 1, 'id', said.id, 'kind', 'results', 'fiscalYear', e.fiscal_year, 'period', e.fiscal_year::text,
    'subject', jsonb_build_object('of', 'measure', 'thread', m -> 'thread'), 'measureId', m -> 'id', 'label', m -> 'label',
    'program', jsonb_build_object('slug', p.slug, 'name', p.content -> 'name'), 'bureau', p.content -> 'bureau', 'unit', m -> 'unit',
    'counting', m -> 'counting', 'definition', m -> 'definition', 'sourceNote', m -> 'sourceNote', 'formula', '{"of": "none"}'::jsonb,
    'value', null, 'previousValue', m -> 'previousValue', 'target', m -> 'target')
FROM edition_programs p JOIN editions e ON e.id = p.edition_id CROSS JOIN jsonb_array_elements(p.content -> 'measures') m
  CROSS JOIN LATERAL (SELECT pg_temp.figure_name(concat_ws('|', 'results', e.fiscal_year, 'measure', m ->> 'thread', e.fiscal_year)) AS id) said
WHERE e.status = 'published' AND e.kind = 'results' AND m -> 'value' = 'null' AND NOT m ? 'withheld'
  AND EXISTS (SELECT FROM figure_paths f WHERE f.edition_id = p.edition_id)
ON CONFLICT DO NOTHING;--> statement-breakpoint
SELECT set_config('app.system', '', true), set_config('app.maintenance', '', true);
