import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyBoard } from '../../server/node/verify.ts'
import { stepsSaid } from '../../server/rooms/record/adoption.ts'
import { verifyVersions } from '../../server/rooms/verify/verify-versions.ts'
import { usualSteps } from '../../shared/adoption.ts'
import { contentHash } from '../../shared/audit.ts'
import { asId, type MandateId, makeId, type OrganisationId, type PersonId, type VersionId } from '../../shared/ids.ts'
import type { VersionPreview } from '../../shared/version/api.ts'
import { Talk } from '../kit/comments.ts'
import { removeFolder, startTestServer } from '../kit/server.ts'

let folder: string
let file: string
let good: Buffer

/** A board with two versions, one of which a party adopted; and then the server stopped. */
beforeAll(async () => {
  const server = await startTestServer()
  folder = server.folder
  const coordinator = await server.signIn('coordinator')
  const talk = await Talk.begin(server, coordinator)
  for (const remark of ['Eerste', 'Tweede']) {
    const { hash } = (await (await talk.send(coordinator, 'GET', '/versions/preview')).json()) as VersionPreview
    const wanted = { id: makeId<VersionId>(), expects: hash, remark }
    expect((await talk.send(coordinator, 'POST', '/versions', wanted)).status).toBe(201)
  }
  const ground = 'Brief van 20 januari'
  const steps = [{ id: 'raad', body: 'council', capacity: 'adopts' }]
  await talk.send(coordinator, 'PUT', '/adoption/dordrecht', { steps, ground })
  const state = { outcome: 'done-with-reservation', date: '2020-01-20', words: 'Mits er geld is.', ground }
  await talk.send(coordinator, 'PUT', '/versions/1/adoption/dordrecht/raad', state)
  const mandate = { id: makeId<MandateId>(), organisation: 'dordrecht', from: '2020-01-01', ground: 'Besluit' }
  await talk.send(coordinator, 'PATCH', '/members/beleidsadviseur-dordrecht', { mandates: [mandate] })
  expect((await talk.send(coordinator, 'POST', '/versions/2/adoption/dordrecht/raad/reminder')).status).toBe(201)
  await server.stop()
  file = join(folder, 'agendas', `${talk.agenda}.sqlite`)
  const database = new Sqlite(file)
  good = database.serialize()
  database.close()
}, 60_000)

afterAll(() => removeFolder(folder))

async function tablesFound(): Promise<string[]> {
  const result = await verifyBoard(folder)
  if (!result.ok) throw new Error('It cannot be verified')
  return [...new Set(result.files.flatMap(({ findings }) => findings.map(({ table }) => table)))]
}

describe('npm run verify', () => {
  it('[K2] [V1] finds nothing wrong with versions as they were frozen', async () => {
    expect(await tablesFound()).toEqual([])
  })

  it('[K2] finds nothing wrong with bodies that were set before it was kept who did so', () => {
    const organisation = asId<OrganisationId>('dordrecht')
    const steps = usualSteps('municipality')
    const row = { organisation, steps, person: null, ground: null, at: null }
    const [salt, subject] = ['zout', JSON.stringify({ organisation })]
    const told = { seq: 1, at: 1, person: asId<PersonId>('anna'), kind: 'adoption-steps', subject, salt, hash: '' }
    const nothing = () => []
    const versions = {
      heads: nothing,
      items: nothing,
      adoptionStates: nothing,
      adoptionSettings: () => [row],
      adoptionSteps: nothing,
      adoptionReminders: nothing,
    }
    const found = (said: string) => [...verifyVersions(versions, [{ ...told, contentHash: contentHash(salt, said) }])]
    expect(found(stepsSaid(steps))).toEqual([])
    expect(found(stepsSaid(usualSteps('alliance')))).toMatchObject([{ table: 'adoption_settings' }])
  })

  it.each([
    ['versions', "update versions set hash = 'f' where number = 1"],
    ['versions', "update versions set metadata = replace(metadata, 'Tweede', 'Andere')"],
    ['versions', "update versions set person = 'beleidsadviseur-dordrecht'"],
    ['versions', "update versions set metadata = 'geen json' where number = 2"],
    ['version_items', "update version_items set salt = 'zout' where version = 1 and place = 0"],
    ['versions', "update version_items set aside = replace(aside, 'proposed', 'done') where version = 2"],
    ['versions', 'delete from version_items where version = 2 and place = 0'],
    [
      'version_items',
      "update version_contents set bytes = cast(replace(cast(bytes as text), 'joint', 'municipality') as blob)",
    ],
    ['versions', 'delete from version_contents where version = 1'],
    ['adoption_states', `update adoption_states set state = replace(state, 'Mits', 'Zonder')`],
    ['adoption_states', 'update adoption_states set ground = null'],
    ['adoption_states', 'delete from adoption_states'],
    ['adoption_settings', `update adoption_settings set steps = replace(steps, 'adopts', 'informed')`],
    ['adoption_settings', `update adoption_settings set ground = 'Gebeld'`],
    ['adoption_settings', 'update adoption_settings set ground = null'],
    ['adoption_settings', `update adoption_settings set person = 'beleidsadviseur-dordrecht'`],
    ['adoption_settings', 'update adoption_settings set at = at + 1'],
    ['adoption_settings', 'update adoption_settings set person = null, ground = null, at = null'],
    ['adoption_settings', 'delete from adoption_settings'],
    ['adoption_steps', `update adoption_steps set steps = replace(steps, 'adopts', 'informed')`],
    ['adoption_steps', 'delete from adoption_steps'],
    ['adoption_reminders', `update adoption_reminders set people = replace(people, 'beleidsadviseur', 'wethouder')`],
    ['adoption_reminders', 'update adoption_reminders set at = at + 1'],
    ['adoption_reminders', 'delete from adoption_reminders'],
  ])('[K2] [V1] finds in %s what was changed: %s', async (table, change) => {
    for (const rest of ['-wal', '-shm']) await rm(file + rest, { force: true })
    await writeFile(file, good)
    const database = new Sqlite(file)
    database.pragma('foreign_keys = off')
    // Who changes it by hand gets round what the database refuses.
    const triggers = database.prepare("select name from sqlite_master where type = 'trigger'").pluck().all()
    for (const trigger of triggers) database.exec(`drop trigger ${trigger}`)
    database.exec(change)
    database.close()
    expect(await tablesFound()).toContain(table)
  })
})
