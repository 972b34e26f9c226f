CREATE TABLE "audit_events" (
	"position" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"event" text NOT NULL,
	"person_id" uuid,
	"actor" text,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"facts" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" bigint PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_head" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"sha256" text NOT NULL,
	"bytes" bigint NOT NULL,
	"media_type" text NOT NULL,
	"name" text NOT NULL,
	"organisation_id" uuid,
	"uploaded_by" uuid,
	"public_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail_outbox" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mail_outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"memberships" jsonb NOT NULL,
	"invited_by" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_once" UNIQUE("person_id","organisation_id","role")
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"name_ja" text NOT NULL,
	"name_en" text,
	"local_government_code" text,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_code" UNIQUE("code")
);
--> statement-breakpoint
ALTER TABLE "organisations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"lang" text DEFAULT 'ja' NOT NULL,
	"password_hash" text,
	"failed_tries" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_email" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "site" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"operator_ja" text NOT NULL,
	"operator_en" text NOT NULL,
	"title_ja" text NOT NULL,
	"title_en" text NOT NULL,
	"headquarters_ja" text NOT NULL,
	"headquarters_en" text NOT NULL,
	"demo" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "site" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ceremonies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"facts" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ceremonies_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "ceremonies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" jsonb NOT NULL,
	"label" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "passkeys_credential" UNIQUE("credential_id")
);
--> statement-breakpoint
ALTER TABLE "passkeys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "recovery_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"method" text NOT NULL,
	"second_factor" boolean DEFAULT false NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "sessions_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sso_identities" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sso_identities_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
