import type { AnyJob } from '#platform/jobs.ts';
import { sweepFilesJob } from '#platform/files/sweep.ts';
import { forgetMailJob, type MailCarrier, sendMailJob } from '#platform/mail/outbox.ts';
import { urgencyJobs } from '#areas/cases/bases/jobs.ts';
import { meetingJob } from '#areas/cases/meetings/jobs.ts';
import { protectionJobs } from '#areas/cases/protections/jobs.ts';
import { viewJob } from '#areas/cases/views/jobs.ts';
import { eraseCasesJob } from '#areas/cases/retention/jobs.ts';
import { followUpJob } from '#areas/cases/follow-ups/jobs.ts';
import { referralJobs } from '#areas/cases/referrals/jobs.ts';
import { taskJob } from '#areas/cases/tasks/jobs.ts';
import { tellJob } from '#areas/grants/applications/editors/jobs.ts';
import { callJobs } from '#areas/grants/calls/subscriptions/jobs.ts';
import { receivedJob } from '#areas/grants/applications/papers/jobs.ts';
import { figureJob } from '#areas/grants/figures/jobs.ts';
import { eraseGrantsJob } from '#areas/grants/retention/jobs.ts';
import { settlementJobs } from '#areas/grants/settlements/jobs.ts';
import { foldJob } from '#areas/consultations/counts/jobs.ts';
import { lineApi } from '#areas/consultations/lines/api.ts';
import { lineJobs } from '#areas/consultations/lines/jobs.ts';
import { mailJobs } from '#areas/consultations/mails/jobs.ts';
import { eraseJob } from '#areas/consultations/retention/jobs.ts';
import { callJob } from '#areas/consultations/risks/jobs.ts';
import { offerJob } from '#areas/consultations/transfers/jobs.ts';
import { freshnessJobs } from '#areas/directory/freshness/jobs.ts';
import { makeAsk } from '#areas/directory/links/ask.ts';
import { linkJobs } from '#areas/directory/links/jobs.ts';
import { proposalJobs } from '#areas/directory/proposals/jobs.ts';
import { packetJobs } from '#areas/directory/packets/jobs.ts';
import { searchJobs } from '#areas/directory/search/jobs.ts';
import { tellTrainingJob } from '#areas/partnerships/work-trainings/jobs.ts';
import { workplaceJob } from '#areas/partnerships/workplaces/jobs.ts';
import { moneyJob } from '#areas/grants/ledger/jobs.ts';
import { matchJobs } from '#areas/partnerships/matches/jobs.ts';
import { expiryJob } from '#areas/partnerships/exchange/jobs.ts';
import { memberJob } from '#areas/partnerships/members/jobs.ts';
import { roundJobs } from '#areas/programs/rounds/jobs.ts';
import { liveJob } from '#areas/report/live-measures/jobs.ts';
import { trainingJobs } from '#areas/training/requirements/jobs.ts';
import { paperJob as placePaperJob } from '#areas/partnerships/places/papers/jobs.ts';
import { lawyerJob } from '#areas/partnerships/watch/lawyer-days/jobs.ts';
import { eraseTogetherJob } from '#areas/partnerships/retention/jobs.ts';
import { rollupJob } from '#platform/rollups/jobs.ts';
import type { Tools } from '#platform/web/visit.ts';
import { memberEndings } from './contents/member-endings.ts';

/** Work that runs later. */
export function jobs({ carrier, tools }: { carrier: MailCarrier; tools: Tools }): readonly AnyJob[] {
  const { config, publicUrl } = tools;
  return [
    sendMailJob(carrier),
    forgetMailJob,
    sweepFilesJob({ files: tools.files }),
    foldJob,
    rollupJob(['case', 'flow', 'referral', 'grant', 'unreceived']),
    liveJob,
    eraseJob,
    callJob({ publicUrl }),
    ...lineJobs({
      vault: tools.vault,
      api: lineApi({ baseUrl: tools.config.LINE_API_URL }),
      publicUrl: tools.publicUrl,
    }),
    offerJob,
    ...mailJobs({ carrier, vault: tools.vault, from: config.MAIL_FROM, imapUrl: config.IMAP_URL }),
    ...roundJobs({ publicUrl }),
    eraseCasesJob,
    followUpJob({ publicUrl }),
    ...referralJobs({ publicUrl, vault: tools.vault }),
    ...urgencyJobs({ publicUrl }),
    ...protectionJobs({ publicUrl }),
    meetingJob({ publicUrl }),
    viewJob({ publicUrl, vault: tools.vault }),
    taskJob({ publicUrl }),
    ...grantJobs(tools),
    ...linkJobs({ enabled: config.LINK_CHECK, ask: makeAsk() }),
    ...freshnessJobs({ publicUrl }),
    ...proposalJobs({ publicUrl }),
    workplaceJob({ publicUrl }),
    tellTrainingJob({ publicUrl }),
    ...searchJobs,
    ...packetJobs,
    ...matchJobs({ publicUrl }),
    ...trainingJobs({ publicUrl }),
    expiryJob({ publicUrl }),
    memberJob({ publicUrl, vault: tools.vault, endings: memberEndings }),
    placePaperJob({ publicUrl }),
    eraseTogetherJob,
    lawyerJob({ publicUrl, vault: tools.vault }),
  ];
}

function grantJobs({ publicUrl, vault, files }: Tools): readonly AnyJob[] {
  return [
    ...callJobs({ publicUrl, vault }),
    tellJob({ publicUrl, vault }),
    receivedJob({ publicUrl, vault, files }),
    ...settlementJobs,
    figureJob({ vault }),
    moneyJob({ publicUrl }),
    eraseGrantsJob,
  ];
}
