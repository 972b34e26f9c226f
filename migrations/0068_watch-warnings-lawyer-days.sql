CREATE TABLE "lawyer_bookings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"day_id" uuid NOT NULL,
	"state" text NOT NULL,
	"slot" integer,
	"held_until" timestamp with time zone,
	"topic" text NOT NULL,
	"address_mark" text,
	"token_hash" text NOT NULL,
	"sealed_key" text,
	"sealed" text,
	"reminded_at" timestamp with time zone,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "lawyer_bookings_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "lawyer_bookings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lawyer_days" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"day" date NOT NULL,
	"place" text NOT NULL,
	"opens" text NOT NULL,
	"minutes" integer NOT NULL,
	"slots" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"cancelled_at" timestamp with time zone,
	"illustrative" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "lawyer_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "watch_receipts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"warning_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"way" text NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "watch_receipts_once" UNIQUE("warning_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "watch_receipts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "watch_warnings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"advice" text NOT NULL,
	"state" text NOT NULL,
	"written_by" uuid NOT NULL,
	"checked_by" uuid,
	"remark" text DEFAULT '' NOT NULL,
	"told_to" integer DEFAULT 0 NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "watch_warnings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "lawyer_bookings" ADD CONSTRAINT "lawyer_bookings_organisation_id_watch_networks_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."watch_networks"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lawyer_bookings" ADD CONSTRAINT "lawyer_bookings_day_id_lawyer_days_id_fk" FOREIGN KEY ("day_id") REFERENCES "public"."lawyer_days"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lawyer_days" ADD CONSTRAINT "lawyer_days_organisation_id_watch_networks_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."watch_networks"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_receipts" ADD CONSTRAINT "watch_receipts_organisation_id_watch_networks_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."watch_networks"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_receipts" ADD CONSTRAINT "watch_receipts_warning_id_watch_warnings_id_fk" FOREIGN KEY ("warning_id") REFERENCES "public"."watch_warnings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_receipts" ADD CONSTRAINT "watch_receipts_member_id_watch_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."watch_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_warnings" ADD CONSTRAINT "watch_warnings_organisation_id_watch_networks_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."watch_networks"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_warnings" ADD CONSTRAINT "watch_warnings_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_warnings" ADD CONSTRAINT "watch_warnings_checked_by_people_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "lawyer_bookings_slot" ON "lawyer_bookings" USING btree ("day_id","slot") WHERE state in ('held', 'booked');--> statement-breakpoint
CREATE UNIQUE INDEX "lawyer_bookings_address" ON "lawyer_bookings" USING btree ("day_id","address_mark") WHERE state <> 'cancelled' and address_mark is not null;--> statement-breakpoint
CREATE INDEX "lawyer_bookings_by_day" ON "lawyer_bookings" USING btree ("day_id","at");--> statement-breakpoint
CREATE INDEX "lawyer_days_by_day" ON "lawyer_days" USING btree ("day");--> statement-breakpoint
CREATE INDEX "watch_warnings_by_network" ON "watch_warnings" USING btree ("organisation_id","written_at");--> statement-breakpoint
CREATE INDEX "watch_warnings_to_check" ON "watch_warnings" USING btree ("written_at") WHERE state = 'proposed';--> statement-breakpoint
CREATE POLICY "seen_by" ON "lawyer_bookings" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('watch-keeper', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "lawyer_bookings" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('watch-keeper', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('watch-keeper', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "lawyer_days" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "lawyer_days" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('watch-keeper', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('watch-keeper', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "watch_receipts" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('watch-keeper', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "watch_receipts" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('watch-keeper', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('watch-keeper', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "watch_warnings" AS PERMISSIVE FOR SELECT TO public USING (state = 'sent' or app_is_system() or app_has_role_at('watch-keeper', organisation_id) or app_has_role('concierge'));--> statement-breakpoint
CREATE POLICY "written_by" ON "watch_warnings" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('watch-keeper', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('watch-keeper', organisation_id));