import { useNavigate } from '@solidjs/router'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { AgendaFile } from '../../../shared/from-export/file.ts'
import type { FileMistake } from '../../../shared/from-export/mistakes.ts'
import { type AgendaId, makeId } from '../../../shared/ids.ts'
import { fromFile } from '../../../shared/messages/nl/from-file.ts'
import { makeFromFile, type ReadFile, readAgendaFile } from '../../live/from-file.ts'
import { Icon } from '../../ui/icon.tsx'
import { addDutchTexts, useLanguage } from '../../ui/language.tsx'
import { FieldError, SelectField, TextField } from '../../ui/text-field.tsx'
import { FilePreview } from './file-preview.tsx'

addDutchTexts({ fromFile })

/** So many mistakes are named: who mends these hears of the next. */
const mistakesShown = 5

/** A new agenda from the JSON of an earlier export: the file, what it would become, and for whom one is its coordinator. */
export function FromFile(props: { organisation: string; onCancel: () => void }) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const [read, setRead] = createSignal<ReadFile>()
  const [areReferences, setReferences] = createSignal(false)
  const [state, setState] = createSignal<'choosing' | 'reading' | 'making'>('choosing')
  const [failed, setFailed] = createSignal('')
  // Made once for this form, so that sending it again after a lost answer makes no second agenda.
  const id = makeId<AgendaId>()
  let field!: HTMLInputElement

  const choose = async (chosen: File | undefined) => {
    setRead(undefined)
    setReferences(false)
    setFailed('')
    if (!chosen) return
    setState('reading')
    setRead(await readAgendaFile(chosen))
    setState('choosing')
  }
  /** The file, when an agenda can be made of it. */
  const usable = () => {
    const now = read()
    if (now?.state === 'good') return now.file
    return now?.state === 'mistaken' && now.onlyNumbers ? now.file : undefined
  }
  const hasNumbers = () => read()?.state === 'mistaken' && usable() !== undefined
  const make = async (file: AgendaFile, party: string) => {
    setState('making')
    setFailed('')
    const answer = await makeFromFile(id, {
      file,
      ...(party !== '' && { party }),
      ...(areReferences() && { referenceNumbers: true }),
    })
    if (answer.ok) return navigate(`/agenda/${id}`)
    setState('choosing')
    const why =
      answer.reason === 'problem' ? answer.problem.detail || answer.problem.title : t('start.create.unreachable')
    setFailed(t('start.create.failed', why))
  }
  return (
    <form
      class="oa-stack"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        const file = usable()
        if (!file) return field.focus()
        if (state() === 'choosing' && (areReferences() || !hasNumbers()))
          void make(file, String(new FormData(event.currentTarget).get('party') ?? ''))
      }}
    >
      <TextField
        ref={(element) => {
          field = element
        }}
        label={t('fromFile.file')}
        hint={t('fromFile.hint')}
        wrong={wrongWith(read(), t)}
        type="file"
        accept=".json,application/json"
        onChange={(event) => void choose(event.currentTarget.files?.[0])}
      />
      <p class="oa-subtle" role="status">
        <Switch>
          <Match when={state() === 'reading'}>{t('fromFile.reading')}</Match>
          <Match when={state() === 'making'}>{t('fromFile.making')}</Match>
        </Switch>
      </p>
      <Show when={mistakesOf(read())}>{(mistakes) => <Mistakes mistakes={mistakes()} />}</Show>
      <Show when={usable()} keyed>
        {(file) => (
          <>
            <FilePreview file={file} />
            <Show when={hasNumbers()}>
              <div class="oa-notice oa-notice--caution" role="alert">
                <Icon name="late" />
                <div class="oa-stack oa-stack--tight">
                  <p>{t('fromFile.numbers')}</p>
                  <label class="oa-check">
                    <input type="checkbox" onChange={(event) => setReferences(event.currentTarget.checked)} />
                    <span>{t('fromFile.reference')}</span>
                  </label>
                </div>
              </div>
            </Show>
            <SelectField label={t('fromFile.party')} name="party">
              <For each={file.parties}>
                {({ id: party, name }) => (
                  <option value={party} selected={name === props.organisation}>
                    {name}
                  </option>
                )}
              </For>
              <Show when={!file.parties.some(({ name }) => name === props.organisation)}>
                <option value="">{t('fromFile.own', props.organisation)}</option>
              </Show>
            </SelectField>
          </>
        )}
      </Show>
      <FieldError text={failed()} />
      <p class="oa-row">
        <button
          type="submit"
          class="oa-button oa-button--primary"
          aria-disabled={!usable() || state() !== 'choosing' || (hasNumbers() && !areReferences())}
        >
          {t('fromFile.go')}
        </button>
        <button type="button" class="oa-button oa-button--quiet" onClick={() => props.onCancel()}>
          {t('board.cancel')}
        </button>
      </p>
    </form>
  )
}

/** What a file cannot become an agenda for, item by item. */
function Mistakes(props: { mistakes: readonly FileMistake[] }) {
  const { t } = useLanguage()
  const words = ({ item, reason, path }: FileMistake) => {
    const what = t(`fromFile.mistake.${reason}`)
    return item === undefined ? `${path}: ${what}` : t('fromFile.mistakeAt', item, what)
  }
  return (
    <div class="oa-notice oa-notice--caution" role="alert">
      <Icon name="late" />
      <div class="oa-stack oa-stack--tight">
        <p>{t('fromFile.mistakes')}</p>
        <ul>
          <For each={props.mistakes.slice(0, mistakesShown)}>{(mistake) => <li>{words(mistake)}</li>}</For>
        </ul>
        <Show when={props.mistakes.length > mistakesShown}>
          <p>{t('fromFile.more', props.mistakes.length - mistakesShown)}</p>
        </Show>
      </div>
    </div>
  )
}

function mistakesOf(read: ReadFile | undefined): FileMistake[] | undefined {
  return read?.state === 'mistaken' && !read.onlyNumbers ? read.mistakes : undefined
}

function wrongWith(read: ReadFile | undefined, t: ReturnType<typeof useLanguage>['t']): string | undefined {
  switch (read?.state) {
    case 'unreadable':
      return t('fromFile.unreadable')
    case 'too-large':
      return t('fromFile.tooLarge')
    case 'not-export':
      return t('fromFile.notExport')
    case 'damaged':
      return t('fromFile.damaged', read.where)
    default:
      return undefined
  }
}
