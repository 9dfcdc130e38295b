import type { NoticeKind } from '../../account.ts'
import type { Role } from '../../roles.ts'

/** What a digest tells of one item. */
export type DigestPart = { title: string; link: string; lines: string[] }

const mays: Record<Role, string> = {
  coordinator: 'U coördineert de agenda: u nodigt mensen uit en u kunt alles aanpassen.',
  editor: 'U kunt de agenda lezen en aanpassen, samen met de anderen.',
  commenter: 'U kunt de agenda lezen en erop reageren.',
  reader: 'U kunt de vastgestelde versies van de agenda lezen.',
}

/** The mails that the server writes in Dutch. Only the server needs them. */
export const mail = {
  signIn: (to: { link: string; code: string; minutes: number }) => ({
    subject: `Uw code is ${to.code}`,
    text: `Goedendag,

U wilt inloggen bij Ontwikkelagenda. Dat kan op twee manieren.

1. Vul deze code in op de pagina waar u erom vroeg:

   ${to.code}

2. Of open deze link:

   ${to.link}

De code en de link werken ${to.minutes} minuten, en één keer. Geef ze aan niemand.

Wilde u niet inloggen? Dan hoeft u niets te doen.
`,
  }),
  invitation: (to: { link: string; by: string; organisation: string; agenda: string; role: Role; until: string }) => ({
    subject: `Uitnodiging voor ${to.agenda}`,
    text: `Goedendag,

${to.by} nodigt u uit voor deze ontwikkelagenda:

   ${to.agenda}

U doet mee namens ${to.organisation}. ${mays[to.role]}

Open deze link om te beginnen:

   ${to.link}

De link werkt tot en met ${to.until}, en één keer. Daarna logt u in met dit e-mailadres.
U heeft geen wachtwoord nodig.

Kent u de afzender niet? Dan hoeft u niets te doen.
`,
  }),
  join: (to: { link: string; agenda: string }) => ({
    subject: 'Bevestig uw e-mailadres',
    text: `Goedendag,

U wilt meelezen en reageren op deze ontwikkelagenda:

   ${to.agenda}

Open deze link om uw e-mailadres te bevestigen. Daarna kunt u reageren.

   ${to.link}

De link werkt één dag, en één keer. Daarna logt u in met dit e-mailadres.

Heeft u dit niet gevraagd? Dan hoeft u niets te doen.
`,
  }),
  reminder: (to: {
    link: string
    by: string
    organisation: string
    agenda: string
    version: number
    step: string
    due: string | undefined
  }) => ({
    subject: `Herinnering: versie ${to.version} vaststellen (${to.organisation})`,
    text: `Goedendag,

${to.by} vraagt hoe het staat met het vaststellen van deze ontwikkelagenda:

   ${to.agenda}, versie ${to.version}

Het gaat om deze stap van ${to.organisation}:

   ${to.step}${to.due ? `\n   uiterlijk ${to.due}` : ''}

Open deze link om te zien wat er is afgesproken en om de uitkomst in te vullen:

   ${to.link}

U krijgt deze mail omdat u namens ${to.organisation} mag besluiten, als mandaathouder of als vervanger.
Is de stap al klaar? Vul dan in wat er is besloten.
`,
  }),
  digest: {
    line: (kind: NoticeKind, by: string, excerpt: string) => {
      const what: Record<NoticeKind, string> = {
        mention: `${by} noemt u in een reactie`,
        reply: `${by} antwoordt op een reactie`,
        answer: `${by} zegt wat er met een reactie is gedaan`,
        reported: `${by} meldt dat er persoonsgegevens in een reactie staan`,
        comment: `${by} reageert`,
      }
      return excerpt ? `${what[kind]}: “${excerpt}”` : what[kind]
    },
    mail: (to: { parts: DigestPart[]; only: string | undefined; left: number; stop: string }) => ({
      subject: to.only ? `Reacties bij: ${to.only}` : `Reacties bij ${to.parts.length} agendapunten`,
      text: `Goedendag,

Dit gebeurde er op uw ontwikkelagenda.

${to.parts.map(({ title, link, lines }) => [title, ...lines.map((line) => `- ${line}`), link].join('\n')).join('\n\n')}
${to.left > 0 ? `\nEn nog ${to.left} andere.\n` : ''}
Wilt u deze mails niet meer, of op een ander moment? Dat stelt u hier in:
${to.stop}
`,
    }),
  },
  /** How a day is written in a mail. */
  locale: 'nl-NL',
}
export type MailMessages = typeof mail
