import '../dialog-texts.ts'
import { createEffect, createUniqueId, For, on, Show } from 'solid-js'
import type { Theme } from '../../../shared/agenda.ts'
import { createTheme, setTheme } from '../../../shared/document/write.ts'
import { makeId, type ThemeId } from '../../../shared/ids.ts'
import { rankAt } from '../../../shared/rank.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'

/** The themes of this agenda: rename, order, hide and add. A theme is never deleted, since items may have it. */
export function ThemesDialog(props: { onClose: () => void }) {
  const agenda = useAgenda()
  const announce = useAnnounce()
  const { t } = useLanguage()
  const id = createUniqueId()
  const ids = () => agenda.text.themes.map((theme) => theme.id)
  const ranksWithout = (theme: ThemeId | undefined) =>
    agenda.text.themes.filter((other) => other.id !== theme).map(({ rank }) => rank)

  const move = (theme: Theme, step: -1 | 1) => {
    const to = ids().indexOf(theme.id) + step
    if (to < 0 || to >= ids().length) return
    const focused = document.activeElement
    setTheme(agenda.doc, theme.id, { rank: rankAt(ranksWithout(theme.id), to) })
    // The row was taken out and put in elsewhere, which makes the browser forget the focus.
    if (focused instanceof HTMLElement) focused.focus()
    announce(t('board.themes.moved', theme.name, to + 1))
  }
  const add = (form: HTMLFormElement) => {
    const name = String(new FormData(form).get('name') ?? '').trim()
    if (!name) return
    const ranks = ranksWithout(undefined)
    const theme = makeId<ThemeId>()
    agenda.undo.boundary()
    createTheme(agenda.doc, { id: theme, name, rank: rankAt(ranks, ranks.length) })
    agenda.undo.made(
      () => setTheme(agenda.doc, theme, { hidden: true }),
      () => setTheme(agenda.doc, theme, { hidden: false }),
    )
    form.reset()
    announce(t('board.themes.added', name))
  }

  return (
    <Dialog title={t('board.themes.title')} onClose={props.onClose}>
      <ul class="oa-list oa-themes">
        <For each={ids()}>{(theme, at) => <ThemeRow id={theme} at={at()} count={ids().length} onMove={move} />}</For>
      </ul>
      <p class="oa-subtle">{t('board.themes.hiddenHint')}</p>
      <form
        class="oa-themes__add"
        onSubmit={(event) => {
          event.preventDefault()
          add(event.currentTarget)
        }}
      >
        <label class="oa-visually-hidden" for={id}>
          {t('board.themes.add')}
        </label>
        <input
          class="oa-input"
          id={id}
          name="name"
          maxlength="100"
          placeholder={t('board.themes.add')}
          autocomplete="off"
        />
        <button type="submit" class="oa-button">
          <Icon name="plus" />
          {t('board.themes.addGo')}
        </button>
      </form>
      <p class="oa-row">
        <button type="button" class="oa-button oa-button--primary" onClick={() => props.onClose()}>
          {t('board.themes.done')}
        </button>
      </p>
    </Dialog>
  )
}

type RowProps = { id: ThemeId; at: number; count: number; onMove: (theme: Theme, step: -1 | 1) => void }

function ThemeRow(props: RowProps) {
  const agenda = useAgenda()
  const theme = () => agenda.text.themes.find(({ id }) => id === props.id)
  return <Show when={theme()}>{(known) => <ThemeFields theme={known()} {...props} />}</Show>
}

function ThemeFields(props: RowProps & { theme: Theme }) {
  const agenda = useAgenda()
  const { t } = useLanguage()
  let field!: HTMLInputElement
  // What a colleague names it meanwhile shows when this person has left the field.
  const showName = () => {
    field.value = props.theme.name
  }
  createEffect(
    on(
      () => props.theme.name,
      () => {
        if (document.activeElement !== field) showName()
      },
    ),
  )
  const rename = () => {
    const name = field.value.trim()
    if (name) setTheme(agenda.doc, props.id, { name })
  }
  return (
    <li class="oa-themes__row">
      <input
        class="oa-input"
        aria-label={t('board.themes.name', props.theme.name)}
        maxlength="100"
        ref={field}
        onChange={rename}
        onBlur={showName}
      />
      <Show when={props.theme.hidden}>
        <span class="oa-fact">{t('board.themes.hidden')}</span>
      </Show>
      <button
        type="button"
        class="oa-button oa-button--quiet oa-button--icon"
        aria-label={t('board.themes.up', props.theme.name)}
        aria-disabled={props.at === 0}
        onClick={() => props.onMove(props.theme, -1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        class="oa-button oa-button--quiet oa-button--icon"
        aria-label={t('board.themes.down', props.theme.name)}
        aria-disabled={props.at === props.count - 1}
        onClick={() => props.onMove(props.theme, 1)}
      >
        <Icon name="down" />
      </button>
      <button
        type="button"
        class="oa-button oa-button--quiet oa-button--icon"
        aria-label={t(props.theme.hidden ? 'board.themes.show' : 'board.themes.hide', props.theme.name)}
        onClick={() => setTheme(agenda.doc, props.id, { hidden: !props.theme.hidden })}
      >
        <Icon name={props.theme.hidden ? 'eye-off' : 'eye'} />
      </button>
    </li>
  )
}
