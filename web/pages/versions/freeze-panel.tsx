import { createSignal, createUniqueId, For, Match, Show, Switch } from 'solid-js'
import { type AgendaId, makeId, type VersionId } from '../../../shared/ids.ts'
import type { VersionPreview, VersionSummary } from '../../../shared/version/api.ts'
import type { AgendaVersions } from '../../live/versions.ts'
import { useLanguage } from '../../ui/language.tsx'
import { itemPath } from '../agenda/addresses.ts'
import { whyNot } from '../why-not.ts'

/** First what would be frozen and what is worth a look, then the freezing of exactly that. */
export function FreezePanel(props: {
  agenda: AgendaId
  door: AgendaVersions
  onFrozen: (version: VersionSummary) => void
}) {
  const { t } = useLanguage()
  const heading = createUniqueId()
  let title!: HTMLHeadingElement
  const [preview, setPreview] = createSignal<VersionPreview>()
  const [isBusy, setBusy] = createSignal(false)
  // Kept beside the preview: looking again must not cost what was typed.
  const [remark, setRemark] = createSignal('')
  const [said, setSaid] = createSignal<{ text: string; isWrong: boolean }>()

  // The buttons stay as they are meanwhile: one that is disabled loses the focus.
  async function look(): Promise<void> {
    if (isBusy()) return
    setBusy(true)
    const answer = await props.door.preview()
    setBusy(false)
    setPreview(answer.ok ? answer.value : undefined)
    setSaid(answer.ok ? undefined : { text: whyNot(answer, t('version.unreachable')), isWrong: true })
  }

  async function freeze(shown: VersionPreview, id: VersionId): Promise<void> {
    if (isBusy()) return
    setBusy(true)
    const said = remark().trim()
    const answer = await props.door.freeze({ id, expects: shown.hash, ...(said && { remark: said }) })
    setBusy(false)
    if (!answer.ok) return void setSaid({ text: whyNot(answer, t('version.unreachable')), isWrong: true })
    setPreview(undefined)
    setRemark('')
    setSaid({ text: t('version.freeze.done', answer.value.number), isWrong: false })
    props.onFrozen(answer.value)
    title.focus()
  }

  return (
    <section class="oa-stack" aria-labelledby={heading}>
      <h2 id={heading} ref={title} tabindex="-1">
        {t('version.freeze.heading')}
      </h2>
      <p>{t('version.freeze.explain')}</p>
      <p>
        <button type="button" class="oa-button" onClick={() => void look()}>
          {preview() ? t('version.freeze.lookAgain') : t('version.freeze.look')}
        </button>
      </p>
      <div role="status">
        <Switch>
          <Match when={isBusy()}>
            <p class="oa-subtle">{t('version.freeze.looking')}</p>
          </Match>
          <Match when={said()}>
            {(message) => (
              <div
                class="oa-notice"
                classList={{ 'oa-notice--caution': message().isWrong, 'oa-notice--positive': !message().isWrong }}
              >
                <p>{message().text}</p>
              </div>
            )}
          </Match>
        </Switch>
      </div>
      <Show when={preview()} keyed>
        {(shown) => (
          <Preview
            shown={shown}
            agenda={props.agenda}
            remark={remark()}
            onRemark={setRemark}
            onFreeze={(id) => void freeze(shown, id)}
          />
        )}
      </Show>
    </section>
  )
}

function Preview(props: {
  shown: VersionPreview
  agenda: AgendaId
  remark: string
  onRemark: (remark: string) => void
  onFreeze: (id: VersionId) => void
}) {
  const { t } = useLanguage()
  const field = createUniqueId()
  // One id for what is shown, so that a retry after a lost answer freezes nothing twice.
  const id = makeId<VersionId>()
  const number = () => props.shown.metadata.number
  const of = (change: string) => props.shown.items.filter((item) => item.change === change)
  const groups = () => [
    { name: t('version.freeze.noOwner', withoutOwner().length), items: withoutOwner() },
    { name: t('version.freeze.noPriority', withoutPriority().length), items: withoutPriority() },
    { name: t('version.freeze.open', props.shown.openComments), items: withOpenComments() },
    ...(number() > 1
      ? [
          { name: t('version.freeze.added', of('added').length), items: of('added') },
          { name: t('version.freeze.changed', of('changed').length), items: of('changed') },
          { name: t('version.freeze.struck', props.shown.struck.length), items: props.shown.struck },
        ]
      : []),
  ]
  const withoutOwner = () => props.shown.items.filter(({ hasOwner }) => !hasOwner)
  const withoutPriority = () => props.shown.items.filter(({ hasPriority }) => !hasPriority)
  const withOpenComments = () => props.shown.items.filter(({ openComments }) => openComments > 0)
  const isSame = () => number() > 1 && of('same').length === props.shown.items.length && props.shown.struck.length === 0
  return (
    <Show when={props.shown.items.length > 0} fallback={<p>{t('version.freeze.nothing')}</p>}>
      <form
        class="oa-stack"
        onSubmit={(event) => {
          event.preventDefault()
          props.onFreeze(id)
        }}
      >
        <p>
          <strong>{t('version.freeze.what', number(), props.shown.items.length)}</strong>
        </p>
        <Show when={isSame()}>
          <p>{t('version.freeze.same')}</p>
        </Show>
        <For each={groups().filter(({ items }) => items.length > 0)}>
          {(group) => (
            <details class="oa-version__group">
              <summary>{group.name}</summary>
              <ul>
                <For each={group.items}>
                  {(item) => (
                    <li>
                      <a href={itemPath(props.agenda, item.item)}>{item.title || t('item.untitled')}</a>
                    </li>
                  )}
                </For>
              </ul>
            </details>
          )}
        </For>
        <div class="oa-field">
          <label class="oa-field__label" for={field}>
            {t('version.freeze.remark')}
          </label>
          <p class="oa-field__hint" id={`${field}-hint`}>
            {t('version.freeze.remarkHint')}
          </p>
          <textarea
            class="oa-input"
            id={field}
            rows={3}
            maxlength={500}
            aria-describedby={`${field}-hint`}
            value={props.remark}
            onInput={(event) => props.onRemark(event.currentTarget.value)}
          />
        </div>
        <p>{t('version.freeze.forGood')}</p>
        <p>
          <button type="submit" class="oa-button oa-button--primary">
            {t('version.freeze.go', number())}
          </button>
        </p>
      </form>
    </Show>
  )
}
