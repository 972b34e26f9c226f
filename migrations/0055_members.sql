CREATE TABLE "member_applications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"state" text DEFAULT 'unconfirmed' NOT NULL,
	"organisation_name" text NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"website" text DEFAULT '' NOT NULL,
	"topics" text[] DEFAULT '{}' NOT NULL,
	"municipalities" text[] DEFAULT '{}' NOT NULL,
	"group_ids" uuid[] DEFAULT '{}' NOT NULL,
	"token_hash" text NOT NULL,
	"address_mark" text NOT NULL,
	"sealed_key" text,
	"sealed" text,
	"lang" text DEFAULT 'ja' NOT NULL,
	"talk" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"organisation_id" uuid,
	"admitted" boolean DEFAULT false NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "member_applications_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "member_applications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"about_ja" text DEFAULT '' NOT NULL,
	"about_en" text DEFAULT '' NOT NULL,
	"website" text DEFAULT '' NOT NULL,
	"topics" text[] DEFAULT '{}' NOT NULL,
	"municipalities" text[] DEFAULT '{}' NOT NULL,
	"joined_on" date NOT NULL,
	"until" date NOT NULL,
	"reminded_for" date,
	"ended_at" timestamp with time zone,
	"end_reason" text DEFAULT '' NOT NULL,
	"illustrative" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "members_once" UNIQUE("organisation_id"),
	CONSTRAINT "members_state" CHECK (state in ('active', 'lapsed', 'left', 'removed'))
);
--> statement-breakpoint
ALTER TABLE "members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "working_group_members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "working_group_members_once" UNIQUE("group_id","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "working_group_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "working_group_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"open" boolean NOT NULL,
	"organisation_id" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "working_group_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "working_groups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name_ja" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"purpose_ja" text NOT NULL,
	"purpose_en" text DEFAULT '' NOT NULL,
	"chair_id" uuid,
	"illustrative" boolean DEFAULT false NOT NULL,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "working_groups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "member_applications" ADD CONSTRAINT "member_applications_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_applications" ADD CONSTRAINT "member_applications_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_group_members" ADD CONSTRAINT "working_group_members_group_id_working_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."working_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_group_members" ADD CONSTRAINT "working_group_members_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_group_notes" ADD CONSTRAINT "working_group_notes_group_id_working_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."working_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_group_notes" ADD CONSTRAINT "working_group_notes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_groups" ADD CONSTRAINT "working_groups_chair_id_organisations_id_fk" FOREIGN KEY ("chair_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "member_applications_by_state" ON "member_applications" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "member_applications_by_address" ON "member_applications" USING btree ("address_mark");--> statement-breakpoint
CREATE INDEX "members_by_state" ON "members" USING btree ("state","until");--> statement-breakpoint
CREATE INDEX "working_group_members_by_organisation" ON "working_group_members" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "working_group_notes_by_group" ON "working_group_notes" USING btree ("group_id","held_on");--> statement-breakpoint
CREATE POLICY "seen_by" ON "member_applications" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('concierge'));--> statement-breakpoint
CREATE POLICY "written_by" ON "member_applications" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge')) WITH CHECK (app_is_system() or app_has_role('concierge'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "members" AS PERMISSIVE FOR SELECT TO public USING (state = 'active' or app_is_system() or app_has_role('concierge') or app_has_role('secretariat') or app_has_role_at('member-agent', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "members" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', organisation_id)) WITH CHECK (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "working_group_members" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "working_group_members" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', organisation_id)) WITH CHECK (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "working_group_notes" AS PERMISSIVE FOR SELECT TO public USING (open or app_is_system() or app_has_role('concierge') or app_has_role('secretariat') or exists (select from working_group_members m
      where m.group_id = working_group_notes.group_id and app_has_role_at('member-agent', m.organisation_id)));--> statement-breakpoint
CREATE POLICY "written_by" ON "working_group_notes" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge') or exists (select from working_groups g
      where g.id = working_group_notes.group_id and g.chair_id = working_group_notes.organisation_id
        and app_has_role_at('member-agent', g.chair_id))) WITH CHECK (app_is_system() or app_has_role('concierge') or exists (select from working_groups g
      where g.id = working_group_notes.group_id and g.chair_id = working_group_notes.organisation_id
        and app_has_role_at('member-agent', g.chair_id)));--> statement-breakpoint
CREATE POLICY "seen_by" ON "working_groups" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "working_groups" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge')) WITH CHECK (app_is_system() or app_has_role('concierge'));