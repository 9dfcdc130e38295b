import { createSignal, createUniqueId, onCleanup } from 'solid-js'
import { useAnnounce } from '../../ui/announcer.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError, TextField } from '../../ui/text-field.tsx'
import { EarlierAgenda } from './earlier-agenda.tsx'
import { createFileDrop } from './file-drop.ts'
import type { ImportState } from './import-state.ts'
import { PasteField } from './paste-field.tsx'
import { type FileMistake, readFile } from './read-file.ts'

/** Where the items come from: a file, a table from the clipboard, or another agenda. */
export function SourceStep(props: { state: ImportState }) {
  return (
    <div class="oa-import-sources">
      <FileSource state={props.state} />
      <PasteField state={props.state} />
      <EarlierAgenda state={props.state} />
    </div>
  )
}

function FileSource(props: { state: ImportState }) {
  const { t } = useLanguage()
  const announce = useAnnounce()
  const heading = createUniqueId()
  const [wrong, setWrong] = createSignal<FileMistake>()
  let isGone = false
  onCleanup(() => {
    isGone = true
  })
  const read = async (file: File) => {
    setWrong(undefined)
    announce(t('imports.file.reading'))
    const content = await readFile(file)
    if (isGone) return
    if ('mistake' in content) setWrong(content.mistake)
    else if ('tables' in content) props.state.beginWithTables(file.name, content.tables)
    else {
      const { title, edition } = content.exported
      const version = edition.kind === 'version' ? edition.number : undefined
      const lineage = t('imports.earlier.from', title || file.name, version)
      props.state.beginWithExport({ name: file.name, exported: content.exported, lineage }, false)
    }
  }
  const isOver = createFileDrop((file) => void read(file))
  const wrongText = () => {
    const mistake = wrong()
    return mistake ? t(`imports.file.wrong.${mistake}`) : ''
  }
  return (
    <section
      class="oa-paper oa-stack oa-import-drop"
      classList={{ 'oa-import-drop--over': isOver() }}
      aria-labelledby={heading}
    >
      <h3 id={heading}>{t('imports.file.heading')}</h3>
      <TextField
        label={t('imports.file.label')}
        hint={t('imports.file.hint')}
        type="file"
        accept=".xlsx,.csv,.tsv,.txt,.json"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file) void read(file)
          // The same file, mended meanwhile, can be chosen again.
          event.currentTarget.value = ''
        }}
      />
      <FieldError text={wrongText()} />
    </section>
  )
}
