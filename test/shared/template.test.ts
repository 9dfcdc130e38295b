import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bodyFragment, readItems, readThemes } from '../../shared/document/read.ts'
import { readRichText, richTextToPlain } from '../../shared/document/rich-text.ts'
import { duties } from '../../shared/item.ts'
import { bodyText } from '../../shared/template/body.ts'
import { fillFromTemplate } from '../../shared/template/fill.ts'
import { templateItems } from '../../shared/template/items.ts'
import { planSubjects } from '../../shared/template/plan-subjects.ts'
import { templateThemes, themeId } from '../../shared/template/themes.ts'

describe('the starting set', () => {
  it('has two to four items for every theme', () => {
    for (const theme of templateThemes) {
      const count = templateItems.filter((item) => themeId(item.theme) === theme.id).length
      expect(count, theme.name).toBeGreaterThanOrEqual(2)
      expect(count, theme.name).toBeLessThanOrEqual(4)
    }
  })

  it('leaves none of the three columns with fewer than six items', () => {
    for (const duty of duties)
      expect(templateItems.filter((item) => item.duty === duty).length).toBeGreaterThanOrEqual(6)
  })

  it.each(templateItems)('says for $title whom it touches, on what ground and why', (item) => {
    expect(item.sectors.length).toBeGreaterThan(0)
    expect(item.legalBasis.length).toBeGreaterThan(0)
    expect(item.principles.length).toBeGreaterThan(0)
    if (item.transition)
      expect(item.sectors).toEqual(expect.arrayContaining([item.transition.from, item.transition.to]))
  })

  it.each(templateItems)('gives the indicators of $title a unit and a target that can be reached', (item) => {
    expect(item.indicators.length).toBeLessThanOrEqual(2)
    for (const { name, unit, target } of item.indicators) {
      expect(name).not.toBe('')
      expect(unit).not.toBe('')
      expect(target).toBeGreaterThanOrEqual(0)
      if (unit.startsWith('%')) expect(target).toBeLessThanOrEqual(100)
    }
  })

  it('counts the pupils at home for more than three months, and wants none', () => {
    const indicators = templateItems.flatMap((item) => item.indicators)
    expect(indicators).toContainEqual({
      name: 'Kinderen die langer dan drie maanden thuiszitten zonder passend aanbod',
      unit: 'kinderen',
      direction: 'down',
      target: 0,
    })
  })

  it('uses every title once', () => {
    expect(new Set(templateItems.map((item) => item.title)).size).toBe(templateItems.length)
  })
})

describe('an agenda made from the template', () => {
  const doc = new Y.Doc()
  let updates = 0
  doc.on('update', () => updates++)
  fillFromTemplate(doc)

  it('arrives as one update', () => {
    expect(updates).toBe(1)
  })

  it('reads back as it was written, in the same order', () => {
    expect(readThemes(doc).map(({ id, name }) => ({ id, name }))).toEqual(templateThemes)
    const items = readItems(doc).sort((a, b) => (a.rank < b.rank ? -1 : 1))
    expect(items.map((item) => item.title)).toEqual(templateItems.map((item) => item.title))
    items.forEach((item, index) => {
      const source = templateItems[index]
      expect(item).toMatchObject({
        theme: source?.theme,
        duty: source?.duty,
        kind: source?.kind,
        reach: source?.reach,
        status: 'proposed',
        sectors: expect.arrayContaining([...(source?.sectors ?? [])]),
        legalBasis: expect.arrayContaining([...(source?.legalBasis ?? [])]),
        principles: expect.arrayContaining([...(source?.principles ?? [])]),
      })
      expect(item.transition).toEqual(source?.transition)
      expect(item.indicators.map(({ name }) => name).sort()).toEqual(source?.indicators.map(({ name }) => name).sort())
    })
  })

  it('keeps every body whole, under its three headings', () => {
    for (const item of readItems(doc)) {
      const source = templateItems.find(({ title }) => title === item.title)
      const text = readRichText(bodyFragment(doc, item.id))
      expect(text).toEqual(source && bodyText(source.body))
      expect(richTextToPlain(text.filter((block) => block.type === 'heading'))).toBe(
        'Aanleiding\nAmbitie\nBeoogd resultaat',
      )
      expect(richTextToPlain(text).length).toBeGreaterThan(200)
    }
  })

  it('gives two agendas items of their own', () => {
    const other = new Y.Doc()
    fillFromTemplate(other)
    const ids = [...readItems(doc), ...readItems(other)].map((item) => item.id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('the side columns', () => {
  it('name every subject once, in both languages', () => {
    const subjects = Object.values(planSubjects).flatMap(({ plan, further }) => [...plan, ...further])
    expect(new Set(subjects.map(({ id }) => id)).size).toBe(subjects.length)
    for (const { nl, en } of subjects) expect([nl, en]).not.toContain('')
  })
})
