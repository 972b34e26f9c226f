CREATE TABLE "watch_notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"member_id" uuid,
	"signs" text[] NOT NULL,
	"urgent" boolean NOT NULL,
	"desk_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"place_mark" text NOT NULL,
	"token_hash" text NOT NULL,
	"sealed_key" text,
	"sealed" text,
	"at" timestamp with time zone NOT NULL,
	"looked_at" timestamp with time zone,
	"joined_to" uuid,
	CONSTRAINT "watch_notices_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "watch_notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "watch_members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"token_hash" text NOT NULL,
	"sealed_key" text NOT NULL,
	"sealed" text NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone,
	CONSTRAINT "watch_members_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "watch_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "watch_networks" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"about_ja" text NOT NULL,
	"about_en" text DEFAULT '' NOT NULL,
	"desk_id" uuid NOT NULL,
	"routes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"open" boolean DEFAULT true NOT NULL,
	"illustrative" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "watch_networks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "watch_notices" ADD CONSTRAINT "watch_notices_organisation_id_watch_networks_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."watch_networks"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_notices" ADD CONSTRAINT "watch_notices_member_id_watch_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."watch_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_members" ADD CONSTRAINT "watch_members_organisation_id_watch_networks_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."watch_networks"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_networks" ADD CONSTRAINT "watch_networks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_networks" ADD CONSTRAINT "watch_networks_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "watch_notices_by_network" ON "watch_notices" USING btree ("organisation_id","at","id");--> statement-breakpoint
CREATE INDEX "watch_notices_by_place" ON "watch_notices" USING btree ("organisation_id","place_mark");--> statement-breakpoint
CREATE INDEX "watch_members_by_network" ON "watch_members" USING btree ("organisation_id","name");--> statement-breakpoint
CREATE POLICY "seen_by" ON "watch_notices" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('watch-keeper', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "watch_notices" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('watch-keeper', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('watch-keeper', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "watch_members" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('watch-keeper', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "watch_members" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('watch-keeper', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('watch-keeper', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "watch_networks" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "watch_networks" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('watch-keeper', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('watch-keeper', organisation_id));