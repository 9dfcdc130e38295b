import type { SendMail } from './ports.ts'

/** A mail server by its address, with the account in it, and what mails say of who sends them. */
export type SmtpSettings = { url: URL; from: string }

export type Smtp = { send: SendMail; close: () => void }

const patience = 20_000

/** Hands mails to a mail server. The program that does so is read when the first mail goes. */
export function makeSmtp({ url, from }: SmtpSettings, isLocalServer: boolean): Smtp {
  const isSecure = url.protocol === 'smtps:'
  let opened: ReturnType<typeof open> | undefined

  return {
    async send({ to, subject, text, headers }) {
      opened ??= open()
      const transport = await opened
      await transport.sendMail({ from, to, subject, text, headers: { 'auto-submitted': 'auto-generated', ...headers } })
    },
    close() {
      opened?.then(
        (transport) => transport.close(),
        // It could not be read, which whoever sent a mail heard.
        () => {},
      )
    },
  }

  async function open() {
    // Its parts for SMTP alone: the whole would bring ways to send that no runtime of ours has, or should use.
    const [{ default: Mailer }, { default: SmtpTransport }] = await Promise.all([
      import('nodemailer/lib/mailer'),
      import('nodemailer/lib/smtp-transport'),
    ])
    const options = {
      host: url.hostname,
      port: Number(url.port || (isSecure ? 465 : 587)),
      secure: isSecure,
      // What a mail holds lets people in: it travels in the clear on this machine only.
      requireTLS: !isSecure && !isLocalServer,
      ...(url.username && {
        auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
      }),
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      disableFileAccess: true,
      disableUrlAccess: true,
    }
    return new Mailer(new SmtpTransport(options), options)
  }
}
