-- No meeting is anybody's until meetings/guards.sql has said whose.
CREATE OR REPLACE FUNCTION meeting_member(meeting uuid) RETURNS boolean LANGUAGE sql STABLE AS $$ select app_is_system() $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION meeting_sworn(meeting uuid) RETURNS boolean LANGUAGE sql STABLE AS $$ select app_is_system() $$;--> statement-breakpoint
CREATE TABLE "case_bars" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"relation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"sealed_reason" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "case_bars" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_meeting_members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"person_id" uuid,
	"organisation_id" uuid,
	"sealed_name" text,
	"classes" text[] DEFAULT '{}' NOT NULL,
	"basis_id" uuid,
	"relation_id" uuid,
	"is_chair" boolean DEFAULT false NOT NULL,
	"reads_from" timestamp with time zone NOT NULL,
	"reads_until" timestamp with time zone,
	"sworn_at" timestamp with time zone,
	"words_shown" text DEFAULT '' NOT NULL,
	"attended" boolean
);
--> statement-breakpoint
ALTER TABLE "case_meeting_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_meeting_papers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"lane" text NOT NULL,
	"kind" text NOT NULL,
	"sealed" text NOT NULL,
	"to_member_id" uuid,
	"answers_id" uuid,
	"plan_item_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"written_by" uuid,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_meeting_papers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_meetings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"act" text NOT NULL,
	"lane" text NOT NULL,
	"purpose" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"sealed_key" text,
	"called_by" uuid,
	"held_at" timestamp with time zone,
	"result" text,
	"cancelled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_meetings_lane" UNIQUE("id","lane")
);
--> statement-breakpoint
ALTER TABLE "case_meetings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_openings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"what" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"sealed_reason" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"granted" boolean,
	"ends_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "case_openings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_protection_words" (
	"protection_id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_protection_words" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_protections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"with_id" uuid,
	"begins_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"reminded_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"end_reason" text,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_protections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_view_alerts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"rule" text NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid,
	"day" date NOT NULL,
	"count" integer NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"result" text,
	"sealed_answer" text,
	"sealed_key" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "case_view_alerts_once" UNIQUE NULLS NOT DISTINCT("rule","person_id","day","case_id")
);
--> statement-breakpoint
ALTER TABLE "case_view_alerts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "case_bases" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "case_bars" ADD CONSTRAINT "case_bars_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_bars" ADD CONSTRAINT "case_bars_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_bars" ADD CONSTRAINT "case_bars_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_bars" ADD CONSTRAINT "case_bars_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_meeting_members" ADD CONSTRAINT "case_meeting_members_meeting_id_case_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."case_meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_meeting_members" ADD CONSTRAINT "case_meeting_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_meeting_papers" ADD CONSTRAINT "case_meeting_papers_to_member_id_case_meeting_members_id_fk" FOREIGN KEY ("to_member_id") REFERENCES "public"."case_meeting_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_meeting_papers" ADD CONSTRAINT "case_meeting_papers_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_meeting_papers" ADD CONSTRAINT "case_meeting_papers_lane" FOREIGN KEY ("meeting_id","lane") REFERENCES "public"."case_meetings"("id","lane") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_meetings" ADD CONSTRAINT "case_meetings_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_meetings" ADD CONSTRAINT "case_meetings_called_by_people_id_fk" FOREIGN KEY ("called_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_openings" ADD CONSTRAINT "case_openings_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_openings" ADD CONSTRAINT "case_openings_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_openings" ADD CONSTRAINT "case_openings_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_protection_words" ADD CONSTRAINT "case_protection_words_protection_id_case_protections_id_fk" FOREIGN KEY ("protection_id") REFERENCES "public"."case_protections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_protections" ADD CONSTRAINT "case_protections_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_protections" ADD CONSTRAINT "case_protections_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_protections" ADD CONSTRAINT "case_protections_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_bars_by_case" ON "case_bars" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_meeting_members_once" ON "case_meeting_members" USING btree ("meeting_id","person_id");--> statement-breakpoint
CREATE INDEX "case_meeting_members_by_person" ON "case_meeting_members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "case_meeting_papers_by_meeting" ON "case_meeting_papers" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "case_meetings_by_case" ON "case_meetings" USING btree ("case_id","starts_at");--> statement-breakpoint
CREATE INDEX "case_openings_by_case" ON "case_openings" USING btree ("case_id","asked_at");--> statement-breakpoint
CREATE INDEX "case_openings_waiting" ON "case_openings" USING btree ("home_id","decided_at");--> statement-breakpoint
CREATE INDEX "case_protections_by_case" ON "case_protections" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_protections_ends" ON "case_protections" USING btree ("ended_at","ends_on");--> statement-breakpoint
CREATE UNIQUE INDEX "case_protections_one" ON "case_protections" USING btree ("case_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "case_view_alerts_open" ON "case_view_alerts" USING btree ("answered_at","raised_at");--> statement-breakpoint
CREATE INDEX "case_views_by_time" ON "case_views" USING btree ("at");--> statement-breakpoint
DROP POLICY "removed_by" ON "case_views" CASCADE;--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_bars" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, 'violence'));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_bars" AS PERMISSIVE FOR ALL TO public USING (case_writes(case_id, 'violence') and (app_is_system() or person_id <> app_person())) WITH CHECK (case_writes(case_id, 'violence') and (app_is_system() or person_id <> app_person()));--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_meeting_members" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or person_id = app_person() or ((app_has_role_at('case-worker', home_id) or app_has_role_at('case-supervisor', home_id)) and case_sees(case_id, 'basic')));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_meeting_members" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or ((app_has_role_at('case-worker', home_id) or app_has_role_at('case-supervisor', home_id)) and case_writes(case_id, 'basic'))) WITH CHECK (app_is_system() or ((app_has_role_at('case-worker', home_id) or app_has_role_at('case-supervisor', home_id)) and case_writes(case_id, 'basic')));--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_meeting_papers" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or meeting_sworn(meeting_id)
      or (lane = 'consent' and (app_has_role_at('case-worker', home_id) or app_has_role_at('case-supervisor', home_id)) and case_sees(case_id, 'record')));--> statement-breakpoint
