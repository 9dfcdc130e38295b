import { describe, expect, it } from 'vitest'
import type { DocumentBlock } from '../../shared/export/document.ts'
import { documentToMarkdown } from '../../shared/export/markdown.ts'

function written(...blocks: DocumentBlock[]): string {
  return documentToMarkdown({
    language: 'nl',
    locale: 'nl-NL',
    title: 'Agenda',
    at: '2026-11-22',
    subtitle: [],
    blocks,
  })
}

const paragraph = (text: string): DocumentBlock => ({
  kind: 'text',
  text: [{ type: 'paragraph', content: [{ type: 'text', text, marks: { strong: true } }] }],
})

describe('Markdown', () => {
  it('[X7] puts marks around words alone, and a backslash before what could begin a list', () => {
    expect(written(paragraph('  vet \u00A0'))).toContain('**vet**')
    expect(written({ kind: 'paragraph', text: 'een\n\n  - twee\n\t3. drie' })).toContain(
      'een\n\n  \\- twee\n\t3\\. drie',
    )
  })

  it('[X6] takes no longer for a text of spaces or empty lines than for another of its length', () => {
    const begun = performance.now()
    for (const sign of [' ', '\n']) {
      const text = `a${sign.repeat(200_000)}b`
      written(paragraph(text), { kind: 'paragraph', text })
      written({ kind: 'difference', parts: [{ text, change: 'added' }] })
    }
    expect(performance.now() - begun).toBeLessThan(3_000)
  })
})
