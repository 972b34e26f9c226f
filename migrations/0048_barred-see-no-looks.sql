ALTER POLICY "seen_by" ON "case_views" TO public USING (app_is_system() or ((app_has_role('protection-officer') or app_has_role_at('case-supervisor', organisation_id))
  and (case_id is null or not case_id = any((select cases_barred())::uuid[]))));--> statement-breakpoint
ALTER POLICY "seen_by" ON "case_view_alerts" TO public USING (app_is_system() or ((app_has_role('protection-officer') or app_has_role_at('case-supervisor', organisation_id))
  and (case_id is null or not case_id = any((select cases_barred())::uuid[]))));