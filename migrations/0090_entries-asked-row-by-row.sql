DROP POLICY "written_by" ON "services" CASCADE;--> statement-breakpoint
CREATE POLICY "added_by" ON "services" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', organisation_id));--> statement-breakpoint
CREATE POLICY "changed_by" ON "services" AS PERMISSIVE FOR UPDATE TO public USING (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', organisation_id)) WITH CHECK (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', organisation_id));--> statement-breakpoint
CREATE POLICY "removed_by" ON "services" AS PERMISSIVE FOR DELETE TO public USING (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', organisation_id));--> statement-breakpoint
ALTER POLICY "seen_by" ON "confirmation_links" TO public USING (exists (select from services s where s.id = service_id and (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', s.organisation_id))));--> statement-breakpoint
ALTER POLICY "written_by" ON "confirmation_links" TO public USING (exists (select from services s where s.id = service_id and (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', s.organisation_id)))) WITH CHECK (exists (select from services s where s.id = service_id and (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', s.organisation_id))));--> statement-breakpoint
ALTER POLICY "seen_by" ON "link_checks" TO public USING (exists (select from services s where s.id = service_id and (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', s.organisation_id))));--> statement-breakpoint
ALTER POLICY "written_by" ON "search_entries" TO public USING (exists (select from services s where s.id = service_id and (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', s.organisation_id)))) WITH CHECK (exists (select from services s where s.id = service_id and s.published_at is not null and not s.sealed
        and (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', s.organisation_id))));--> statement-breakpoint
ALTER POLICY "written_by" ON "service_locations" TO public USING (exists (select from services s where s.id = service_id and (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', s.organisation_id)))) WITH CHECK (exists (select from services s where s.id = service_id and (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', s.organisation_id))));--> statement-breakpoint
ALTER POLICY "seen_by" ON "service_versions" TO public USING (exists (select from services s where s.id = service_id and (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', s.organisation_id))));--> statement-breakpoint
ALTER POLICY "added_by" ON "service_versions" TO public WITH CHECK (exists (select from services s where s.id = service_id and (app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', s.organisation_id))));--> statement-breakpoint
ALTER POLICY "seen_by" ON "services" TO public USING ((published_at is not null and not sealed) or app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', organisation_id));