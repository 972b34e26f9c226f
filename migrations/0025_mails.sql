CREATE TABLE "mail_ids" (
	"id_index" text PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "mail_ids" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail_threads" (
	"contact_id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"address_index" text,
	"sealed_address" text,
	"token" text NOT NULL,
	"sealed_last_id" text,
	"acknowledged_at" timestamp with time zone,
	"bounced_at" timestamp with time zone,
	CONSTRAINT "mail_threads_token" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "mail_threads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_packets" (
	"packet_id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contact_packets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mail_ids" ADD CONSTRAINT "mail_ids_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_threads" ADD CONSTRAINT "mail_threads_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_packets" ADD CONSTRAINT "contact_packets_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_ids_by_contact" ON "mail_ids" USING btree ("contact_id","at");--> statement-breakpoint
CREATE INDEX "mail_threads_by_address" ON "mail_threads" USING btree ("address_index");--> statement-breakpoint
CREATE POLICY "seen_by" ON "mail_ids" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "mail_ids" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "mail_threads" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "mail_threads" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "contact_packets" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "contact_packets" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));