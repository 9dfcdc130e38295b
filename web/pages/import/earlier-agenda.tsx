import { useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, createUniqueId, For, Match, onMount, Show, Switch } from 'solid-js'
import type { AgendaSummary } from '../../../shared/agenda.ts'
import { type AgendaId, isId } from '../../../shared/ids.ts'
import { mayReadDraft } from '../../../shared/roles.ts'
import type { VersionSummary } from '../../../shared/version/api.ts'
import { makeEarlierAgendas } from '../../live/earlier-agendas.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError, SelectField } from '../../ui/text-field.tsx'
import { createAsked } from '../asked.ts'
import { whyNot } from '../why-not.ts'
import type { ImportState } from './import-state.ts'
import { readExported } from './read-file.ts'

/** The items of another agenda that I am on: as they stand there now, or as they were agreed. */
export function EarlierAgenda(props: { state: ImportState }) {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const heading = createUniqueId()
  const door = makeEarlierAgendas()
  const others = createAsked(() => door.others(agenda.record.id))
  const known = () => {
    const answer = others()
    return answer?.ok ? answer.value : undefined
  }
  const failed = () => {
    const answer = others()
    return answer && !answer.ok ? whyNot(answer, t('imports.earlier.unreachable')) : ''
  }
  return (
    <section class="oa-paper oa-stack" aria-labelledby={heading}>
      <h3 id={heading}>{t('imports.earlier.heading')}</h3>
      <p>{t('imports.earlier.explain')}</p>
      <Switch>
        <Match when={!others()}>
          <p class="oa-subtle">{t('imports.earlier.loading')}</p>
        </Match>
        <Match when={failed()}>
          <p>{failed()}</p>
        </Match>
        <Match when={known()?.length === 0}>
          <p>{t('imports.earlier.none')}</p>
        </Match>
        <Match when={known()}>{(list) => <Choice state={props.state} door={door} agendas={list()} />}</Match>
      </Switch>
    </section>
  )
}

function Choice(props: { state: ImportState; door: ReturnType<typeof makeEarlierAgendas>; agendas: AgendaSummary[] }) {
  const { t } = useLanguage()
  const format = useFormat()
  const [search] = useSearchParams()
  const [chosen, choose] = createSignal<AgendaId>()
  const [versions, setVersions] = createSignal<VersionSummary[]>()
  const [edition, setEdition] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const [wrong, setWrong] = createSignal('')
  let form!: HTMLFormElement
  onMount(() => {
    if (search.begin === 'earlier') form.querySelector('select')?.focus()
  })
  const agenda = () => props.agendas.find(({ id }) => id === chosen())
  const hasLiving = () => {
    const known = agenda()
    return known !== undefined && mayReadDraft(known.role)
  }
  createEffect(() => {
    const id = chosen()
    setVersions(undefined)
    setWrong('')
    if (!id) return
    void props.door.versions(id).then((answer) => {
      if (id !== chosen()) return
      const found = answer.ok ? answer.value.versions : []
      setVersions(found)
      // What was agreed last is what one goes on with.
      setEdition(String(found[0]?.number ?? ''))
      if (!answer.ok) setWrong(whyNot(answer, t('imports.earlier.unreachable')))
    })
  })
  const fetchItems = async () => {
    const from = agenda()
    if (!from || isBusy()) return
    setBusy(true)
    const version = edition() === '' ? undefined : Number(edition())
    const answer = await props.door.exported(from.id, version)
    setBusy(false)
    if (!answer.ok) return void setWrong(whyNot(answer, t('imports.earlier.unreachable')))
    const exported = readExported(JSON.stringify(answer.value))
    if (!exported) return void setWrong(t('imports.file.wrong.not-ours'))
    const name = t('imports.earlier.from', from.title, version)
    props.state.beginWithExport({ name, exported, lineage: name }, true)
  }
  return (
    <form
      ref={form}
      class="oa-stack"
      onSubmit={(event) => {
        event.preventDefault()
        void fetchItems()
      }}
    >
      <SelectField
        label={t('imports.earlier.agenda')}
        onChange={({ currentTarget: { value } }) => choose(isId<AgendaId>(value) ? value : undefined)}
      >
        <option value="">{t('imports.earlier.choose')}</option>
        <For each={props.agendas}>{({ id, title }) => <option value={id}>{title}</option>}</For>
      </SelectField>
      <Show when={versions()}>
        {(list) => (
          <Show when={hasLiving() || list().length > 0} fallback={<p>{t('imports.earlier.noVersions')}</p>}>
            <SelectField
              label={t('imports.earlier.edition')}
              onChange={(event) => setEdition(event.currentTarget.value)}
            >
              <For each={list()}>
                {({ number, at }) => (
                  <option value={number} selected={edition() === String(number)}>
                    {t('imports.earlier.version', number, format.moment(at))}
                  </option>
                )}
              </For>
              <Show when={hasLiving()}>
                <option value="" selected={edition() === ''}>
                  {t('imports.earlier.living')}
                </option>
              </Show>
            </SelectField>
            <p>
              <button type="submit" class="oa-button">
                {t('imports.earlier.go')}
              </button>
            </p>
          </Show>
        )}
      </Show>
      <p role="status">{isBusy() ? t('imports.earlier.fetching') : ''}</p>
      <FieldError text={wrong()} />
    </form>
  )
}
