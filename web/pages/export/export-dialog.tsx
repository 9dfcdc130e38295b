import '../../styles/export.css'
import './export-texts.ts'
import { createMemo, createSignal, For, Show } from 'solid-js'
import type { ExportAnnex, ExportChoices } from '../../../shared/export/choices.ts'
import { type ExportLanguage, type ExportTable, exportLanguages, exportTables } from '../../../shared/export/formats.ts'
import type { OrganisationId, ThemeId } from '../../../shared/ids.ts'
import { type FileForm, fetchExport } from '../../live/export.ts'
import { makeAgendaVersions } from '../../live/versions.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.tsx'
import { SelectField } from '../../ui/text-field.tsx'
import { createAsked } from '../asked.ts'
import { AnnexChoices } from './annex-choices.tsx'
import { createMaking } from './create-making.ts'
import { createParts } from './create-parts.ts'
import { ExportPreview } from './export-preview.tsx'
import type { Exportable } from './exportable.ts'
import { FormatChoices } from './format-choices.tsx'
import { MakingView } from './making-view.tsx'
import { has } from './offered.ts'
import { isOffered, PartChoice } from './part-choice.tsx'
import { StruckChoice } from './struck-choice.tsx'

/** Takes an agenda along as a file: what of it, with what, and in which form. Nothing of it is remembered. */
export function ExportDialog(props: { of: Exportable; onClose: () => void }) {
  const { t, language } = useLanguage()
  const format = useFormat()
  const [chosen, choose] = createSignal<FileForm>('pdf')
  const [version, setVersion] = createSignal(props.of.version)
  const [chosenPart, choosePart] = createSignal('')
  const [annexes, setAnnexes] = createSignal<ExportAnnex[]>([])
  const [struckByHand, setStruck] = createSignal<boolean>()
  const [table, setTable] = createSignal<ExportTable>('items')
  const [inLanguage, setInLanguage] = createSignal<ExportLanguage>(language())
  const making = createMaking()

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
  const parts = createParts(props.of, version)
  // What the chosen edition does not have is not in the list, and not in the request either.
  const part = () => (isOffered(chosenPart(), parts(), props.of.shown?.items.length) ? chosenPart() : '')
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

  const make = () => {
    // A second press while one is made changes nothing.
    if (making.isMaking()) return
    void making.make((watch) => fetchExport(props.of.agenda, form(), choices(), watch))
  }
  return (
    <Dialog title={t('exports.title')} onClose={props.onClose}>
      <div class="oa-export">
        <form
          class="oa-stack"
          onSubmit={(event) => {
            event.preventDefault()
            make()
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
            <PartChoice chosen={part()} onChoose={choosePart} parts={parts()} shown={props.of.shown?.items.length} />
          </Show>
          <FormatChoices chosen={form()} onChoose={choose} hasPackage={version() !== undefined} />
          <Show when={has(form(), 'table')}>
            <SelectField
              label={t('exports.table')}
              onChange={({ currentTarget: { value } }) =>
                setTable(exportTables.find((one) => one === value) ?? 'items')
              }
            >
              <For each={exportTables}>
                {(one) => (
                  <option value={one} selected={one === table()}>
                    {t(`exports.tables.${one}`)}
                  </option>
                )}
              </For>
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
            <MakingView making={making}>
              <button
                type="submit"
                class="oa-button oa-button--primary"
                aria-disabled={making.isMaking() ? 'true' : undefined}
              >
                {t('exports.go')}
              </button>
            </MakingView>
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
