import type { comment as dutch } from '../nl/comment.ts'

/** Comments on an item or a passage of its text, and what was done with them. */
export const comment: typeof dutch = {
  heading: 'Comments',
  count: (n) => (n === 1 ? '1 comment' : `${n} comments`),
  margin: 'Comments on the text',
  inMargin: (n) =>
    n === 1
      ? 'One conversation is in the margin, beside the text.'
      : `${n} conversations are in the margin, beside the text.`,
  empty: 'There are no comments on this item yet.',
  loading: 'The comments are being loaded.',
  unread: 'new',
  fresh: (n) => (n === 1 ? '1 new' : `${n} new`),
  arrived: (name) => `New comment by ${name}`,
  answered: (name, outcome) => `${name} answered: ${outcome}`,
  on: {
    item: 'on the whole item',
    title: 'on the title',
    passage: (quote) => `on ‘${quote}’`,
    gone: (quote) => `on text that no longer reads like this: ‘${quote}’`,
  },
  showInText: 'Show in the text',
  onTitle: (n) => (n === 1 ? '1 comment on the title' : `${n} comments on the title`),
  former: 'No longer on this agenda',
  edited: 'edited',
  editedShow: 'edited, show the earlier text',
  more: (name) => `More about the comment by ${name}`,

  form: {
    label: 'Your comment',
    reply: (name) => `Your reply to ${name}`,
    correct: 'Change your comment',
    placeholder: 'What would you like to say?',
    hint: 'Everyone on this agenda can read this. Do not write about one child. Use @ to name someone.',
    about: 'What is your comment about?',
    aboutItem: 'The whole item',
    aboutTitle: (title) => `The title: ${title}`,
    aboutChosen: (quote) => `Your selection: ${quote}`,
    aboutSentence: 'A sentence of the text',
    as: 'On behalf of',
    send: 'Post comment',
    sendReply: 'Post reply',
    save: 'Save',
    cancel: 'Cancel',
    missing: 'Write your comment first.',
    tooLong: (n) => `Your comment is ${n} characters too long.`,
    sent: 'Your comment has been posted.',
    waits: 'You have no connection. Your comment is on this device and goes out by itself.',
    corrected: 'Your comment has been changed.',
    bsn: 'This holds a number that looks like a Dutch citizen service number (BSN). Such a number belongs to one person and has no place on this agenda. Remove the number, then you can post your comment.',
    caseTitle: 'Is this about one child or family?',
    case: 'It looks as if you write about one child or family. This agenda is about agreements for everyone. Write so that nobody can be recognised. You may still post your comment.',
    caseDismiss: 'This is fine',
  },

  selection: {
    button: 'Comment',
    thread: 'Show the comment',
    fromSection: 'Comment on selected text',
    nothing: 'First select a part of the title or the text. You can also choose a sentence below.',
  },

  mention: {
    list: 'Whom do you want to name?',
    found: (n) =>
      n === 1 ? '1 name, choose with arrow keys and Enter' : `${n} names, choose with arrow keys and Enter`,
    none: 'Nobody found',
  },

  reaction: {
    thumb: 'Agree',
    heart: 'Nice',
    idea: 'Good idea',
    question: 'Question',
    group: 'React to this comment',
    who: (kind, names) => `${kind}: ${names}`,
  },

  reply: 'Reply',
  replies: (n) => (n === 1 ? '1 reply' : `${n} replies`),
  correct: 'Change',
  withdraw: 'Withdraw',
  hide: 'Hide',
  report: 'Report personal data',
  restore: 'Put back',
  restored: 'The comment can be seen again.',
  reported: 'Reported. The author and the coordinator are told.',
  hidden: 'The comment is hidden. The reason is shown with it.',
  withdrawn: 'Your comment has been withdrawn.',

  state: {
    withdrawn: 'This comment was withdrawn by its author.',
    hidden: (name, reason) => `Hidden by ${name}: ${reason}`,
    reported: 'Reported, being looked at.',
    reportedBy: (name) => `Reported by ${name}.`,
    show: 'Show what it said',
  },

  dialog: {
    withdrawTitle: 'Withdraw your comment',
    withdraw: 'Others can then no longer read your comment. That you commented stays visible.',
    hideTitle: 'Hide this comment',
    hide: 'The comment does not go away: everyone sees that it is hidden, by whom and why. You can put it back.',
    reportTitle: 'Report personal data',
    report:
      'Does it say something about a child or family that can be recognised? The comment then can no longer be read. The author and the coordinator are told, and your name is with it.',
    reason: 'Reason',
    reportReason: 'What is the matter? Do not repeat the data itself.',
    reasonMissing: 'Write a reason first.',
    earlierTitle: 'What it said before',
    until: (moment) => `Until ${moment}`,
  },

  answer: {
    give: 'Say what you do with it',
    change: 'Change the answer',
    title: 'What was done with this comment?',
    outcomeLabel: 'Your answer',
    outcome: {
      'taken-over': 'Adopted',
      partly: 'Partly adopted',
      not: 'Not adopted',
    },
    reason: 'Explain why',
    reasonHint: 'The author reads this, and so does everyone on this agenda.',
    outcomeMissing: 'Choose what was done with the comment.',
    save: 'Post answer',
    saved: 'Your answer is with the comment.',
    by: (name, moment) => `${name}, ${moment}`,
    none: 'No answer yet',
  },

  waiting: {
    waits: 'Waiting for a connection. This comment is on this device only and goes out by itself.',
    refused: 'Not posted.',
    kept: 'Your text is still below. Change it or take it away.',
    edit: 'Change it and try again',
    discard: 'Take it away',
    retry: 'Try now',
    you: 'You',
  },

  failed: {
    unreachable: 'That did not work: there is no connection. Nothing has changed. Try again later.',
    problem: (detail) => `That did not work. ${detail}`,
  },

  number: {
    title: 'This number looks like a Dutch citizen service number (BSN)',
    text: 'A BSN belongs to one person and may not be on this agenda. That is why your last input is not in it.',
    reference: 'This is a reference number, not a BSN',
    fine: 'Leave it out',
    passed: 'The reference number is in.',
    again: 'You can enter the reference number now.',
  },

  filter: {
    unread: 'Unread comments',
    sinceVisit: 'Changed since my last visit',
    sinceVisitAt: (moment) => `Your last visit: ${moment}`,
  },

  overview: {
    title: 'What was done with our comments?',
    intro: 'Here are all comments of one organisation, with what was done with them.',
    organisation: 'Organisation',
    show: 'Show',
    all: 'All comments',
    open: 'Without answer',
    counts: (total, open) => `${total === 1 ? '1 comment' : `${total} comments`}, ${open} without an answer`,
    none: 'This organisation has not posted a comment yet.',
    noneOpen: 'All comments of this organisation have an answer.',
    onItem: (number, title) => `Item ${number}: ${title}`,
    onNewItem: (title) => `New item: ${title}`,
    hidden: 'Hidden by the coordinator.',
    toBoard: 'To the board',
    goTo: 'Open the item',
  },
}