ALTER TABLE "sso_identities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "totp_secrets" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "totp_secrets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"status" text DEFAULT 'owed' NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"submitted_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	CONSTRAINT "entries_once" UNIQUE("round_id","program_id")
);
--> statement-breakpoint
ALTER TABLE "entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "entry_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"entry_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person_name" text NOT NULL,
	"via" text NOT NULL,
	"field" text NOT NULL,
	"before" text,
	"after" text
);
--> statement-breakpoint
ALTER TABLE "entry_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "entry_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"entry_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"person_name" text NOT NULL,
	"words" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "entry_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workbook_returns" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"findings" jsonb NOT NULL,
	"status" text NOT NULL,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "workbook_returns" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_rows" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"fiscal_year" integer NOT NULL,
	"pillar" text,
	"name_ja" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"description_ja" text DEFAULT '' NOT NULL,
	"description_en" text DEFAULT '' NOT NULL,
	"is_new" boolean DEFAULT false NOT NULL,
	"amount" bigint NOT NULL,
	"program_id" uuid,
	"position" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "plan_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "problem_bureaus" (
	"problem_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "problem_bureaus_problem_id_organisation_id_pk" PRIMARY KEY("problem_id","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "problem_bureaus" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "problem_domains" (
	"problem_id" uuid NOT NULL,
	"domain" text NOT NULL,
	CONSTRAINT "problem_domains_problem_id_domain_pk" PRIMARY KEY("problem_id","domain")
);
--> statement-breakpoint
ALTER TABLE "problem_domains" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "problem_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"problem_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"organisation_id" uuid,
	"person_name" text NOT NULL,
	"words" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "problem_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "problems" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"fiscal_year" integer NOT NULL,
	"title" text NOT NULL,
	"detail" text NOT NULL,
	"raised_by" uuid NOT NULL,
	"status" text DEFAULT 'raised' NOT NULL,
	"set_aside_reason" text,
	"program_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "problems" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "measure_values" (
	"measure_id" uuid NOT NULL,
	"period" text NOT NULL,
	"value" numeric NOT NULL,
	CONSTRAINT "measure_values_measure_id_period_pk" PRIMARY KEY("measure_id","period")
);
--> statement-breakpoint
ALTER TABLE "measure_values" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "measures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"program_id" uuid NOT NULL,
	"label_ja" text NOT NULL,
	"label_en" text DEFAULT '' NOT NULL,
	"unit" text NOT NULL,
	"kind" text NOT NULL,
	"counting" text,
	"rhythm" text DEFAULT 'year' NOT NULL,
	"target" numeric,
	"previous_value" numeric,
	"definition" text DEFAULT '' NOT NULL,
	"source_note" text DEFAULT '' NOT NULL,
	"predecessor_id" uuid,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "measures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pictures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"program_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"alternative" text NOT NULL,
	"caption" text DEFAULT '' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "pictures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "program_partners" (
	"program_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "program_partners_program_id_organisation_id_pk" PRIMARY KEY("program_id","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "program_partners" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "program_pillars" (
	"program_id" uuid NOT NULL,
	"pillar" text NOT NULL,
	CONSTRAINT "program_pillars_program_id_pillar_pk" PRIMARY KEY("program_id","pillar")
);
--> statement-breakpoint
ALTER TABLE "program_pillars" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "programs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"fiscal_year" integer NOT NULL,
	"slug" text NOT NULL,
	"name_ja" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"continuity" text NOT NULL,
	"category" text,
	"line" text,
	"organisation_id" uuid NOT NULL,
	"division" text DEFAULT '' NOT NULL,
	"target_people" text DEFAULT '' NOT NULL,
	"purpose" text DEFAULT '' NOT NULL,
	"logic" jsonb DEFAULT '{"inputs":"","activities":"","outputs":"","outcomes":""}'::jsonb NOT NULL,
	"budget_initial" bigint,
	"budget_revised" bigint,
	"budget_settled" bigint,
	"predecessor_id" uuid,
	"illustrative" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "programs_slug" UNIQUE("fiscal_year","slug")
);
--> statement-breakpoint
ALTER TABLE "programs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "results" (
	"program_id" uuid PRIMARY KEY NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"evaluation" text DEFAULT '' NOT NULL,
	"rating" text,
	"next_step" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "results" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "voices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"program_id" uuid NOT NULL,
	"speaker" text NOT NULL,
	"words" text NOT NULL,
	"consent_on" text NOT NULL,
	"consent_how" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "voices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reminders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"fiscal_year" integer NOT NULL,
	"title" text NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"deadline_on" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"workbook_key" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "fiscal_years" (
	"year" integer PRIMARY KEY NOT NULL,
	"summary_ja" text DEFAULT '' NOT NULL,
	"summary_en" text DEFAULT '' NOT NULL,
	"overall_rating" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "fiscal_years" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "terms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"fiscal_year" integer NOT NULL,
	"scheme" text NOT NULL,
	"code" text NOT NULL,
	"name_ja" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"position" integer NOT NULL,
	"organisation_id" uuid,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "terms_code" UNIQUE("fiscal_year","scheme","code")
);
--> statement-breakpoint
ALTER TABLE "terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "editions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"fiscal_year" integer NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"prepared_by" uuid NOT NULL,
	"prepared_at" timestamp with time zone NOT NULL,
	"proposed_at" timestamp with time zone,
	"approved_by" uuid,
	"published_at" timestamp with time zone,
	"published_on" text,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "editions_number" UNIQUE("fiscal_year","kind","number")
);
--> statement-breakpoint
ALTER TABLE "editions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "figures" (
	"edition_id" uuid NOT NULL,
	"fiscal_year" integer NOT NULL,
	"program_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"period" text NOT NULL,
	"program_slug" text NOT NULL,
	"program_name" text NOT NULL,
	"category" text NOT NULL,
	"bureau" text NOT NULL,
	"label" text NOT NULL,
	"unit" text NOT NULL,
	"value" numeric NOT NULL,
	"previous_value" numeric,
	"source" text NOT NULL,
	"thread" uuid NOT NULL,
	"search_text" text NOT NULL,
	CONSTRAINT "figures_edition_id_measure_id_period_pk" PRIMARY KEY("edition_id","measure_id","period")
);
--> statement-breakpoint
ALTER TABLE "figures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "errata" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"edition_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"program_id" uuid NOT NULL,
	"measure_id" uuid,
	"period" text,
	"field" text,
	"old_value" text NOT NULL,
	"new_value" text NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"published_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "errata" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceremonies" ADD CONSTRAINT "ceremonies_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sso_identities" ADD CONSTRAINT "sso_identities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "totp_secrets" ADD CONSTRAINT "totp_secrets_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_changes" ADD CONSTRAINT "entry_changes_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_notes" ADD CONSTRAINT "entry_notes_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workbook_returns" ADD CONSTRAINT "workbook_returns_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workbook_returns" ADD CONSTRAINT "workbook_returns_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_rows" ADD CONSTRAINT "plan_rows_fiscal_year_fiscal_years_year_fk" FOREIGN KEY ("fiscal_year") REFERENCES "public"."fiscal_years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_rows" ADD CONSTRAINT "plan_rows_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem_bureaus" ADD CONSTRAINT "problem_bureaus_problem_id_problems_id_fk" FOREIGN KEY ("problem_id") REFERENCES "public"."problems"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem_bureaus" ADD CONSTRAINT "problem_bureaus_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem_domains" ADD CONSTRAINT "problem_domains_problem_id_problems_id_fk" FOREIGN KEY ("problem_id") REFERENCES "public"."problems"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem_notes" ADD CONSTRAINT "problem_notes_problem_id_problems_id_fk" FOREIGN KEY ("problem_id") REFERENCES "public"."problems"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem_notes" ADD CONSTRAINT "problem_notes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problems" ADD CONSTRAINT "problems_fiscal_year_fiscal_years_year_fk" FOREIGN KEY ("fiscal_year") REFERENCES "public"."fiscal_years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problems" ADD CONSTRAINT "problems_raised_by_organisations_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problems" ADD CONSTRAINT "problems_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_values" ADD CONSTRAINT "measure_values_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_predecessor_id_measures_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_partners" ADD CONSTRAINT "program_partners_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_partners" ADD CONSTRAINT "program_partners_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_pillars" ADD CONSTRAINT "program_pillars_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_fiscal_year_fiscal_years_year_fk" FOREIGN KEY ("fiscal_year") REFERENCES "public"."fiscal_years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_predecessor_id_programs_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voices" ADD CONSTRAINT "voices_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_fiscal_year_fiscal_years_year_fk" FOREIGN KEY ("fiscal_year") REFERENCES "public"."fiscal_years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_fiscal_year_fiscal_years_year_fk" FOREIGN KEY ("fiscal_year") REFERENCES "public"."fiscal_years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_fiscal_year_fiscal_years_year_fk" FOREIGN KEY ("fiscal_year") REFERENCES "public"."fiscal_years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "errata" ADD CONSTRAINT "errata_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_by_sha256" ON "files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "memberships_by_organisation" ON "memberships" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "passkeys_by_person" ON "passkeys" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "recovery_codes_by_person" ON "recovery_codes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_by_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "entries_by_organisation" ON "entries" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "entry_changes_by_entry" ON "entry_changes" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "entry_notes_by_entry" ON "entry_notes" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "workbook_returns_by_round" ON "workbook_returns" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "plan_rows_by_year" ON "plan_rows" USING btree ("fiscal_year");--> statement-breakpoint
