import '../dialog-texts.ts'
import { For, type JSX, Show } from 'solid-js'
import { duties, priorities, statuses } from '../../../shared/item.ts'
import { comment as commentTexts } from '../../../shared/messages/nl/comment.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useFormat } from '../../ui/format.ts'
import { addDutchTexts, useLanguage } from '../../ui/language.tsx'
import { useAddresses } from '../agenda/addresses.ts'
import { useBoard } from './board-state.tsx'
import { type FilterFlag, type FilterList, type Grouping, groupings } from './filters.ts'

addDutchTexts({ comment: commentTexts })

/** Every filter. Choices within one list add up; lists narrow each other. */
export function FilterPanel(props: { grouped: boolean }) {
  const agenda = useAgenda()
  const board = useBoard()
  const { t } = useLanguage()
  const { filtering } = board
  const addresses = useAddresses()
  const format = useFormat()
  return (
    <div class="oa-filter-panel">
      <Show when={props.grouped}>
        <div class="oa-field oa-filter-panel__group">
          <label class="oa-field__label" for="grouping">
            {t('board.group.label')}
          </label>
          <select
            class="oa-input"
            id="grouping"
            value={filtering.grouping()}
            onChange={(event) => filtering.setGrouping(event.currentTarget.value as Grouping)}
          >
            <For each={groupings}>{(by) => <option value={by}>{t(`board.group.${by}`)}</option>}</For>
          </select>
        </div>
      </Show>
      <Choices title={t('board.filters.other')}>
        <Flag name="mine" label={t('board.filters.mine')} />
        <Flag name="late" label={t('board.filters.overdue')} />
        <Flag name="unowned" label={t('board.filters.unowned')} />
        <Flag name="hideStruck" label={t('board.filters.hideStruck')} />
        <Flag name="unread" label={t('comment.filter.unread')} />
        <Flag name="changed" label={t('comment.filter.sinceVisit')} />
        <Show when={board.since()?.number()}>
          {(number) => <Flag name="sinceVersion" label={t('difference.mark.changed', number())} />}
        </Show>
        <Show when={agenda.comments()?.lastVisit()}>
          {(visit) => <p class="oa-small oa-subtle">{t('comment.filter.sinceVisitAt', format.moment(visit()))}</p>}
        </Show>
        <p>
          <a href={addresses.answers()}>{t('board.menu.answers')}</a>
        </p>
      </Choices>
      <Choices title={t('board.filters.duty')}>
        <For each={duties}>{(duty) => <Choice list="duty" value={duty} label={t(`words.duty.${duty}`)} />}</For>
      </Choices>
      <Choices title={t('board.filters.status')}>
        <For each={statuses}>
          {(status) => <Choice list="status" value={status} label={t(`words.status.${status}`)} />}
        </For>
      </Choices>
      <Choices title={t('board.filters.priority')}>
        <For each={[...priorities, 'none'] as const}>
          {(priority) => <Choice list="priority" value={priority} label={t(`words.priority.${priority}`)} />}
        </For>
      </Choices>
      <Choices title={t('board.filters.theme')}>
        <For each={agenda.text.themes}>{(theme) => <Choice list="theme" value={theme.id} label={theme.name} />}</For>
      </Choices>
      <Choices title={t('board.filters.owner')}>
        <For each={board.owners()}>
          {(owner) => <Choice list="owner" value={owner.id} label={owner.short || owner.name} />}
        </For>
      </Choices>
      <p class="oa-filter-panel__group oa-row oa-row--apart">
        <span aria-live="polite">{t('board.filter.shown', board.shown().length, board.all().length)}</span>
        <button type="button" class="oa-button" onClick={() => filtering.clear()}>
          {t('board.filter.clear')}
        </button>
      </p>
    </div>
  )
}

function Choices(props: { title: string; children: JSX.Element }) {
  return (
    <fieldset class="oa-fieldset">
      <legend>{props.title}</legend>
      {props.children}
    </fieldset>
  )
}

function Choice(props: { list: FilterList; value: string; label: string }) {
  const { filtering } = useBoard()
  const chosen = () => (filtering.filters()[props.list] as readonly string[]).includes(props.value)
  return (
    <label class="oa-check">
      <input
        type="checkbox"
        checked={chosen()}
        onChange={(event) => filtering.setInList(props.list, props.value, event.currentTarget.checked)}
      />
      <span>{props.label}</span>
    </label>
  )
}

function Flag(props: { name: FilterFlag; label: string }) {
  const { filtering } = useBoard()
  return (
    <label class="oa-check">
      <input
        type="checkbox"
        checked={filtering.filters()[props.name]}
        onChange={(event) => filtering.setFlag(props.name, event.currentTarget.checked)}
      />
      <span>{props.label}</span>
    </label>
  )
}
