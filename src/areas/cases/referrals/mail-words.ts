import { defineWords } from '#platform/i18n.ts';

/** Nothing of the person: a mail lies in inboxes for years, and is read over shoulders. */
export const mailWords = defineWords({
  ja: {
    request: {
      subject: '支援のご依頼が届いています',
      body: '支援のご依頼が一件届いています。内容は、次のページでご覧になり、受けられるかどうかをお答えください。\n個人の情報があるため、このメールを転送しないでください。',
    },
    remind: {
      subject: '【再度のお願い】支援のご依頼にお返事をください',
      body: '先日お送りした支援のご依頼の続きをお待ちしています。受けられないときは、その旨をお答えいただければ、別の方法を探します。',
    },
    late: {
      subject: '支援の依頼に返事がありません',
      body: '送った依頼に、期日を過ぎても返事がありません。電話で確かめるか、別の組織を探してください。',
    },
    'how-goes': {
      subject: 'ご支援の様子をお知らせください',
      body: 'お引き受けいただいている方について、しばらく知らせがありません。会えた、待ってもらっている、終わった、続けられない、のどれかを次のページでお知らせください。',
    },
    open: {
      subject: '閉じていない依頼があります',
      body: '断られた、続けられなかった、取り下げた、または下書きのままの依頼が、閉じられていません。別の相手に頼むか、依頼を終えてください。',
    },
    still: {
      subject: '依頼が止まったままです',
      body: '組織から送った依頼が、お知らせのあとも止まったままです。担当の支援員と、次にどうするかを確かめてください。',
    },
    outcome: {
      subject: 'その後の様子を確かめる日です',
      body: '依頼した支援が終わってから日が経ちました。本人のその後の様子を確かめ、記録してください。',
    },
    'go-on': {
      subject: '依頼が断られました',
      body: '送った依頼は受けられないとの返事がありました。次の組織を探してください。',
    },
    accepted: {
      subject: '依頼が引き受けられました',
      body: '送った依頼を引き受けるとの返事がありました。本人と会えたかどうかは、同じページに記録されます。',
    },
    contact: {
      subject: '本人と会えたとの知らせがありました',
      body: '送った依頼について、相手が本人と会えました。',
    },
    moved: {
      subject: '依頼の状態が変わりました',
      body: '送った依頼の状態が変わりました。次のページで確かめてください。',
    },
    stopped: {
      subject: '依頼を止めました',
      body: '伝える根拠になる同意がなくなったか、期限が切れたため、依頼は相手に届いていません。本人に確かめてください。',
    },
    over: {
      subject: '同意の期限が切れました',
      body: '伝える根拠になる同意の期限が切れたため、つないだ先は伝えた内容を読めなくなりました。続けるときは、本人に確かめて新しい同意を記録し、つなぎ直してください。',
    },
    'over-there': {
      subject: '支援のご依頼の期限が終わりました',
      body: 'ご依頼の内容をお見せできる期限が終わりました。支援を続けるときは、依頼元の担当にお電話ください。',
    },
    cancelled: {
      subject: '支援のご依頼が取り下げられました',
      body: 'お送りしていた支援のご依頼は、取り下げられました。ご対応は要りません。',
    },
  },
  en: {
    request: {
      subject: 'A request for support has arrived',
      body: 'A request for support waits for you. Please read it on the following page and answer whether you can take it.\nIt is about a person: do not forward this mail.',
    },
    remind: {
      subject: 'Reminder: please answer the request for support',
      body: 'The request that was sent to you still waits. If you cannot take it, please say so: another way will be found.',
    },
    late: {
      subject: 'A request for support has not been answered',
      body: 'A request that you sent is past its day without an answer. Please telephone, or find another organisation.',
    },
    'how-goes': {
      subject: 'How does the support go?',
      body: 'Nothing has been heard for a while of somebody whom you have taken into your care. Please say on the following page how it stands: met, on hold, ended, or not possible.',
    },
    open: {
      subject: 'A request of yours stands open',
      body: 'A request that was declined, could not go on, was taken back or never sent has not been closed. Please ask another organisation, or close it.',
    },
    still: {
      subject: 'A request for support stands still',
      body: 'A request of your organisation has stood still although it was reminded of. Please look together with the worker at what is next.',
    },
    outcome: {
      subject: 'Time to ask how things are',
      body: 'The support that you asked for ended some time ago. Please find out how the person is, and record it.',
    },
    'go-on': {
      subject: 'A request was declined',
      body: 'The request that you sent was declined. Please find another organisation.',
    },
    accepted: {
      subject: 'A request was accepted',
      body: 'The request that you sent was accepted. Whether they have met the person will stand on the same page.',
    },
    contact: {
      subject: 'They have met the person',
      body: 'The receiver of your request has met the person.',
    },
    moved: {
      subject: 'The state of a request has changed',
      body: 'The state of the request that you sent has changed. Please look at the following page.',
    },
    stopped: {
      subject: 'A request was stopped',
      body: 'The consent that it stood on is gone or over: the request has not reached its receiver. Please ask the person.',
    },
    over: {
      subject: 'A consent is over',
      body: 'The consent that a request stood on is over: its receiver can no longer read what they were told. To go on, ask the person, record a new consent and refer again.',
    },
    'over-there': {
      subject: 'A request for support has come to its end',
      body: 'What you were told can no longer be read: the time for it is over. To go on with the support, please call whoever sent the request.',
    },
    cancelled: {
      subject: 'A request for support was withdrawn',
      body: 'The request for support that was sent to you was withdrawn. There is nothing to do.',
    },
  },
});
