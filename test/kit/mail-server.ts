import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

export type ReceivedMail = { from: string; to: string; data: string }

export type MailServer = {
  port: number
  received: ReceivedMail[]
  /** Resolves when so many mails have come. */
  arrived: (count: number) => Promise<void>
  /** From now on every mail is refused for now, or taken again. */
  refuse: (isRefusing: boolean) => void
  stop: () => Promise<void>
}

/** A mail server on this machine that speaks as much SMTP as it takes to receive a mail. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  let listeners: (() => void)[] = []
  let isRefusing = false

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    const say = (line: string) => socket.write(`${line}\r\n`)
    let mail = { from: '', to: '' }
    let data: string[] | undefined
    say('220 test')
    createInterface(socket).on('line', (line) => {
      if (data) {
        if (line !== '.') return data.push(line.replace(/^\.\./, '.'))
        received.push({ ...mail, data: data.join('\n') })
        data = undefined
        for (const listener of listeners.splice(0)) listener()
        return say('250 taken')
      }
      const [, command = '', address = ''] =
        /^(EHLO|HELO|MAIL FROM|RCPT TO|DATA|QUIT|RSET)(?::<([^>]*)>)?/i.exec(line) ?? []
      switch (command.toUpperCase()) {
        case 'EHLO':
        case 'HELO':
        case 'RSET':
          return say('250 test')
        case 'MAIL FROM':
          mail = { from: address, to: '' }
          return say('250 ok')
        case 'RCPT TO':
          if (isRefusing) return say(`451 4.3.0 <${address}> come back later`)
          mail.to = address
          return say('250 ok')
        case 'DATA':
          data = []
          return say('354 go on')
        case 'QUIT':
          say('221 bye')
          return socket.end()
        default:
          return say('502 what?')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')

  return {
    port: address.port,
    received,
    async arrived(count) {
      while (received.length < count) await new Promise<void>((resolve) => listeners.push(resolve))
    },
    refuse(refusing) {
      isRefusing = refusing
    },
    stop() {
      listeners = []
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** The text of a mail as it travelled: quoted-printable or base64 is taken off. */
export function textOf({ data }: ReceivedMail): string {
  const [head = '', ...body] = data.split(/\n\n/)
  const text = body.join('\n\n')
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(text, 'base64').toString()
  if (!/content-transfer-encoding: quoted-printable/i.test(head)) return text
  const bytes = text
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