CREATE POLICY "added_by" ON "case_meeting_papers" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or (kind = 'answer' and meeting_sworn(meeting_id)));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_meeting_papers" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or ((app_has_role_at('case-worker', home_id) or app_has_role_at('case-supervisor', home_id)) and case_writes(case_id, 'basic')
      and (lane = 'consent' or meeting_sworn(meeting_id)))) WITH CHECK (app_is_system() or ((app_has_role_at('case-worker', home_id) or app_has_role_at('case-supervisor', home_id)) and case_writes(case_id, 'basic')
      and (lane = 'consent' or meeting_sworn(meeting_id))));--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_meetings" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or ((app_has_role_at('case-worker', home_id) or app_has_role_at('case-supervisor', home_id)) and case_sees(case_id, 'basic')) or meeting_member(id));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_meetings" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or ((app_has_role_at('case-worker', home_id) or app_has_role_at('case-supervisor', home_id)) and case_writes(case_id, 'basic'))) WITH CHECK (app_is_system() or ((app_has_role_at('case-worker', home_id) or app_has_role_at('case-supervisor', home_id)) and case_writes(case_id, 'basic')));--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_openings" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('protection-officer') or ((app_has_role_at('case-worker', home_id) or app_has_role_at('case-supervisor', home_id)) and case_sees(case_id, 'basic')));--> statement-breakpoint
CREATE POLICY "added_by" ON "case_openings" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or (asked_by = app_person() and decided_at is null and case_sees(case_id, 'basic')));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_openings" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_protection_words" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, 'violence'));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_protection_words" AS PERMISSIVE FOR ALL TO public USING (case_writes(case_id, 'violence')) WITH CHECK (case_writes(case_id, 'violence'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_protections" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, 'basic'));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_protections" AS PERMISSIVE FOR ALL TO public USING (case_writes(case_id, 'basic')) WITH CHECK (case_writes(case_id, 'basic'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_view_alerts" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('protection-officer') or app_has_role_at('case-supervisor', organisation_id));--> statement-breakpoint
CREATE POLICY "added_by" ON "case_view_alerts" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "changed_by" ON "case_view_alerts" AS PERMISSIVE FOR UPDATE TO public USING (app_is_system() or (app_has_role('protection-officer') and person_id <> app_person())) WITH CHECK (app_is_system() or (app_has_role('protection-officer') and person_id <> app_person()));