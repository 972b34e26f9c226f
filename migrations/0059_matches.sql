CREATE TABLE "match_blocks" (
	"organisation_id" uuid NOT NULL,
	"blocked_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "match_blocks_organisation_id_blocked_id_pk" PRIMARY KEY("organisation_id","blocked_id")
);
--> statement-breakpoint
ALTER TABLE "match_blocks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "match_discipline" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"first_reminder_days" integer NOT NULL,
	"second_reminder_days" integer NOT NULL,
	"lapse_days" integer NOT NULL,
	"pause_after" integer NOT NULL,
	"rate_from" integer NOT NULL,
	"requests_per_day" integer NOT NULL,
	"same_text_most" integer NOT NULL,
	CONSTRAINT "match_discipline_one" CHECK (id = 1)
);
--> statement-breakpoint
ALTER TABLE "match_discipline" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "match_pauses" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"paused_at" timestamp with time zone NOT NULL,
	"resumed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "match_pauses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "match_reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"match_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"why" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"handled_at" timestamp with time zone,
	"outcome" text
);
--> statement-breakpoint
ALTER TABLE "match_reports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "match_stops" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"until" date NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "match_stops" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "match_deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"match_id" uuid NOT NULL,
	"delivered_on" date NOT NULL,
	"quantity" numeric NOT NULL,
	"unit" text NOT NULL,
	"yen" bigint,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone NOT NULL,
	"counted_at" timestamp with time zone,
	CONSTRAINT "match_deliveries_more_than_nothing" CHECK (quantity > 0 and (yen is null or yen >= 0))
);
--> statement-breakpoint
ALTER TABLE "match_deliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "match_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"match_id" uuid NOT NULL,
	"side" text NOT NULL,
	"person_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "match_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "match_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"match_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"side" text NOT NULL,
	"person_id" uuid,
	"words" text DEFAULT '' NOT NULL,
	"request" jsonb,
	"masked" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "match_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "match_thanks" (
	"match_id" uuid PRIMARY KEY NOT NULL,
	"giver_id" uuid NOT NULL,
	"receiver_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"offered" boolean NOT NULL,
	"shown_at" timestamp with time zone,
	"said_at" timestamp with time zone NOT NULL,
	"illustrative" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "match_thanks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "matches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"need_id" uuid,
	"offer_id" uuid,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"unit" text NOT NULL,
	"giver_id" uuid NOT NULL,
	"receiver_id" uuid NOT NULL,
	"asker" text NOT NULL,
	"status" text DEFAULT 'proposed' NOT NULL,
	"introduced" boolean DEFAULT false NOT NULL,
	"words_mark" text DEFAULT '' NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"agreed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"reason" text DEFAULT '' NOT NULL,
	"waits_for" text,
	"waits_since" timestamp with time zone NOT NULL,
	"reminders" integer DEFAULT 0 NOT NULL,
	"drafted_by" text,
	"draft" text DEFAULT '' NOT NULL,
	"draft_version" integer DEFAULT 0 NOT NULL,
	"quantity" integer,
	"taken_in" text,
	"due_on" date,
	"opened_at" timestamp with time zone,
	"illustrative" boolean DEFAULT false NOT NULL,
	CONSTRAINT "matches_about" CHECK (case asker when 'giver' then need_id else offer_id end is not null),
	CONSTRAINT "matches_two" CHECK (giver_id <> receiver_id),
	CONSTRAINT "matches_sides" CHECK (asker in ('giver', 'receiver') and (waits_for is null or waits_for in ('giver', 'receiver')))
);
--> statement-breakpoint
ALTER TABLE "matches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "match_blocks" ADD CONSTRAINT "match_blocks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_blocks" ADD CONSTRAINT "match_blocks_blocked_id_organisations_id_fk" FOREIGN KEY ("blocked_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_pauses" ADD CONSTRAINT "match_pauses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_reports" ADD CONSTRAINT "match_reports_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_reports" ADD CONSTRAINT "match_reports_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_stops" ADD CONSTRAINT "match_stops_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_deliveries" ADD CONSTRAINT "match_deliveries_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_deliveries" ADD CONSTRAINT "match_deliveries_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_links" ADD CONSTRAINT "match_links_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_links" ADD CONSTRAINT "match_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_notes" ADD CONSTRAINT "match_notes_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_notes" ADD CONSTRAINT "match_notes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_thanks" ADD CONSTRAINT "match_thanks_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_need_id_exchange_posts_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."exchange_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_offer_id_exchange_posts_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."exchange_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_giver_id_organisations_id_fk" FOREIGN KEY ("giver_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_receiver_id_organisations_id_fk" FOREIGN KEY ("receiver_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "match_reports_open" ON "match_reports" USING btree ("at") WHERE handled_at is null;--> statement-breakpoint
CREATE INDEX "match_deliveries_by_match" ON "match_deliveries" USING btree ("match_id");--> statement-breakpoint
CREATE INDEX "match_deliveries_by_day" ON "match_deliveries" USING btree ("delivered_on");--> statement-breakpoint
CREATE INDEX "match_links_by_match" ON "match_links" USING btree ("match_id");--> statement-breakpoint
CREATE INDEX "match_notes_by_match" ON "match_notes" USING btree ("match_id","at");--> statement-breakpoint
CREATE INDEX "match_thanks_shown" ON "match_thanks" USING btree ("shown_at");--> statement-breakpoint
CREATE UNIQUE INDEX "matches_once_need" ON "matches" USING btree ("need_id","giver_id") WHERE asker = 'giver' and status in ('proposed', 'talking', 'agreed', 'delivered', 'thanked');--> statement-breakpoint
CREATE UNIQUE INDEX "matches_once_offer" ON "matches" USING btree ("offer_id","receiver_id") WHERE asker = 'receiver' and status in ('proposed', 'talking', 'agreed', 'delivered', 'thanked');--> statement-breakpoint
CREATE INDEX "matches_of_giver" ON "matches" USING btree ("giver_id","status");--> statement-breakpoint
CREATE INDEX "matches_of_receiver" ON "matches" USING btree ("receiver_id","status");--> statement-breakpoint
CREATE INDEX "matches_waiting" ON "matches" USING btree ("waits_since") WHERE waits_for is not null;--> statement-breakpoint
CREATE POLICY "seen_by" ON "match_blocks" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "match_blocks" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('member-agent', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('member-agent', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "match_discipline" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "match_discipline" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge')) WITH CHECK (app_is_system() or app_has_role('concierge'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "match_pauses" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "match_pauses" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', organisation_id)) WITH CHECK (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "match_reports" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', organisation_id));--> statement-breakpoint
CREATE POLICY "added_by" ON "match_reports" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "match_reports" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge')) WITH CHECK (app_is_system() or app_has_role('concierge'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "match_stops" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "match_stops" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge')) WITH CHECK (app_is_system() or app_has_role('concierge'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "match_deliveries" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('concierge') or app_has_role('secretariat') or exists (select from matches m where m.id = match_deliveries.match_id
  and (app_has_role_at('member-agent', m.giver_id) or app_has_role_at('member-agent', m.receiver_id)
    or app_has_role_at('concierge', m.giver_id) or app_has_role_at('concierge', m.receiver_id))));--> statement-breakpoint
CREATE POLICY "written_by" ON "match_deliveries" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge') or exists (select from matches m where m.id = match_deliveries.match_id
      and app_has_role_at('member-agent', m.receiver_id))) WITH CHECK (app_is_system() or app_has_role('concierge') or exists (select from matches m where m.id = match_deliveries.match_id
      and app_has_role_at('member-agent', m.receiver_id)));--> statement-breakpoint
