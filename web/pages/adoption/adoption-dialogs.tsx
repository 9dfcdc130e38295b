import { createContext, createSignal, Match, type ParentProps, Switch, useContext } from 'solid-js'
import type { Step } from '../../../shared/adoption.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import type { StepPlace } from '../../live/adoption.ts'
import { useAdoption } from './adoption-state.tsx'
import { BodiesDialog } from './bodies-dialog.tsx'
import { DuesDialog } from './dues-dialog.tsx'
import { ReminderDialog } from './reminder-dialog.tsx'
import { StepDialog } from './step-dialog.tsx'

type Open =
  | ({ kind: 'step' | 'reminder' } & StepPlace)
  | { kind: 'bodies'; organisation: OrganisationId }
  | { kind: 'dues'; version: number }

const DialogsContext = createContext<(dialog: Open) => void>()

/** The dialogs of this page stand beside its tables: what others do to a row does not touch what is typed here. */
export function AdoptionDialogs(props: ParentProps) {
  const state = useAdoption()
  const [open, setOpen] = createSignal<Open>()
  const close = () => setOpen(undefined)
  /** The step that is meant, as it stands now, with where it stands. */
  const about = (kind: 'step' | 'reminder'): (StepPlace & { about: Step }) | undefined => {
    const now = open()
    if (now?.kind !== 'step' && now?.kind !== 'reminder') return undefined
    if (now.kind !== kind) return undefined
    const party = state.parties(now.version).find(({ organisation }) => organisation === now.organisation)
    const step = party?.steps.find(({ id }) => id === now.step)
    return step && { ...now, about: step }
  }
  const ofBodies = () => {
    const now = open()
    return now?.kind === 'bodies' ? now.organisation : undefined
  }
  const ofDues = () => {
    const now = open()
    return now?.kind === 'dues' ? now.version : undefined
  }
  return (
    <DialogsContext.Provider value={setOpen}>
      {props.children}
      <Switch>
        <Match when={about('step')}>
          {(it) => (
            <StepDialog step={it().about} organisation={it().organisation} version={it().version} onClose={close} />
          )}
        </Match>
        <Match when={about('reminder')}>
          {(it) => (
            <ReminderDialog step={it().about} organisation={it().organisation} version={it().version} onClose={close} />
          )}
        </Match>
        <Match when={ofBodies()}>{(party) => <BodiesDialog organisation={party()} onClose={close} />}</Match>
        <Match when={ofDues()}>{(version) => <DuesDialog version={version()} onClose={close} />}</Match>
      </Switch>
    </DialogsContext.Provider>
  )
}

/** Opens one of them. */
export function useAdoptionDialogs(): (dialog: Open) => void {
  const value = useContext(DialogsContext)
  if (!value) throw new Error('useAdoptionDialogs outside AdoptionDialogs')
  return value
}
