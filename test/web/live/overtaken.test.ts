import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readItem, titleText } from '../../../shared/document/read.ts'
import { addAgreement, createItem, setEntry, setItemValues, setOwner, setText } from '../../../shared/document/write.ts'
import { asId, type EntryId, type ItemId, type OrganisationId } from '../../../shared/ids.ts'
import { createOvertaken } from '../../../web/live/overtaken.ts'

const item = asId<ItemId>('item')
const agreement = asId<EntryId>('agreement')

function two({ waiting = false } = {}) {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()]
  createItem(theirs, { id: item, title: 'Vervoer', duty: 'joint', rank: 'a0' })
  addAgreement(theirs, item, { id: agreement, text: 'Plan', rank: 'a0' })
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
  let now = 0
  const { overtaken } = createOvertaken(mine, { isWaiting: () => waiting, whoIsIn: () => 'Anne', now: () => now })
  /** Both get what the other has. */
  const exchange = () => {
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs), 'remote')
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine), 'remote')
  }
  exchange()
  const wait = (ms: number) => {
    now += ms
  }
  return { mine, theirs, exchange, overtaken, wait }
}

describe('a single value that two people set', () => {
  it('shows the one who lost who it was, and puts theirs back', () => {
    const { mine, theirs, exchange, overtaken } = two()
    setItemValues(mine, item, { priority: 'high' })
    exchange()
    setItemValues(theirs, item, { priority: 'low' })
    exchange()

    expect(overtaken()).toMatchObject([{ item, field: 'priority', by: 'Anne', mine: 'high' }])
    overtaken()[0]?.putBack()
    exchange()
    expect(readItem(theirs, item)?.priority).toBe('high')
    expect(overtaken()).toEqual([])
  })

  it('knows the owner and what stands in an agreement', () => {
    const { mine, theirs, exchange, overtaken } = two()
    const [dordrecht, papendrecht] = [asId<OrganisationId>('dordrecht'), asId<OrganisationId>('papendrecht')]
    setOwner(mine, item, { organisation: dordrecht })
    setEntry(mine, item, 'agreements', agreement, { due: '2027-01-01' })
    exchange()
    setOwner(theirs, item, { organisation: papendrecht })
    setEntry(theirs, item, 'agreements', agreement, { due: '2027-02-02' })
    exchange()

    expect(
      overtaken()
        .map(({ field }) => field)
        .sort((a, b) => a.localeCompare(b)),
    ).toEqual(['agreements', 'owner'])
    for (const one of overtaken()) one.putBack()
    expect(readItem(mine, item)).toMatchObject({
      owner: { organisation: dordrecht },
      agreements: [{ due: '2027-01-01' }],
    })
  })

  it('is no matter when both set the same, when it is long ago, or when it was a text', () => {
    const { mine, theirs, exchange, overtaken, wait } = two()
    setItemValues(mine, item, { priority: 'high', reach: 'local' })
    exchange()
    setItemValues(theirs, item, { priority: 'high' })
    wait(10_001)
    setItemValues(theirs, item, { reach: 'both' })
    const [text, same] = [titleText(mine, item), titleText(theirs, item)]
    if (text && same) {
      setText(text, 'Vervoer A')
      setText(same, 'Vervoer B')
    }
    exchange()

    expect(overtaken()).toEqual([])
  })

  it('matters however long ago it was while the server has not acknowledged mine', () => {
    const { mine, theirs, exchange, overtaken, wait } = two({ waiting: true })
    setItemValues(mine, item, { priority: 'high' })
    exchange()
    wait(60_000)
    setItemValues(theirs, item, { priority: 'low' })
    exchange()

    expect(overtaken()).toHaveLength(1)
  })
})
