import { Show } from 'solid-js'
import { nextDeadline } from '../../../shared/item.ts'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { OrganisationMark } from '../../ui/organisation-mark.tsx'
import { PriorityMark } from '../../ui/priority-mark.tsx'
import { StatusMark } from '../../ui/status-mark.tsx'
import { today } from '../../ui/today.ts'
import { useItem } from './item-context.ts'
import { organisationOf } from './table.ts'

/** The most telling facts under the title, where the sheet is too narrow for the properties beside the text. */
export function SheetFacts() {
  const { agenda, item } = useItem()
  const format = useFormat()
  return (
    <p class="oa-sheet__facts">
      <span class="oa-fact oa-fact--strong">
        <StatusMark status={item().status} />
      </span>
      <Show when={item().priority}>
        {(priority) => (
          <span class="oa-fact">
            <PriorityMark priority={priority()} />
          </span>
        )}
      </Show>
      <Show when={organisationOf(agenda, item().owner.organisation)}>
        {(organisation) => (
          <span class="oa-fact">
            <OrganisationMark organisation={organisation()} />
          </span>
        )}
      </Show>
      <Show when={nextDeadline(item(), today())}>
        {(deadline) => (
          <span class="oa-fact">
            <Icon name="calendar" small />
            {format.shortDay(deadline().date)}
          </span>
        )}
      </Show>
    </p>
  )
}
