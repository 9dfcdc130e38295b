import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../server/node/database.ts'
import type { Mail, OutboxMessage } from '../../server/ports.ts'
import { Directory } from '../../server/rooms/directory.ts'
import { openDirectoryStore } from '../../server/store/directory-store.ts'
import { type AgendaId, asId, type PersonId } from '../../shared/ids.ts'

const agenda = asId<AgendaId>('drechtsteden')
const people = ['anna', 'bea', 'cas'].map((id) => asId<PersonId>(id))

let origin: string | undefined
let directory: Directory
let store: ReturnType<typeof openDirectoryStore>
let sent: Mail[]
let close: () => void
let logged: string[]

beforeEach(() => {
  origin = 'https://agenda.example.nl'
  sent = []
  logged = []
  const opened = openDatabase(':memory:', { checkpoint: () => {} })
  close = opened.close
  store = openDirectoryStore(opened.database)
  directory = new Directory({
    store,
    clock: () => Date.parse('2026-11-25T09:00:00Z'),
    log: (_level, event) => logged.push(event),
    mail: () => ({ to: 'server', onWaiting: () => {} }),
    origin: () => origin,
  })
  for (const id of people)
    store.addPerson({
      id,
      name: id,
      initials: id.slice(0, 2),
      organisation: 'Gemeente Dordrecht',
      organisationKind: 'municipality',
      email: id === 'cas' ? null : `${id}@dordrecht.example`,
    })
})

afterEach(() => close())

const reminder: OutboxMessage = {
  kind: 'reminder',
  people,
  version: 2,
  step: { body: 'other', name: 'Drechtraad', capacity: 'endorses' },
  due: '2026-12-01',
  by: 'Carla\r\nBcc: iedereen@example.nl',
  organisation: 'Gemeente Dordrecht',
  agendaTitle: 'Ontwikkelagenda',
}

async function mailsOf(message: OutboxMessage): Promise<Mail[]> {
  directory.hear(agenda, 'e', [{ seq: 1, message }])
  directory.hear(agenda, 'e', [{ seq: 1, message }])
  await directory.sendMails(async (mail) => void sent.push(mail))
  return sent
}

describe('a mail that reminds of a step', () => {
  it('[V19] is written to each in the language of the page on which they came in, once', async () => {
    store.setLanguage(asId<PersonId>('bea'), 'en')
    const mails = await mailsOf(reminder)
    expect(mails.map(({ to }) => to)).toEqual(['anna@dordrecht.example', 'bea@dordrecht.example'])
    const [dutch, english] = mails.map(({ text }) => text)
    expect(dutch).toContain('Drechtraad: onderschrijft\n   uiterlijk 1 december 2026')
    expect(english).toContain('Drechtraad: endorses\n   by 1 December 2026 at the latest')
    for (const text of [dutch, english])
      expect(text).toContain('https://agenda.example.nl/agenda/drechtsteden/vaststelling?versie=2\n')
  })

  it('[V19] names no day where none was agreed, and takes no name for a line of the mail', async () => {
    const { due, ...undated } = reminder
    const [mail] = await mailsOf(undated)
    expect(mail?.text).not.toContain('uiterlijk')
    expect(mail?.text).toContain('Carla Bcc: iedereen@example.nl vraagt')
  })

  it('[V19] is not written as long as nobody knows which address its link would have', async () => {
    origin = undefined
    expect(await mailsOf(reminder)).toEqual([])
    expect(logged).toContain('mail-goes-nowhere')
  })
})
