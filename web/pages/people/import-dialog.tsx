import { createMemo, createSignal, For, Match, Show, Switch } from 'solid-js'
import { parseOrganisationsCsv } from '../../../shared/organisations-csv.ts'
import type { NewOrganisation } from '../../../shared/people.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogActions } from '../../ui/dialog-actions.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError, TextField } from '../../ui/text-field.tsx'
import { usePeople } from './people-state.tsx'
import { readTextFile } from './read-text-file.ts'

type Row = ReturnType<typeof parseOrganisationsCsv>['rows'][number]

/** Organisations from a file: first what each line would do, then all of it or nothing. */
export function ImportDialog(props: { onClose: () => void }) {
  const { t } = useLanguage()
  const state = usePeople()
  const [rows, setRows] = createSignal<Row[]>()
  const [fileWrong, setFileWrong] = createSignal('')
  const [failed, setFailed] = createSignal('')

  const read = async (file: File | undefined) => {
    setRows(undefined)
    setFailed('')
    const text = file ? await readTextFile(file) : undefined
    if (text === undefined) return setFileWrong(file ? t('people.import.unreadable') : '')
    const found = parseOrganisationsCsv(text).rows
    setFileWrong(found.length === 0 ? t('people.import.empty') : '')
    if (found.length > 0) setRows(found)
  }
  const known = createMemo(
    () =>
      new Set(state.agenda.organisations.flatMap(({ name, code }) => [name.toLowerCase(), ...(code ? [code] : [])])),
  )
  const isThere = ({ name, code }: NewOrganisation) =>
    known().has(name.toLowerCase()) || (code !== undefined && known().has(code))
  const fresh = () =>
    (rows() ?? []).flatMap((row) => ('organisation' in row && !isThere(row.organisation) ? [row.organisation] : []))
  const mistakes = () => (rows() ?? []).filter((row) => 'mistakes' in row).length

  const add = async () => {
    const organisations = fresh()
    const command = state.door.addOrganisations(organisations)
    const why = await state.act(command, t('people.import.done', organisations.length))
    setFailed(why)
    if (!why) props.onClose()
  }
  return (
    <Dialog title={t('people.import.title')} onClose={props.onClose}>
      <form
        class="oa-stack"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          if (mistakes() === 0 && fresh().length > 0) void add()
        }}
      >
        <p>{t('people.import.explain')}</p>
        <TextField
          label={t('people.import.file')}
          wrong={fileWrong()}
          type="file"
          accept=".csv,text/csv"
          autofocus
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
        <Show when={rows()}>
          {(shown) => (
            <>
              <Preview rows={shown()} isThere={isThere} />
              <div role="status">
                <Switch>
                  <Match when={mistakes() > 0}>
                    <FieldError text={t('people.import.mistakes', mistakes())} />
                  </Match>
                  <Match when={fresh().length === 0}>
                    <p>{t('people.import.nothingNew')}</p>
                  </Match>
                </Switch>
              </div>
            </>
          )}
        </Show>
        <FieldError text={failed()} />
        <Show when={mistakes() === 0 && fresh().length > 0}>
          <DialogActions go={t('people.import.go', fresh().length)} onCancel={props.onClose} />
        </Show>
      </form>
    </Dialog>
  )
}

function Preview(props: { rows: Row[]; isThere: (organisation: NewOrganisation) => boolean }) {
  const { t } = useLanguage()
  return (
    <section class="oa-scroll oa-import" tabindex="0" aria-label={t('people.import.caption', props.rows.length)}>
      <table class="oa-table">
        <caption>{t('people.import.caption', props.rows.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('people.import.line')}</th>
            <th scope="col">{t('people.import.name')}</th>
            <th scope="col">{t('people.import.what')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <td>{row.line}</td>
                <Show
                  when={'organisation' in row && row.organisation}
                  fallback={
                    <>
                      <td />
                      <td class="oa-import__wrong">
                        <Icon name="late" small />
                        <span>
                          {'mistakes' in row
                            ? row.mistakes.map((name) => t(`people.import.mistake.${name}`)).join(' ')
                            : ''}
                        </span>
                      </td>
                    </>
                  }
                >
                  {(organisation) => (
                    <>
                      <td>
                        {organisation().name}
                        <span class="oa-subtle">, {t(`words.organisation.${organisation().kind}`)}</span>
                      </td>
                      <td>{t(`people.import.${props.isThere(organisation()) ? 'there' : 'good'}`)}</td>
                    </>
                  )}
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}
