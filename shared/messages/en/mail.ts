import type { Role } from '../../roles.ts'
import type { MailMessages } from '../nl/mail.ts'

const mays: Record<Role, string> = {
  coordinator: 'You coordinate the agenda: you invite people and can change everything.',
  editor: 'You can read and change the agenda, together with the others.',
  commenter: 'You can read the agenda and comment on it.',
  reader: 'You can read the agreed versions of the agenda.',
}

/** The mails that the server writes in English. Only the server needs them. */
export const mail: MailMessages = {
  signIn: ({ link, code, minutes }) => ({
    subject: `Your code is ${code}`,
    text: `Hello,

You want to sign in to Ontwikkelagenda. There are two ways.

1. Enter this code on the page where you asked for it:

   ${code}

2. Or open this link:

   ${link}

The code and the link work for ${minutes} minutes, and once. Give them to nobody.

You did not want to sign in? Then you need not do anything.
`,
  }),
  invitation: ({ link, by, organisation, agenda, role, until }) => ({
    subject: `Invitation to ${agenda}`,
    text: `Hello,

${by} invites you to this development agenda:

   ${agenda}

You take part for ${organisation}. ${mays[role]}

Open this link to begin:

   ${link}

The link works until ${until}, and once. After that you sign in with this e-mail address.
You need no password.

You do not know the sender? Then you need not do anything.
`,
  }),
  join: ({ link, agenda }) => ({
    subject: 'Confirm your e-mail address',
    text: `Hello,

You want to read and comment on this development agenda:

   ${agenda}

Open this link to confirm your e-mail address. After that you can comment.

   ${link}

The link works for one day, and once. After that you sign in with this e-mail address.

You did not ask for this? Then you need not do anything.
`,
  }),
  reminder: (to) => ({
    subject: `Reminder: adopt version ${to.version} (${to.organisation})`,
    text: `Hello,

${to.by} asks how far you are with the adoption of this development agenda:

   ${to.agenda}, version ${to.version}

It is about this step of ${to.organisation}:

   ${to.step}${to.due ? `\n   by ${to.due} at the latest` : ''}

Open this link to see what was agreed and to enter the outcome:

   ${to.link}

You get this mail because you may decide for ${to.organisation}, as who holds its mandate or stands in.
Is the step done already? Then enter what was decided.
`,
  }),
  digest: {
    line: (kind, by, excerpt) => {
      const what = {
        mention: `${by} mentions you in a comment`,
        reply: `${by} replies to a comment`,
        answer: `${by} says what was done with a comment`,
        reported: `${by} reports that a comment holds personal data`,
        comment: `${by} comments`,
      }
      return excerpt ? `${what[kind]}: “${excerpt}”` : what[kind]
    },
    mail: (to) => ({
      subject: to.only ? `Comments on: ${to.only}` : `Comments on ${to.parts.length} items`,
      text: `Hello,

This happened on your development agenda.

${to.parts.map(({ title, link, lines }) => [title, ...lines.map((line) => `- ${line}`), link].join('\n')).join('\n\n')}
${to.left > 0 ? `\nAnd ${to.left} more.\n` : ''}
Do you want no more of these mails, or at another time? Choose here:
${to.stop}
`,
    }),
  },
  locale: 'en-GB',
}
