import { createSignal, createUniqueId, For, onCleanup, Show } from 'solid-js'
import {
  type ExportFormat,
  type ExportLanguage,
  exportLanguages,
  exportTables,
} from '../../../shared/export/formats.ts'
import { exportTexts } from '../../../shared/messages/nl/exports.ts'
import { type ExportChoices, fetchExport } from '../../live/export.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { makeAgendaVersions } from '../../live/versions.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormat } from '../../ui/format.ts'
import { addDutchTexts, useLanguage } from '../../ui/language.tsx'
import { FieldError, SelectField } from '../../ui/text-field.tsx'
import { createAsked } from '../asked.ts'
import { whyNot } from '../why-not.ts'
import { saveFile } from './save-file.ts'

addDutchTexts({ exports: exportTexts })

/** What most people come for is on top. */
const formats: readonly ExportFormat[] = ['pdf', 'odt', 'docx', 'xlsx', 'csv', 'ics', 'md', 'json']

type State =
  | { kind: 'choosing' }
  | { kind: 'making'; stop: AbortController }
  | { kind: 'said'; text: string }
  | { kind: 'failed'; why: string }

/** Takes the agenda along as a file: in which form and language, and which part of it. */
export function ExportDialog(props: { onClose: () => void }) {
  const agenda = useAgenda()
  const { t, language } = useLanguage()
  const format = useFormat()
  const name = createUniqueId()
  const [chosen, choose] = createSignal<ExportFormat>('pdf')
  const [version, setVersion] = createSignal('')
  const [state, setState] = createSignal<State>({ kind: 'choosing' })
  const stop = () => {
    const now = state()
    if (now.kind === 'making') now.stop.abort()
  }
  onCleanup(stop)
  let go!: HTMLButtonElement
  /** The button that stops goes away with what it stops: the focus must not go with it. */
  const end = (said: State) => {
    setState(said)
    if (!go.closest('dialog')?.contains(document.activeElement) || document.activeElement?.tagName === 'DIALOG')
      go.focus()
  }

  const asked = createAsked(() => makeAgendaVersions(agenda.record.id).versions())
  const versions = () => {
    const answer = asked()
    // Without a connection there is no file either, and making one says so.
    return answer?.ok ? answer.value.versions : []
  }
  const themes = () => agenda.text.themes.filter(({ hidden }) => !hidden)
  const parties = () => [...agenda.record.organisations].sort((a, b) => format.compare(a.name, b.name))

  const make = async (form: FormData) => {
    // A second press while one is made changes nothing.
    if (state().kind === 'making') return
    const controller = new AbortController()
    setState({ kind: 'making', stop: controller })
    const answer = await fetchExport(agenda.record.id, choicesOf(form, chosen()), controller.signal)
    if (!answer) return end({ kind: 'said', text: t('exports.stopped') })
    if (!answer.ok) return end({ kind: 'failed', why: whyNot(answer, t('exports.unreachable')) })
    saveFile(answer.value.blob, answer.value.name)
    end({ kind: 'said', text: t('exports.done', answer.value.name) })
  }
  const making = () => state().kind === 'making'
  const said = () => {
    const now = state()
    return now.kind === 'said' ? now.text : now.kind === 'making' ? t('exports.making') : ''
  }
  const failed = () => {
    const now = state()
    return now.kind === 'failed' ? now.why : ''
  }
  return (
    <Dialog title={t('exports.title')} onClose={props.onClose}>
      <form
        class="oa-stack"
        onSubmit={(event) => {
          event.preventDefault()
          void make(new FormData(event.currentTarget))
        }}
      >
        <SelectField
          label={t('exports.edition')}
          name="version"
          onChange={(event) => setVersion(event.currentTarget.value)}
        >
          <option value="">{t('exports.draft')}</option>
          <For each={versions()}>
            {({ number, at }) => <option value={number}>{t('exports.version', number, format.moment(at))}</option>}
          </For>
        </SelectField>
        <fieldset class="oa-fieldset">
          <legend>{t('exports.format')}</legend>
          <For each={formats}>
            {(one) => (
              <label class="oa-check">
                <input type="radio" name={name} checked={chosen() === one} onChange={() => choose(one)} />
                <span>
                  {t(`exports.formats.${one}.name`)} <span class="oa-subtle">{t(`exports.formats.${one}.hint`)}</span>
                </span>
              </label>
            )}
          </For>
        </fieldset>
        <Show when={chosen() === 'csv'}>
          <SelectField label={t('exports.table')} name="table">
            <For each={exportTables}>{(table) => <option value={table}>{t(`exports.tables.${table}`)}</option>}</For>
          </SelectField>
        </Show>
        <SelectField label={t('exports.part')} name="part">
          <option value="">{t('exports.wholeAgenda')}</option>
          <optgroup label={t('exports.themes')}>
            <For each={themes()}>
              {({ id, name }) => <option value={`theme:${id}`}>{t('exports.ofTheme', name)}</option>}
            </For>
          </optgroup>
          <optgroup label={t('exports.parties')}>
            <For each={parties()}>
              {({ id, name }) => <option value={`party:${id}`}>{t('exports.ofParty', name)}</option>}
            </For>
          </optgroup>
        </SelectField>
        <Show when={chosen() !== 'ics' && version() === ''}>
          <label class="oa-check">
            <input type="checkbox" name="struck" />
            <span>{t('exports.struck')}</span>
          </label>
        </Show>
        <SelectField label={t('exports.language')} name="language">
          <For each={exportLanguages}>
            {(one) => (
              <option value={one} selected={one === language()}>
                {t(`exports.languages.${one}`)}
              </option>
            )}
          </For>
        </SelectField>
        <p role="status">{said()}</p>
        <FieldError text={failed()} />
        <p class="oa-row">
          <button
            ref={go}
            type="submit"
            class="oa-button oa-button--primary"
            aria-disabled={making() ? 'true' : undefined}
          >
            {t('exports.go')}
          </button>
          <Show when={making()}>
            <button type="button" class="oa-button" onClick={stop}>
              {t('exports.stop')}
            </button>
          </Show>
        </p>
      </form>
    </Dialog>
  )
}

function choicesOf(form: FormData, format: ExportFormat): ExportChoices {
  const text = (field: string) => String(form.get(field) ?? '')
  const [kind, id = ''] = text('part').split(':')
  return {
    format,
    language: exportLanguages.find((one): one is ExportLanguage => one === text('language')) ?? 'nl',
    table: exportTables.find((one) => one === text('table')) ?? 'items',
    version: text('version') === '' ? undefined : Number(text('version')),
    part: kind === 'theme' ? { theme: id } : kind === 'party' ? { party: id } : undefined,
    struck: form.has('struck'),
  }
}
