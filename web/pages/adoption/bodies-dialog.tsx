import { createSignal, For, Show } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import { type Body, bodies, type Capacity, capacities, type PlannedStep } from '../../../shared/adoption.ts'
import { makeId, type OrganisationId, type StepId } from '../../../shared/ids.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogActions } from '../../ui/dialog-actions.tsx'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError, SelectField, TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { whyNot } from '../why-not.ts'
import { useAdoption } from './adoption-state.tsx'

type Row = { id: StepId; body: Body; name: string; capacity: Capacity }
const mostSteps = 12

/** Which bodies of a party do what, in their order. Nothing changes until it is kept. */
export function BodiesDialog(props: { organisation: OrganisationId; onClose: () => void }) {
  const { t } = useLanguage()
  const format = useFormat()
  const state = useAdoption()
  const toast = useToast()
  const announce = useAnnounce()
  // A copy: what is chosen here is not the record until the server has it.
  const [rows, setRows] = createStore<Row[]>(
    (state.settings(props.organisation)?.steps ?? []).map(
      ({ id, body, name = '', capacity }): Row => ({ id, body, name, capacity }),
    ),
  )
  const [ground, setGround] = createSignal('')
  const [nameless, setNameless] = createSignal<StepId>()
  const [groundWrong, setGroundWrong] = createSignal('')
  const [failed, setFailed] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  let form!: HTMLFormElement
  const party = () => state.organisation(props.organisation)?.name ?? ''
  /** The versions on which its bodies stay what they are, the first one first. */
  const begun = () =>
    state
      .versions()
      .map(({ number }) => number)
      .filter((number) => state.parties(number).find((row) => row.organisation === props.organisation)?.begun)
      .reverse()
  const isOnBehalf = () => state.authority(props.organisation) === 'behalf'

  function focus(name: string): void {
    form.querySelector<HTMLElement>(`[name="${name}"]`)?.focus()
  }

  function move(index: number, by: -1 | 1): void {
    const row = rows[index]
    const to = index + by
    if (!row || to < 0 || to >= rows.length) return
    const next = unwrap(rows).filter((_, place) => place !== index)
    setRows(next.toSpliced(to, 0, unwrap(row)))
    announce(t('adoption.bodies.moved', to + 1))
    // Its place in the page is another, and the focus does not go there by itself.
    focus(`${by < 0 ? 'up' : 'down'}-${row.id}`)
  }

  function remove(index: number): void {
    if (rows.length === 1) return void setFailed(t('adoption.bodies.needsOne'))
    setRows(unwrap(rows).filter((_, place) => place !== index))
    announce(t('adoption.bodies.removed'))
    const next = rows[Math.min(index, rows.length - 1)]
    if (next) focus(`remove-${next.id}`)
  }

  function add(): void {
    const id = makeId<StepId>()
    setRows(rows.length, { id, body: 'council', name: '', capacity: 'adopts' })
    announce(t('adoption.bodies.added', rows.length))
    focus(`body-${id}`)
  }

  async function keep(): Promise<void> {
    if (isBusy()) return
    setFailed('')
    const other = rows.find(({ body, name }) => body === 'other' && !name.trim())
    setNameless(other?.id)
    setGroundWrong(!other && isOnBehalf() && !ground().trim() ? t('adoption.wrong.ground-missing') : '')
    if (other) return focus(`name-${other.id}`)
    if (groundWrong()) return focus('ground')
    const steps = rows.map(({ id, body, name, capacity }): PlannedStep => {
      const own = name.trim()
      return { id, body, capacity, ...(own && { name: own }) }
    })
    setBusy(true)
    const change = { steps, ...(isOnBehalf() && { ground: ground().trim() }) }
    const answer = await state.door.setSteps(props.organisation, change)
    setBusy(false)
    if (!answer.ok) return void setFailed(whyNot(answer, t('adoption.notSaved')))
    toast({ text: t('adoption.bodies.done', party()) })
    void state.refresh()
    props.onClose()
  }

  return (
    <Dialog title={t('adoption.bodies.title', party())} onClose={props.onClose}>
      <p>{t('adoption.bodies.explain')}</p>
      <Show when={begun().length > 0}>
        <p class="oa-notice">
          <Icon name="info" />
          <span>{t('adoption.bodies.begun', begun().length, format.list(begun().map(String)))}</span>
        </p>
      </Show>
      <form
        ref={form}
        class="oa-stack"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <ol class="oa-adoption__steps" aria-label={t('adoption.bodies.list')}>
          <For each={rows}>
            {(row, index) => (
              <StepFields
                row={row}
                number={index() + 1}
                isLast={index() === rows.length - 1}
                isNameless={nameless() === row.id}
                onChange={(change) => setRows(index(), change)}
                onMove={(by) => move(index(), by)}
                onRemove={() => remove(index())}
              />
            )}
          </For>
        </ol>
        <Show when={rows.length < mostSteps}>
          <p class="oa-row">
            <button type="button" class="oa-button" onClick={add}>
              <Icon name="plus" />
              {t('adoption.bodies.add')}
            </button>
          </p>
        </Show>
        <Show when={isOnBehalf()}>
          <TextField
            label={t('adoption.form.ground')}
            hint={t('adoption.form.groundHint')}
            name="ground"
            maxlength="300"
            autocomplete="off"
            wrong={groundWrong()}
            value={ground()}
            onInput={(event) => setGround(event.currentTarget.value)}
          />
        </Show>
        <FieldError text={failed()} />
        <DialogActions go={t('adoption.bodies.go')} onCancel={props.onClose} />
      </form>
    </Dialog>
  )
}