CREATE INDEX "problem_notes_by_problem" ON "problem_notes" USING btree ("problem_id");--> statement-breakpoint
CREATE INDEX "problems_by_program" ON "problems" USING btree ("program_id");--> statement-breakpoint
CREATE INDEX "measures_by_program" ON "measures" USING btree ("program_id");--> statement-breakpoint
CREATE INDEX "pictures_by_program" ON "pictures" USING btree ("program_id");--> statement-breakpoint
CREATE INDEX "programs_by_organisation" ON "programs" USING btree ("fiscal_year","organisation_id");--> statement-breakpoint
CREATE INDEX "programs_by_predecessor" ON "programs" USING btree ("predecessor_id");--> statement-breakpoint
CREATE INDEX "voices_by_program" ON "voices" USING btree ("program_id");--> statement-breakpoint
CREATE INDEX "reminders_by_round" ON "reminders" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "editions_public" ON "editions" USING btree ("status","fiscal_year");--> statement-breakpoint
CREATE INDEX "figures_by_year" ON "figures" USING btree ("fiscal_year");--> statement-breakpoint
CREATE INDEX "figures_by_thread" ON "figures" USING btree ("thread");--> statement-breakpoint
CREATE INDEX "errata_by_edition" ON "errata" USING btree ("edition_id");--> statement-breakpoint
CREATE POLICY "seen_by" ON "audit_events" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('administrator') or (person_id is not null and person_id = app_person()));--> statement-breakpoint
CREATE POLICY "added_by" ON "audit_events" AS PERMISSIVE FOR INSERT TO public WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "seen_by" ON "audit_head" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "audit_head" AS PERMISSIVE FOR ALL TO public USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "seen_by" ON "files" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or public_at is not null or uploaded_by = app_person() or app_is_member_of(organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "files" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or uploaded_by = app_person()) WITH CHECK (app_is_system() or uploaded_by = app_person());--> statement-breakpoint
CREATE POLICY "seen_by" ON "mail_outbox" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "mail_outbox" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "added_by" ON "mail_outbox" AS PERMISSIVE FOR INSERT TO public WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "seen_by" ON "invitations" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('administrator'));--> statement-breakpoint
CREATE POLICY "written_by" ON "invitations" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('administrator')) WITH CHECK (app_is_system() or app_has_role('administrator'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "memberships" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or person_id = app_person() or app_is_member_of(organisation_id) or app_has_role('administrator'));--> statement-breakpoint
CREATE POLICY "written_by" ON "memberships" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('administrator')) WITH CHECK (app_is_system() or app_has_role('administrator'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "organisations" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "organisations" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('administrator')) WITH CHECK (app_is_system() or app_has_role('administrator'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "people" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or id = app_person() or app_has_role('administrator')
      or exists (select from memberships m where m.person_id = people.id and app_is_member_of(m.organisation_id)));--> statement-breakpoint
CREATE POLICY "written_by" ON "people" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or id = app_person() or app_has_role('administrator')) WITH CHECK (app_is_system() or id = app_person() or app_has_role('administrator'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "site" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "site" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('administrator')) WITH CHECK (app_is_system() or app_has_role('administrator'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "ceremonies" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "ceremonies" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "passkeys" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or person_id = app_person());--> statement-breakpoint
CREATE POLICY "written_by" ON "passkeys" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or person_id = app_person()) WITH CHECK (app_is_system() or person_id = app_person());--> statement-breakpoint
CREATE POLICY "seen_by" ON "recovery_codes" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or person_id = app_person());--> statement-breakpoint
CREATE POLICY "written_by" ON "recovery_codes" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or person_id = app_person()) WITH CHECK (app_is_system() or person_id = app_person());--> statement-breakpoint
CREATE POLICY "seen_by" ON "sessions" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or person_id = app_person() or app_has_role('administrator'));--> statement-breakpoint
CREATE POLICY "written_by" ON "sessions" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or person_id = app_person() or app_has_role('administrator')) WITH CHECK (app_is_system() or person_id = app_person() or app_has_role('administrator'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "sso_identities" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or person_id = app_person());--> statement-breakpoint
CREATE POLICY "written_by" ON "sso_identities" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or person_id = app_person()) WITH CHECK (app_is_system() or person_id = app_person());--> statement-breakpoint
CREATE POLICY "seen_by" ON "totp_secrets" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or person_id = app_person());--> statement-breakpoint
CREATE POLICY "written_by" ON "totp_secrets" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or person_id = app_person()) WITH CHECK (app_is_system() or person_id = app_person());--> statement-breakpoint
CREATE POLICY "seen_by" ON "entries" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('secretariat') or app_has_role('approver') or app_is_member_of(organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "entries" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat') or app_has_role_at('reporter', organisation_id)) WITH CHECK (app_is_system() or app_has_role('secretariat') or app_has_role_at('reporter', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "entry_changes" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('secretariat') or app_has_role('approver')
  or exists (select from entries e where e.id = entry_id and app_is_member_of(e.organisation_id)));--> statement-breakpoint
