import { mail as english } from '../../../shared/messages/en/mail.ts'
import { version as englishVersion } from '../../../shared/messages/en/version.ts'
import { mail as dutch } from '../../../shared/messages/nl/mail.ts'
import { version as dutchVersion } from '../../../shared/messages/nl/version.ts'
import type { Role } from '../../../shared/roles.ts'
import type { Mail, OutboxMessage } from '../../ports.ts'

export type Language = 'nl' | 'en'

const texts = { nl: dutch, en: english }
const adoptionWords = { nl: dutchVersion.adoption, en: englishVersion.adoption }

export function signInMail(
  to: string,
  language: Language,
  way: { origin: string; token: string; code: string; minutes: number },
): Mail {
  const { code, minutes } = way
  return { to, ...texts[language].signIn({ link: linkOf(way), code, minutes }) }
}

/** In Dutch: nobody knows yet what the invited person prefers. */
export function invitationMail(
  to: string,
  way: { origin: string; token: string },
  invitation: { by: string; organisation: string; agenda: string; role: Role; until: number },
): Mail {
  const { by, organisation, agenda, role, until } = invitation
  const day = new Intl.DateTimeFormat(dutch.locale, { dateStyle: 'long', timeZone: 'Europe/Amsterdam' })
  return {
    to,
    ...dutch.invitation({
      link: linkOf(way),
      by: oneLine(by),
      organisation: oneLine(organisation),
      agenda: oneLine(agenda),
      role,
      until: day.format(until),
    }),
  }
}

/** Names nobody: whoever asks for this mail must not be able to have words of their own sent to others. */
export function joinMail(to: string, language: Language, way: { origin: string; token: string }, agenda: string): Mail {
  return { to, ...texts[language].join({ link: linkOf(way), agenda: oneLine(agenda) }) }
}

/** What is asked of a party, by when, and where it is filled in. */
export function reminderMail(
  to: string,
  language: Language,
  asked: Pick<
    OutboxMessage & { kind: 'reminder' },
    'version' | 'step' | 'due' | 'by' | 'organisation' | 'agendaTitle'
  > & {
    link: string
  },
): Mail {
  const { link, version, step, due, by, organisation, agendaTitle } = asked
  const words = adoptionWords[language]
  const day = new Intl.DateTimeFormat(texts[language].locale, { dateStyle: 'long', timeZone: 'UTC' })
  return {
    to,
    ...texts[language].reminder({
      link,
      by: oneLine(by),
      organisation: oneLine(organisation),
      agenda: oneLine(agendaTitle),
      version,
      step: words.stepName(oneLine(step.name ?? words.body[step.body]), words.capacity[step.capacity]),
      due: due && day.format(new Date(due)),
    }),
  }
}

/** The page that a token belongs to. Opening it changes nothing: mail scanners do. */
export function linkOf({ origin, token }: { origin: string; token: string }): string {
  return `${origin}/sign-in/${token}`
}

/** What somebody called something cannot pass for a line of a mail, or of its head. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
