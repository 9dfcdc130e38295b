import '../../styles/export.css'
import { createMemo, createSignal, For, onCleanup, Show } from 'solid-js'
import type { ExportAnnex, ExportChoices } from '../../../shared/export/choices.ts'
import { type ExportLanguage, type ExportTable, exportLanguages, exportTables } from '../../../shared/export/formats.ts'
import type { OrganisationId, ThemeId } from '../../../shared/ids.ts'
import { exportTexts } from '../../../shared/messages/nl/exports.ts'
import { type FileForm, fetchExport } from '../../live/export.ts'
import { makeAgendaVersions } from '../../live/versions.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormat } from '../../ui/format.ts'
import { addDutchTexts, useLanguage } from '../../ui/language.tsx'
import { FieldError, SelectField } from '../../ui/text-field.tsx'
import { createAsked } from '../asked.ts'
import { whyNot } from '../why-not.ts'
import { AnnexChoices } from './annex-choices.tsx'
import { ExportPreview } from './export-preview.tsx'
import type { Exportable } from './exportable.ts'
import { FormatChoices } from './format-choices.tsx'
import { type Making, MakingState } from './making-state.tsx'
import { has } from './offered.ts'
import { saveFile } from './save-file.ts'
import { StruckChoice } from './struck-choice.tsx'

addDutchTexts({ exports: exportTexts })

