ALTER TABLE "referral_deadlines" ADD COLUMN "progress_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "referral_deadlines" ADD COLUMN "hold_days" integer DEFAULT 14 NOT NULL;--> statement-breakpoint
ALTER TABLE "referral_deadlines" ADD COLUMN "close_days" integer DEFAULT 7 NOT NULL;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "state_at" timestamp with time zone DEFAULT now() NOT NULL;