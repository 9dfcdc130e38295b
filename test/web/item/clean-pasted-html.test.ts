import { describe, expect, it } from 'vitest'
import type { Block } from '../../../shared/document/rich-text.ts'
import { cleanPasted } from '../../../web/pages/item/editor/clean-pasted-html.ts'
import { parseHtml } from './parse-html.ts'

const paste = (html: string) => outline(cleanPasted(parseHtml(html)))

/** A text on a few lines: `#` headings, `-` and `1.` lists, `>` quotes, `*strong*`, `_em_`, `[text](address)`. */
function outline(blocks: Block[], indent = ''): string[] {
  return blocks.flatMap((block) => rows(block, indent))
}

function rows(block: Block, indent: string): string[] {
  switch (block.type) {
    case 'paragraph':
      return [indent + line(block.content)]
    case 'heading':
      return [`${indent}${'#'.repeat(block.level)} ${line(block.content)}`]
    case 'blockquote':
      return outline(block.content, `${indent}> `)
    case 'bullet_list':
    case 'ordered_list':
      return block.items.flatMap((item) => {
        const [first = '', ...rest] = outline(item)
        return [
          `${indent}${block.type === 'ordered_list' ? '1.' : '-'} ${first}`,
          ...rest.map((row) => `${indent}  ${row}`),
        ]
      })
  }
}

function line(content: Extract<Block, { type: 'paragraph' }>['content']): string {
  return content
    .map((inline) => {
      if (inline.type === 'hard_break') return '⏎'
      const slanted = inline.marks.em ? `_${inline.text}_` : inline.text
      const strong = inline.marks.strong ? `*${slanted}*` : slanted
      return inline.marks.link ? `[${strong}](${inline.marks.link})` : strong
    })
    .join('')
}

const wordList = `
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm} --></style></head>
<body lang=NL><!--StartFragment-->
<h1><span lang=NL style='mso-fareast-language:NL'>Aanleiding<o:p></o:p></span></h1>
<p class=MsoNormal><span lang=NL>In onze regio zaten <b>38 leerlingen</b> langer dan <i>drie maanden</i>
thuis.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<h2>Afspraken</h2>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Elke school een contactpersoon<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span>ook in het vso</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Elke maand overleg</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Eerst bellen</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>Dan schrijven</p>
<p class=MsoNormal>Zie <a href="https://www.example.org/plan"><span style='color:blue'>het plan</span></a>.</p>
<!--EndFragment--></body></html>`

describe('text pasted from Word', () => {
  it('keeps headings, paragraphs, bold, italic and links, and makes real lists with levels', () => {
    expect(paste(wordList)).toEqual([
      '## Aanleiding',
      'In onze regio zaten *38 leerlingen* langer dan _drie maanden_ thuis.',
      '### Afspraken',
      '- Elke school een contactpersoon',
      '  - ook in het vso',
      '- Elke maand overleg',
      '1. Eerst bellen',
      '1. Dan schrijven',
      'Zie [het plan](https://www.example.org/plan).',
    ])
  })

  it('reads styles that were set aside for the content policy', () => {
    expect(
      paste(`<p data-style='mso-list:l0 level1 lfo1'><span data-style='mso-list:Ignore'>a)</span>Een</p>`),
    ).toEqual(['1. Een'])
  })

  it('keeps the number of a heading out of its text', () => {
    expect(
      paste(`<h1 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span><b>Doel</b></h1>`),
    ).toEqual(['## Doel'])
  })

  it('makes lists of Word on the web, where every entry is a list of its own', () => {
    const html = `<div class="ListContainerWrapper"><ul><li data-aria-level="1"><p>een</p></li></ul></div>
      <div class="ListContainerWrapper"><ul><li data-aria-level="2"><p>een a</p></li></ul></div>
      <div class="ListContainerWrapper"><ul><li data-aria-level="1"><p>twee</p></li></ul></div>`
    expect(paste(html)).toEqual(['- een', '  - een a', '- twee'])
  })

  it('leaves out what tracked changes deleted', () => {
    expect(paste('<p>binnen <del>een maand</del><ins>tien dagen</ins></p>')).toEqual(['binnen tien dagen'])
  })
})

describe('text pasted from Outlook and the web', () => {
  it('makes a list of bullets that were typed', () => {
    expect(paste('<p>·&nbsp;&nbsp; een</p><p>• twee</p><p>Slot</p>')).toEqual(['- een', '- twee', 'Slot'])
  })

  it('takes the text out of tables that only serve the layout', () => {
    expect(paste('<table><tr><td><p>Beste allen,</p><p>Hierbij het plan.</p></td></tr></table>')).toEqual([
      'Beste allen,',
      'Hierbij het plan.',
    ])
  })

  it('makes a line of each row of a table of facts', () => {
    expect(paste('<table><tr><td>Wie</td><td><b>Wat</b></td></tr><tr><td>SWV</td><td>belt</td></tr></table>')).toEqual([
      'Wie | *Wat*',
      'SWV | belt',
    ])
  })

  it('takes lists that stand directly in a list for lists of the entry before', () => {
    expect(paste('<ul><li>een</li><ul><li>een a</li></ul><li>twee</li></ul>')).toEqual(['- een', '  - een a', '- twee'])
  })

  it('keeps a nested list with the entry it belongs to', () => {
    expect(paste('<ol><li>een<ul><li>a</li></ul></li><li>twee</li></ol>')).toEqual(['1. een', '  - a', '1. twee'])
  })

  it('drops scripts, pictures and unsafe links, and keeps their words', () => {
    expect(paste('<p>Klik <a href="javascript:alert(1)">hier</a><img src="x"><script>alert(1)</script></p>')).toEqual([
      'Klik hier',
    ])
  })

  it('does not take the wrapper of another editor for bold', () => {
    expect(paste('<b style="font-weight:normal"><p>Gewoon <span style="font-weight:700">vet</span></p></b>')).toEqual([
      'Gewoon *vet*',
    ])
  })

  it('keeps loose words before, between and after blocks', () => {
    expect(paste('los <b>vet</b><p>alinea</p>slot')).toEqual(['los *vet*', 'alinea', 'slot'])
  })

  it('keeps line breaks within a paragraph and drops those at its ends', () => {
    expect(paste('<p><br>een<br>twee<br></p>')).toEqual(['een⏎twee'])
  })

  it('keeps quotes', () => {
    expect(paste('<blockquote><p>gezegd</p></blockquote>')).toEqual(['> gezegd'])
  })

  it('keeps the space between words that are marked apart', () => {
    expect(paste('<p><b>een </b><i> twee</i> drie</p>')).toEqual(['*een *_twee_ drie'])
  })
})