CREATE POLICY "seen_by" ON "match_links" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "match_links" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "match_notes" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or exists (select from matches m where m.id = match_notes.match_id
  and (app_has_role_at('member-agent', m.giver_id) or app_has_role_at('member-agent', m.receiver_id)
    or app_has_role_at('concierge', m.giver_id) or app_has_role_at('concierge', m.receiver_id))) or (app_has_role('concierge') and (
      kind not in ('asked', 'said', 'drafted') or side = 'concierge'
      or exists (select from matches m where m.id = match_notes.match_id and m.opened_at is not null))));--> statement-breakpoint
CREATE POLICY "added_by" ON "match_notes" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role('concierge') or exists (select from matches m where m.id = match_notes.match_id
  and (app_has_role_at('member-agent', m.giver_id) or app_has_role_at('member-agent', m.receiver_id)
    or app_has_role_at('concierge', m.giver_id) or app_has_role_at('concierge', m.receiver_id))));--> statement-breakpoint
CREATE POLICY "seen_by" ON "match_thanks" AS PERMISSIVE FOR SELECT TO public USING (shown_at is not null or app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', giver_id) or app_has_role_at('member-agent', receiver_id)
  or app_has_role_at('concierge', giver_id) or app_has_role_at('concierge', receiver_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "match_thanks" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', giver_id) or app_has_role_at('member-agent', receiver_id)
  or app_has_role_at('concierge', giver_id) or app_has_role_at('concierge', receiver_id)) WITH CHECK (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', giver_id) or app_has_role_at('member-agent', receiver_id)
  or app_has_role_at('concierge', giver_id) or app_has_role_at('concierge', receiver_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "matches" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', giver_id) or app_has_role_at('member-agent', receiver_id)
  or app_has_role_at('concierge', giver_id) or app_has_role_at('concierge', receiver_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "matches" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', giver_id) or app_has_role_at('member-agent', receiver_id)
  or app_has_role_at('concierge', giver_id) or app_has_role_at('concierge', receiver_id)) WITH CHECK (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', giver_id) or app_has_role_at('member-agent', receiver_id)
  or app_has_role_at('concierge', giver_id) or app_has_role_at('concierge', receiver_id));