CREATE POLICY "added_by" ON "entry_changes" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role('secretariat') or app_has_role('approver')
  or exists (select from entries e where e.id = entry_id and app_is_member_of(e.organisation_id)));--> statement-breakpoint
CREATE POLICY "seen_by" ON "entry_notes" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('secretariat') or app_has_role('approver')
  or exists (select from entries e where e.id = entry_id and app_is_member_of(e.organisation_id)));--> statement-breakpoint
CREATE POLICY "added_by" ON "entry_notes" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role('secretariat') or app_has_role('approver')
  or exists (select from entries e where e.id = entry_id and app_is_member_of(e.organisation_id)));--> statement-breakpoint
CREATE POLICY "seen_by" ON "workbook_returns" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('secretariat') or app_is_member_of(organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "workbook_returns" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat') or app_has_role_at('reporter', organisation_id)) WITH CHECK (app_is_system() or app_has_role('secretariat') or app_has_role_at('reporter', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "plan_rows" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "plan_rows" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat')) WITH CHECK (app_is_system() or app_has_role('secretariat'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "problem_bureaus" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "problem_bureaus" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat') or app_has_role_at('reporter', organisation_id)) WITH CHECK (app_is_system() or app_has_role('secretariat') or app_has_role_at('reporter', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "problem_domains" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "problem_domains" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat')
    or exists (select from problems p where p.id = problem_id and app_has_role_at('reporter', p.raised_by))) WITH CHECK (app_is_system() or app_has_role('secretariat')
    or exists (select from problems p where p.id = problem_id and app_has_role_at('reporter', p.raised_by)));--> statement-breakpoint
