import { isLocal } from '../origin.ts'
import { makeSmtp, type Smtp } from '../smtp.ts'
import type { Environment } from './environment.ts'
import { logToPlatform } from './log.ts'

/** The way to the mail server that is set; undefined when none is. */
export function smtpOf({ SMTP_URL, MAIL_FROM }: Environment): Smtp | undefined {
  if (SMTP_URL === undefined) return undefined
  if (!URL.canParse(SMTP_URL) || !/^smtps?:$/.test(new URL(SMTP_URL).protocol) || !MAIL_FROM) {
    // A deployment has nobody to refuse to start for; what it says instead is for its log.
    logToPlatform('error', 'mail-settings-wrong')
    return undefined
  }
  const url = new URL(SMTP_URL)
  return makeSmtp({ url, from: MAIL_FROM }, isLocal(url))
}
