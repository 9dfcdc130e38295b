import { createEffect, createSignal, For, on, Show } from 'solid-js'
import type { Step } from '../../../shared/adoption.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import type { StepHistory } from '../../../shared/version/api.ts'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError } from '../../ui/text-field.tsx'
import { whyNot } from '../why-not.ts'
import { useAdoption } from './adoption-state.tsx'
import { DecisionFacts } from './decision-facts.tsx'
import { StepMark } from './outcome-mark.tsx'
import { useStepWords } from './step-words.ts'

/** How a step stood before, the last first; asked for when somebody looks. */
export function EarlierStates(props: { step: Step; organisation: OrganisationId; version: number }) {
  const { t } = useLanguage()
  const format = useFormat()
  const state = useAdoption()
  const words = useStepWords()
  const [isOpen, setOpen] = createSignal(false)
  const [states, setStates] = createSignal<StepHistory['states']>([])
  const [failed, setFailed] = createSignal('')
  const party = () => state.organisation(props.organisation)?.name ?? ''

  async function ask(): Promise<void> {
    const { version, organisation, step } = props
    const answer = await state.door.history({ version, organisation, step: step.id })
    setFailed(answer.ok ? '' : whyNot(answer, t('adoption.unreachable')))
    // The last one is how it stands.
    if (answer.ok) setStates(answer.value.states.slice(1))
  }

  // What is looked at follows when it is recorded once more.
  createEffect(
    on([isOpen, () => props.step.id, () => props.step.recorded?.at], ([isLooking]) => {
      if (isLooking) void ask()
    }),
  )

  return (
    <Show when={props.step.earlier}>
      {(count) => (
        <details class="oa-adoption__before" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>
            {t('adoption.table.earlier', count())}
            <span class="oa-visually-hidden"> ({t('adoption.table.earlierOf', party(), words.body(props.step))})</span>
          </summary>
          <FieldError text={failed()} />
          <ol class="oa-adoption__earlier" reversed>
            <For each={states()}>
              {(earlier) => {
                const then = (): Step => {
                  const { id, body, name, capacity } = props.step
                  return { id, body, name, capacity, ...earlier }
                }
                return (
                  <li class="oa-stack oa-stack--tight oa-stack--start">
                    <StepMark step={then()} />
                    <Show when={earlier.state.due}>
                      {(day) => <span>{t('adoption.table.dueOn', format.day(day()))}</span>}
                    </Show>
                    <DecisionFacts step={then()} />
                  </li>
                )
              }}
            </For>
          </ol>
        </details>
      )}
    </Show>
  )
}