CREATE POLICY "seen_by" ON "problem_notes" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "added_by" ON "problem_notes" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "seen_by" ON "problems" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "problems" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat') or app_has_role_at('reporter', raised_by)) WITH CHECK (app_is_system() or app_has_role('secretariat') or app_has_role_at('reporter', raised_by));--> statement-breakpoint
CREATE POLICY "seen_by" ON "measure_values" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "measure_values" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat')
      or exists (select from measures m join programs p on p.id = m.program_id where m.id = measure_id and app_has_role_at('reporter', p.organisation_id))) WITH CHECK (app_is_system() or app_has_role('secretariat')
      or exists (select from measures m join programs p on p.id = m.program_id where m.id = measure_id and app_has_role_at('reporter', p.organisation_id)));--> statement-breakpoint
CREATE POLICY "seen_by" ON "measures" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "measures" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat')
  or exists (select from programs p where p.id = program_id and app_has_role_at('reporter', p.organisation_id))) WITH CHECK (app_is_system() or app_has_role('secretariat')
  or exists (select from programs p where p.id = program_id and app_has_role_at('reporter', p.organisation_id)));--> statement-breakpoint
CREATE POLICY "seen_by" ON "pictures" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "pictures" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat')
  or exists (select from programs p where p.id = program_id and app_has_role_at('reporter', p.organisation_id))) WITH CHECK (app_is_system() or app_has_role('secretariat')
  or exists (select from programs p where p.id = program_id and app_has_role_at('reporter', p.organisation_id)));--> statement-breakpoint
CREATE POLICY "seen_by" ON "program_partners" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "program_partners" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat')
  or exists (select from programs p where p.id = program_id and app_has_role_at('reporter', p.organisation_id))) WITH CHECK (app_is_system() or app_has_role('secretariat')
  or exists (select from programs p where p.id = program_id and app_has_role_at('reporter', p.organisation_id)));--> statement-breakpoint
CREATE POLICY "seen_by" ON "program_pillars" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "program_pillars" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat')
  or exists (select from programs p where p.id = program_id and app_has_role_at('reporter', p.organisation_id))) WITH CHECK (app_is_system() or app_has_role('secretariat')
  or exists (select from programs p where p.id = program_id and app_has_role_at('reporter', p.organisation_id)));--> statement-breakpoint
CREATE POLICY "seen_by" ON "programs" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "programs" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat') or app_has_role_at('reporter', organisation_id)) WITH CHECK (app_is_system() or app_has_role('secretariat') or app_has_role_at('reporter', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "results" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "results" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat')
  or exists (select from programs p where p.id = program_id and app_has_role_at('reporter', p.organisation_id))) WITH CHECK (app_is_system() or app_has_role('secretariat')
  or exists (select from programs p where p.id = program_id and app_has_role_at('reporter', p.organisation_id)));--> statement-breakpoint
CREATE POLICY "seen_by" ON "voices" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "voices" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat')
  or exists (select from programs p where p.id = program_id and app_has_role_at('reporter', p.organisation_id))) WITH CHECK (app_is_system() or app_has_role('secretariat')
  or exists (select from programs p where p.id = program_id and app_has_role_at('reporter', p.organisation_id)));--> statement-breakpoint
CREATE POLICY "seen_by" ON "reminders" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('secretariat') or app_is_member_of(organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "reminders" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat')) WITH CHECK (app_is_system() or app_has_role('secretariat'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "rounds" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "rounds" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat')) WITH CHECK (app_is_system() or app_has_role('secretariat'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "fiscal_years" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "fiscal_years" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat')) WITH CHECK (app_is_system() or app_has_role('secretariat'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "terms" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "terms" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat')) WITH CHECK (app_is_system() or app_has_role('secretariat'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "editions" AS PERMISSIVE FOR SELECT TO public USING (status = 'published' or app_is_system() or app_has_role('secretariat') or app_has_role('approver'));--> statement-breakpoint
CREATE POLICY "written_by" ON "editions" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat') or app_has_role('approver')) WITH CHECK (app_is_system() or app_has_role('secretariat') or app_has_role('approver'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "figures" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or exists (select from editions e where e.id = edition_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "figures" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('approver') or app_has_role('secretariat')) WITH CHECK (app_is_system() or app_has_role('approver') or app_has_role('secretariat'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "errata" AS PERMISSIVE FOR SELECT TO public USING (status = 'published' or app_is_system() or app_has_role('secretariat') or app_has_role('approver'));--> statement-breakpoint
CREATE POLICY "written_by" ON "errata" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat') or app_has_role('approver')) WITH CHECK (app_is_system() or app_has_role('secretariat') or app_has_role('approver'));