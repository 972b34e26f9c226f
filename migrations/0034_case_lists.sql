-- Nobody is given a case until relations/guards.sql has put the functions here.
CREATE OR REPLACE FUNCTION cases_given() RETURNS uuid[] LANGUAGE sql STABLE AS $$ select '{}'::uuid[] $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION cases_barred() RETURNS uuid[] LANGUAGE sql STABLE AS $$ select '{}'::uuid[] $$;--> statement-breakpoint
DROP INDEX "case_files_mine";--> statement-breakpoint
DROP INDEX "person_keys_by_blind";--> statement-breakpoint
CREATE INDEX "case_files_open" ON "case_files" USING btree ("organisation_id","next_on","received_on","id") WHERE closed_on is null;--> statement-breakpoint
CREATE INDEX "case_files_ended" ON "case_files" USING btree ("organisation_id","closed_on") WHERE closed_on is not null;--> statement-breakpoint
CREATE INDEX "case_files_mine" ON "case_files" USING btree ("assigned_to","next_on","received_on","id") WHERE closed_on is null;--> statement-breakpoint
CREATE INDEX "person_keys_by_blind" ON "person_keys" USING btree ("organisation_id","blind");--> statement-breakpoint
DROP POLICY "written_by" ON "case_files" CASCADE;--> statement-breakpoint
DROP POLICY "written_by" ON "person_details" CASCADE;--> statement-breakpoint
CREATE POLICY "added_by" ON "case_files" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or ((app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)) and not (has_barred and id = any ((select cases_barred())::uuid[]))));--> statement-breakpoint
CREATE POLICY "changed_by" ON "case_files" AS PERMISSIVE FOR UPDATE TO public USING (app_is_system() or ((app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)) and not (has_barred and id = any ((select cases_barred())::uuid[])))) WITH CHECK (app_is_system() or ((app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)) and not (has_barred and id = any ((select cases_barred())::uuid[]))));--> statement-breakpoint
CREATE POLICY "removed_by" ON "case_files" AS PERMISSIVE FOR DELETE TO public USING (app_is_system() or ((app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)) and not (has_barred and id = any ((select cases_barred())::uuid[]))));--> statement-breakpoint
CREATE POLICY "added_by" ON "person_details" AS PERMISSIVE FOR INSERT TO public WITH CHECK (person_writes(person_id, class));--> statement-breakpoint
CREATE POLICY "changed_by" ON "person_details" AS PERMISSIVE FOR UPDATE TO public USING (person_writes(person_id, class)) WITH CHECK (person_writes(person_id, class));--> statement-breakpoint
CREATE POLICY "removed_by" ON "person_details" AS PERMISSIVE FOR DELETE TO public USING (person_writes(person_id, class));--> statement-breakpoint
ALTER POLICY "seen_by" ON "case_files" TO public USING (app_is_system() or (((app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)) or id = any ((select cases_given())::uuid[])) and not (has_barred and id = any ((select cases_barred())::uuid[]))));