function StepFields(props: {
  row: Row
  number: number
  isLast: boolean
  isNameless: boolean
  onChange: (change: Partial<Row>) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}) {
  const { t } = useLanguage()
  const { id } = props.row
  return (
    <li>
      <fieldset class="oa-adoption__step" aria-label={t('adoption.bodies.number', props.number)}>
        <div class="oa-fields">
          <SelectField
            label={t('adoption.bodies.body')}
            name={`body-${id}`}
            onChange={(event) => props.onChange({ body: event.currentTarget.value as Body })}
          >
            <For each={bodies}>
              {(body) => (
                <option value={body} selected={body === props.row.body}>
                  {t(`version.adoption.body.${body}`)}
                </option>
              )}
            </For>
          </SelectField>
          <SelectField
            label={t('adoption.bodies.capacity')}
            onChange={(event) => props.onChange({ capacity: event.currentTarget.value as Capacity })}
          >
            <For each={capacities}>
              {(capacity) => (
                <option value={capacity} selected={capacity === props.row.capacity}>
                  {t(`version.adoption.capacity.${capacity}`)}
                </option>
              )}
            </For>
          </SelectField>
        </div>
        <TextField
          label={t(`adoption.bodies.${props.row.body === 'other' ? 'name' : 'nameOptional'}`)}
          hint={props.row.body === 'other' ? undefined : t('adoption.form.optional')}
          name={`name-${id}`}
          maxlength="200"
          autocomplete="off"
          wrong={props.isNameless ? t('adoption.wrong.name') : undefined}
          value={props.row.name}
          onInput={(event) => props.onChange({ name: event.currentTarget.value })}
        />
        <p class="oa-row">
          <IconButton
            icon="up"
            name={`up-${id}`}
            label={t('adoption.bodies.up', props.number)}
            isOff={props.number === 1}
            onPress={() => props.onMove(-1)}
          />
          <IconButton
            icon="down"
            name={`down-${id}`}
            label={t('adoption.bodies.down', props.number)}
            isOff={props.isLast}
            onPress={() => props.onMove(1)}
          />
          <IconButton
            icon="trash"
            name={`remove-${id}`}
            label={t('adoption.bodies.remove', props.number)}
            isOff={false}
            onPress={() => props.onRemove()}
          />
        </p>
      </fieldset>
    </li>
  )
}

/** Never `disabled`: who moved a step to the end keeps the focus on its button. */
function IconButton(props: {
  icon: 'up' | 'down' | 'trash'
  name: string
  label: string
  isOff: boolean
  onPress: () => void
}) {
  return (
    <button
      type="button"
      class="oa-button oa-button--quiet oa-button--icon"
      name={props.name}
      aria-label={props.label}
      aria-disabled={props.isOff}
      onClick={() => props.onPress()}
    >
      <Icon name={props.icon} />
    </button>
  )
}
