CREATE TABLE "case_hand_offs" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"sealed" text NOT NULL,
	"handed_by" uuid NOT NULL,
	"handed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_hand_offs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "household_members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"member_id" uuid,
	"relation" text,
	"from_on" date,
	"until_on" date,
	"living" text NOT NULL,
	"sealed" text NOT NULL,
	"sealed_for" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid
);
--> statement-breakpoint
ALTER TABLE "household_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person_joins" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"kept_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"case_ids" uuid[] DEFAULT '{}' NOT NULL,
	"evidence" text[] DEFAULT '{}' NOT NULL,
	"sealed_reason" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	"sealed_undo_reason" text
);
--> statement-breakpoint
ALTER TABLE "person_joins" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "own_page_devices" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"issue" integer NOT NULL,
	"safe" boolean DEFAULT false NOT NULL,
	"kept" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "own_page_devices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "own_page_keys" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"passphrase_hash" text NOT NULL,
	"issue" integer DEFAULT 1 NOT NULL,
	"issued_by" uuid,
	"issued_at" timestamp with time zone NOT NULL,
	"last_used_on" date,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "own_page_keys_number" UNIQUE("number")
);
--> statement-breakpoint
ALTER TABLE "own_page_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "own_page_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"sealed" text,
	"asked_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	"answer" text,
	"sealed_answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "own_page_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "own_page_tries" (
	"number" text PRIMARY KEY NOT NULL,
	"tries" integer NOT NULL,
	"rests_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "own_page_tries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "became_case_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "case_organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "case_hand_offs" ADD CONSTRAINT "case_hand_offs_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_members" ADD CONSTRAINT "household_members_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_members" ADD CONSTRAINT "household_members_member_id_persons_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_members" ADD CONSTRAINT "household_members_sealed_for_persons_id_fk" FOREIGN KEY ("sealed_for") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_members" ADD CONSTRAINT "household_members_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_joins" ADD CONSTRAINT "person_joins_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_joins" ADD CONSTRAINT "person_joins_undone_by_people_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_page_devices" ADD CONSTRAINT "own_page_devices_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_page_keys" ADD CONSTRAINT "own_page_keys_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_page_keys" ADD CONSTRAINT "own_page_keys_issued_by_people_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_page_requests" ADD CONSTRAINT "own_page_requests_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_page_requests" ADD CONSTRAINT "own_page_requests_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "household_members_by_person" ON "household_members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "household_members_by_member" ON "household_members" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "person_joins_by_kept" ON "person_joins" USING btree ("kept_id");--> statement-breakpoint
CREATE INDEX "person_joins_by_other" ON "person_joins" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "own_page_devices_by_case" ON "own_page_devices" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "own_page_requests_by_case" ON "own_page_requests" USING btree ("case_id","asked_at");--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_hand_offs" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, 'record'));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_hand_offs" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or case_writes(case_id, 'record')) WITH CHECK (app_is_system() or case_writes(case_id, 'record'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "household_members" AS PERMISSIVE FOR SELECT TO public USING (person_sees(person_id, 'identity'));--> statement-breakpoint
CREATE POLICY "written_by" ON "household_members" AS PERMISSIVE FOR ALL TO public USING (person_writes(person_id, 'identity')) WITH CHECK (person_writes(person_id, 'identity'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "person_joins" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or (app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)));--> statement-breakpoint
CREATE POLICY "written_by" ON "person_joins" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or (app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id))) WITH CHECK (app_is_system() or (app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)));--> statement-breakpoint
CREATE POLICY "seen_by" ON "own_page_devices" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "own_page_devices" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "own_page_keys" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, 'basic'));--> statement-breakpoint
CREATE POLICY "written_by" ON "own_page_keys" AS PERMISSIVE FOR ALL TO public USING (case_writes(case_id, 'basic')) WITH CHECK (case_writes(case_id, 'basic'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "own_page_requests" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, 'record'));--> statement-breakpoint
CREATE POLICY "written_by" ON "own_page_requests" AS PERMISSIVE FOR ALL TO public USING (case_writes(case_id, 'record')) WITH CHECK (case_writes(case_id, 'record'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "own_page_tries" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "own_page_tries" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());