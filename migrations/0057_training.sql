CREATE TABLE "training_certificates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"course_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid,
	"entry_id" uuid,
	"initial" text NOT NULL,
	"sealed_key" text NOT NULL,
	"sealed" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"valid_until" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoke_reason" text,
	CONSTRAINT "training_certificates_number" UNIQUE("number"),
	CONSTRAINT "training_certificates_entry" UNIQUE("entry_id")
);
--> statement-breakpoint
ALTER TABLE "training_certificates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "training_courses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"title_ja" text NOT NULL,
	"title_en" text,
	"purpose" text NOT NULL,
	"content" text NOT NULL,
	"audiences" text[] NOT NULL,
	"valid_months" integer,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "training_courses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "training_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid,
	"audience" text NOT NULL,
	"state" text NOT NULL,
	"lang" text NOT NULL,
	"mark" text NOT NULL,
	"sealed_key" text,
	"sealed" text,
	"token_hash" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"mailed_at" timestamp with time zone,
	"attended_at" timestamp with time zone,
	"attended_by" text,
	"code_slot" text DEFAULT '' NOT NULL,
	"code_tries" integer DEFAULT 0 NOT NULL,
	"surveyed_at" timestamp with time zone,
	CONSTRAINT "training_entries_once" UNIQUE("session_id","mark"),
	CONSTRAINT "training_entries_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "training_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "training_requirements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"role" text NOT NULL,
	"course_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "training_requirements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "training_links" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"url" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "training_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "training_sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"course_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"way" text NOT NULL,
	"venue" text DEFAULT '' NOT NULL,
	"quota" integer,
	"entry_from" date NOT NULL,
	"entry_until" date NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancel_reason" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "training_sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "training_surveys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"understood" integer NOT NULL,
	"useful" integer NOT NULL,
	"words" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "training_surveys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "training_certificates" ADD CONSTRAINT "training_certificates_course_id_training_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."training_courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_certificates" ADD CONSTRAINT "training_certificates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_certificates" ADD CONSTRAINT "training_certificates_entry_id_training_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."training_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_courses" ADD CONSTRAINT "training_courses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_entries" ADD CONSTRAINT "training_entries_session_id_training_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."training_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_entries" ADD CONSTRAINT "training_entries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_requirements" ADD CONSTRAINT "training_requirements_course_id_training_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."training_courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_links" ADD CONSTRAINT "training_links_session_id_training_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."training_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_course_id_training_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."training_courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_surveys" ADD CONSTRAINT "training_surveys_session_id_training_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."training_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "training_certificates_by_person" ON "training_certificates" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "training_certificates_by_course" ON "training_certificates" USING btree ("course_id","issued_at");--> statement-breakpoint
CREATE INDEX "training_courses_by_organisation" ON "training_courses" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "training_entries_by_person" ON "training_entries" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "training_requirements_once" ON "training_requirements" USING btree ("role","course_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "training_sessions_by_course" ON "training_sessions" USING btree ("course_id","starts_at");--> statement-breakpoint
CREATE INDEX "training_sessions_by_start" ON "training_sessions" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "training_surveys_by_session" ON "training_surveys" USING btree ("session_id");--> statement-breakpoint
CREATE POLICY "seen_by" ON "training_certificates" AS PERMISSIVE FOR SELECT TO public USING (person_id = app_person());--> statement-breakpoint
CREATE POLICY "written_by" ON "training_certificates" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('training-keeper', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('training-keeper', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "training_courses" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "training_courses" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('training-keeper', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('training-keeper', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "training_entries" AS PERMISSIVE FOR SELECT TO public USING (person_id = app_person());--> statement-breakpoint
CREATE POLICY "written_by" ON "training_entries" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('training-keeper', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('training-keeper', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "training_requirements" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "training_requirements" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat')) WITH CHECK (app_is_system() or app_has_role('secretariat'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "training_links" AS PERMISSIVE FOR SELECT TO public USING (exists (select from training_entries e where e.session_id = training_links.session_id
      and e.person_id = app_person() and e.state = 'in'));--> statement-breakpoint
CREATE POLICY "written_by" ON "training_links" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('training-keeper', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('training-keeper', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "training_sessions" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "training_sessions" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('training-keeper', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('training-keeper', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "training_surveys" AS PERMISSIVE FOR SELECT TO public USING (app_has_role_at('training-keeper', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "training_surveys" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());