import { useSearchParams } from '@solidjs/router'
import { createSignal, createUniqueId, onMount } from 'solid-js'
import { htmlToRows } from '../../../shared/import/html-table.ts'
import { rowsToText, textToTable } from '../../../shared/import/table.ts'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError } from '../../ui/text-field.tsx'
import type { ImportState } from './import-state.ts'

/**
 * A table from the clipboard, as text that can be looked at and mended. Word and Excel put it there as HTML too, which alone
 * tells where a cell of several lines ends.
 */
export function PasteField(props: { state: ImportState }) {
  const { t } = useLanguage()
  const [search] = useSearchParams()
  const id = createUniqueId()
  const [wrong, setWrong] = createSignal('')
  let field!: HTMLTextAreaElement
  onMount(() => {
    if (search.begin === 'paste') field.focus()
  })
  const takeTable = (event: ClipboardEvent) => {
    const rows = htmlToRows(event.clipboardData?.getData('text/html') ?? '')
    if (!rows) return
    event.preventDefault()
    field.setRangeText(rowsToText(rows), field.selectionStart, field.selectionEnd, 'end')
    props.state.setPasted(field.value)
  }
  const go = () => {
    const table = textToTable(props.state.pasted())
    if (table.rows.length === 0) {
      setWrong(t('imports.paste.empty'))
      field.focus()
    } else props.state.beginWithTables(t('imports.paste.name'), [table])
  }
  return (
    <form
      class="oa-paper oa-stack"
      aria-labelledby={`${id}-heading`}
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <h3 id={`${id}-heading`}>{t('imports.paste.heading')}</h3>
      <div class="oa-field">
        <label class="oa-field__label" for={id}>
          {t('imports.paste.label')}
        </label>
        <span class="oa-field__hint" id={`${id}-hint`}>
          {t('imports.paste.hint')}
        </span>
        {/* Nothing of it is on the agenda yet: what is not let in is said line by line, when it was read. */}
        <textarea
          ref={field}
          class="oa-input oa-import-paste"
          id={id}
          rows={6}
          spellcheck={false}
          wrap="off"
          data-checks-numbers
          aria-describedby={`${id}-hint ${id}-wrong`}
          aria-invalid={wrong() ? 'true' : undefined}
          value={props.state.pasted()}
          onPaste={takeTable}
          onInput={(event) => {
            setWrong('')
            props.state.setPasted(event.currentTarget.value)
          }}
        />
        <FieldError id={`${id}-wrong`} text={wrong()} />
      </div>
      <p>
        <button type="submit" class="oa-button">
          {t('imports.paste.go')}
        </button>
      </p>
    </form>
  )
}
