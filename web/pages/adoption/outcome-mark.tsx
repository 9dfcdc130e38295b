import type { PartyOutcome, Step } from '../../../shared/adoption.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { useLanguage } from '../../ui/language.tsx'

type Tone = 'positive' | 'caution' | 'plain'

/** Objection is no error: what was declined or withdrawn has a sign and a word, and no red. */
const partySigns: Record<PartyOutcome, { icon: IconName; tone: Tone }> = {
  pending: { icon: 'undecided', tone: 'plain' },
  adopted: { icon: 'check', tone: 'positive' },
  'adopted-with-reservation': { icon: 'provided', tone: 'caution' },
  declined: { icon: 'disagree', tone: 'plain' },
  withdrawn: { icon: 'undo', tone: 'plain' },
}

/** What all bodies of a party together decided. */
export function PartyMark(props: { outcome: PartyOutcome }) {
  const { t } = useLanguage()
  const sign = () => partySigns[props.outcome]
  return <Mark icon={sign().icon} tone={sign().tone} word={t(`adoption.party.${props.outcome}`)} />
}

const stepSigns: Record<Step['state']['outcome'], { icon: IconName; tone: Tone }> = {
  pending: partySigns.pending,
  done: partySigns.adopted,
  'done-with-reservation': partySigns['adopted-with-reservation'],
  declined: partySigns.declined,
  withdrawn: partySigns.withdrawn,
}

/** How one step stands, in the word that fits what the body does. */
export function StepMark(props: { step: Step }) {
  const { t } = useLanguage()
  const sign = () => stepSigns[props.step.state.outcome]
  const word = () => {
    const { state, capacity } = props.step
    switch (state.outcome) {
      case 'pending':
        if (state.submitted) return t('adoption.outcome.pendingSubmitted')
        return state.prepared ? t('adoption.outcome.pendingPrepared') : t('adoption.outcome.pending')
      case 'done':
        return t(`adoption.outcome.${capacity}`)
      case 'done-with-reservation':
        return t('adoption.outcome.withReservation', t(`adoption.outcome.${capacity}`))
      default:
        return t(`adoption.outcome.${state.outcome}`)
    }
  }
  return <Mark icon={sign().icon} tone={sign().tone} word={word()} />
}

function Mark(props: { icon: IconName; tone: Tone; word: string }) {
  return (
    <span
      class="oa-badge oa-badge--wrap"
      classList={{
        'oa-badge--positive': props.tone === 'positive',
        'oa-badge--caution': props.tone === 'caution',
      }}
    >
      <Icon name={props.icon} />
      {props.word}
    </span>
  )
}
