import { createSignal, For } from 'solid-js'
import type { Organisation } from '../../../shared/agenda.ts'
import { type Day, isDay } from '../../../shared/date.ts'
import { type CommentLinkId, makeId, type OrganisationId } from '../../../shared/ids.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogActions } from '../../ui/dialog-actions.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError, SelectField, TextField } from '../../ui/text-field.tsx'
import { today } from '../../ui/today.ts'
import { usePeople } from './people-state.tsx'

const usualDays = 42
const usualPlaces = 50
const mostPlaces = 1000

/** A new comment link: for whom, until when, for how many people. */
export function CommentLinkDialog(props: { organisations: Organisation[]; onClose: () => void }) {
  const { t } = useLanguage()
  const state = usePeople()
  const id = makeId<CommentLinkId>()
  const [wrong, setWrong] = createSignal<{ until?: string; places?: string }>({})
  const [failed, setFailed] = createSignal('')
  const make = async (filled: FormData) => {
    const organisation = String(filled.get('organisation')) as OrganisationId
    const until = String(filled.get('until'))
    const places = Number(filled.get('places'))
    const mistakes = {
      ...((!isDay(until) || until < today()) && { until: t('people.links.untilWrong') }),
      ...(!(Number.isInteger(places) && places >= 1 && places <= mostPlaces) && {
        places: t('people.links.placesWrong'),
      }),
    }
    setWrong(mistakes)
    if (!isDay(until) || Object.keys(mistakes).length > 0) return
    const command = state.door.addCommentLink({ id, organisation, until, places })
    const why = await state.act(command, t('people.links.made', state.organisation(organisation)?.name ?? ''))
    setFailed(why)
    if (!why) props.onClose()
  }
  return (
    <Dialog title={t('people.links.add')} onClose={props.onClose}>
      <form
        class="oa-stack"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          void make(new FormData(event.currentTarget))
        }}
      >
        <SelectField label={t('people.links.organisation')} name="organisation" autofocus>
          <For each={props.organisations}>{({ id, name }) => <option value={id}>{name}</option>}</For>
        </SelectField>
        <div class="oa-fields">
          <TextField
            label={t('people.links.until')}
            wrong={wrong().until}
            name="until"
            type="date"
            value={daysFromToday(usualDays)}
          />
          <TextField
            label={t('people.links.places')}
            wrong={wrong().places}
            name="places"
            type="number"
            min="1"
            max={mostPlaces}
            value={usualPlaces}
          />
        </div>
        <FieldError text={failed()} />
        <DialogActions go={t('people.links.go')} onCancel={props.onClose} />
      </form>
    </Dialog>
  )
}

function daysFromToday(days: number): Day {
  const then = new Date(today())
  then.setUTCDate(then.getUTCDate() + days)
  // An ISO moment begins with its day.
  return then.toISOString().slice(0, 10) as Day
}