/** Takes an agenda along as a file: what of it, with what, and in which form. Nothing of it is remembered. */
export function ExportDialog(props: { of: Exportable; onClose: () => void }) {
  const { t, language } = useLanguage()
  const format = useFormat()
  const [chosen, choose] = createSignal<FileForm>('pdf')
  const [version, setVersion] = createSignal(props.of.version)
  const [part, setPart] = createSignal('')
  const [annexes, setAnnexes] = createSignal<ExportAnnex[]>([])
  const [struckByHand, setStruck] = createSignal<boolean>()
  const [table, setTable] = createSignal<ExportTable>('items')
  const [inLanguage, setInLanguage] = createSignal<ExportLanguage>(language())
  const [state, setState] = createSignal<Making>({ kind: 'choosing' })

  const stop = () => {
    const now = state()
    if (now.kind === 'making') now.stop.abort()
  }
  onCleanup(stop)
  let go!: HTMLButtonElement
  /** The button that stops goes away with what it stops: the focus must not go with it. */
  const end = (said: Making) => {
    setState(said)
    const focused = document.activeElement
    if (!go.closest('dialog')?.contains(focused) || focused?.tagName === 'DIALOG') go.focus()
  }

  const askedVersions = createAsked(() => makeAgendaVersions(props.of.agenda).versions())
  const versions = () => {
    const answer = askedVersions()
    // Without a connection there is no file either, and making one says so.
    return answer?.ok ? answer.value.versions : []
  }
  const form = (): FileForm => (chosen() === 'zip' && version() === undefined ? 'pdf' : chosen())
  // All data are those of struck items too; to read they are in the way.
  const struck = () => struckByHand() ?? form() === 'json'
  /** A version has none; what the board shows has those that it shows. */
  const choosesStruck = () => has(form(), 'struck') && version() === undefined && !isShownOnly()
  const parties = () => [...props.of.parties].sort((a, b) => format.compare(a.name, b.name))
  const isShownOnly = () => has(form(), 'part') && part() === 'shown'
  const hasEarlier = () => {
    const number = version()
    return number === undefined ? versions().length > 0 : number > 1
  }
  const choices = createMemo((): ExportChoices => {
    const [kind, id] = has(form(), 'part') ? part().split(':') : []
    const { shown } = props.of
    const number = version()
    const asked = annexes().filter((annex) => annex !== 'differences' || hasEarlier())
    const showsStruck = isShownOnly() && has(form(), 'struck') && number === undefined && shown?.hasStruck
    return {
      language: inLanguage(),
      ...(number !== undefined && { version: number }),
      ...(has(form(), 'table') && { table: table() }),
      // The values of the choices are made below, of ids.
      ...(kind === 'theme' && { theme: id as ThemeId }),
      ...(kind === 'party' && { party: id as OrganisationId }),
      ...(isShownOnly() && shown && { items: shown.items }),
      ...((showsStruck || (choosesStruck() && struck())) && { struck: true }),
      ...(asked.length > 0 && has(form(), 'annexes') && { annexes: asked }),
    }
  })

  const make = async () => {
    // A second press while one is made changes nothing.
    if (state().kind === 'making') return
    const controller = new AbortController()
    setState({ kind: 'making', stop: controller, progress: undefined })
    const answer = await fetchExport(props.of.agenda, form(), choices(), {
      signal: controller.signal,
      tell: (progress) => setState({ kind: 'making', stop: controller, progress }),
    })
    if (!answer) return end({ kind: 'said', text: t('exports.stopped') })
    if (!answer.ok) return end({ kind: 'failed', why: whyNot(answer, t('exports.unreachable')) })
    saveFile(answer.value.blob, answer.value.name)
    end({ kind: 'said', text: t('exports.done', answer.value.name) })
  }
  const making = () => state().kind === 'making'
  const failed = () => {
    const now = state()
    return now.kind === 'failed' ? now.why : ''
  }
  return (
    <Dialog title={t('exports.title')} onClose={props.onClose}>
      <div class="oa-export">
        <form
          class="oa-stack"
          onSubmit={(event) => {
            event.preventDefault()
            void make()
          }}
        >
          <SelectField
            label={t('exports.edition')}
            onChange={({ currentTarget: { value } }) => setVersion(value === '' ? undefined : Number(value))}
          >
            <Show when={props.of.mayReadDraft}>
              <option value="">{t('exports.draft')}</option>
            </Show>
            <For each={versions()}>
              {({ number, at }) => (
                <option value={number} selected={number === version()}>
                  {t('exports.version', number, format.moment(at))}
                </option>
              )}
            </For>
          </SelectField>
          <Show when={has(form(), 'part')}>
            <SelectField label={t('exports.part')} onChange={(event) => setPart(event.currentTarget.value)}>
              <option value="">{t('exports.wholeAgenda')}</option>
              <Show when={props.of.shown}>
                {(shown) => <option value="shown">{t('exports.shown', shown().items.length)}</option>}
              </Show>
              <optgroup label={t('exports.themes')}>
                <For each={props.of.themes}>
                  {({ id, name }) => <option value={`theme:${id}`}>{t('exports.ofTheme', name)}</option>}
                </For>
              </optgroup>
              <optgroup label={t('exports.parties')}>
                <For each={parties()}>
                  {({ id, name }) => <option value={`party:${id}`}>{t('exports.ofParty', name)}</option>}
                </For>
              </optgroup>
            </SelectField>
          </Show>
          <FormatChoices chosen={form()} onChoose={choose} hasPackage={version() !== undefined} />
          <Show when={has(form(), 'table')}>
            <SelectField
              label={t('exports.table')}
              onChange={({ currentTarget: { value } }) =>
                setTable(exportTables.find((one) => one === value) ?? 'items')
              }
            >
              <For each={exportTables}>{(one) => <option value={one}>{t(`exports.tables.${one}`)}</option>}</For>
            </SelectField>
          </Show>
          <Show when={choosesStruck()}>
            <StruckChoice on={struck()} onChange={setStruck} isAllData={form() === 'json'} />
          </Show>
          <Show when={has(form(), 'annexes')}>
            <AnnexChoices
              chosen={annexes()}
              onChange={setAnnexes}
              mayReadDraft={props.of.mayReadDraft}
              hasEarlier={hasEarlier()}
            />
          </Show>
          <SelectField
            label={t('exports.language')}
            onChange={({ currentTarget: { value } }) =>
              setInLanguage(exportLanguages.find((one) => one === value) ?? 'nl')
            }
          >
            <For each={exportLanguages}>
              {(one) => (
                <option value={one} selected={one === inLanguage()}>
                  {t(`exports.languages.${one}`)}
                </option>
              )}
            </For>
          </SelectField>
          <div class="oa-export__go">
            <MakingState state={state()} />
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
          </div>
        </form>
        <ExportPreview
          agenda={props.of.agenda}
          choices={choices()}
          numbers={isShownOnly() ? props.of.shown?.numbers : undefined}
          isDocument={has(form(), 'preview')}
        />
      </div>
    </Dialog>
  )
}
