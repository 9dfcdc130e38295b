import { type Accessor, createContext, createMemo, onCleanup, onMount, type ParentProps, useContext } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { Step } from '../../../shared/adoption.ts'
import type { Member, Organisation } from '../../../shared/agenda.ts'
import type { Agenda } from '../../../shared/api.ts'
import type { OrganisationId, PersonId } from '../../../shared/ids.ts'
import { holdersOf, holdsMandate } from '../../../shared/mandates.ts'
import { may } from '../../../shared/rights.ts'
import type { Adoption, AdoptionSetting, VersionSummary } from '../../../shared/version/api.ts'
import type { AgendaAdoption } from '../../live/adoption.ts'
import { listenToRoom } from '../../live/room-events.ts'
import { today } from '../../ui/today.ts'

export type Known = { agenda: Agenda; versions: VersionSummary[]; adoption: Adoption; door: AgendaAdoption }
export type PartyRow = Adoption['versions'][number]['parties'][number]

type State = {
  agenda: Agenda
  door: AgendaAdoption
  /** The last one first. */
  versions: Accessor<VersionSummary[]>
  parties: (version: number) => PartyRow[]
  /** The steps that a party has on versions on which it recorded nothing yet. */
  settings: (organisation: OrganisationId) => AdoptionSetting | undefined
  organisation: (id: OrganisationId) => Organisation | undefined
  nameOf: (person: PersonId) => string | undefined
  /** On what I may record for a party: its mandate, or on its behalf; undefined when I may not. */
  authority: (organisation: OrganisationId) => 'mandate' | 'behalf' | undefined
  /** Who speaks for a party today. */
  holders: (organisation: OrganisationId) => Member[]
  mayRemind: Accessor<boolean>
  refresh: () => Promise<void>
}

const AdoptionContext = createContext<State>()
/** Who has no live connection sees what others filled in after so long, or on return to the window. In ms. */
const refreshEvery = 60_000

/** How far the parties are, asked again when the room tells of a change, on return to this window, and now and then. */
export function AdoptionProvider(props: ParentProps<{ known: Known }>) {
  const { door } = props.known
  const [known, setKnown] = createStore<Omit<Known, 'door'>>(
    structuredClone({
      agenda: props.known.agenda,
      versions: props.known.versions,
      adoption: props.known.adoption,
    }),
  )
  let isGone = false
  let asking: Promise<void> | undefined
  let askAgain = false

  /** Asked for while asking, it asks once more: something may lie in between. */
  function refresh(): Promise<void> {
    if (asking) askAgain = true
    asking ??= ask().finally(() => {
      asking = undefined
      if (!askAgain || isGone) return
      askAgain = false
      void refresh()
    })
    return asking
  }

  async function ask(): Promise<void> {
    const [agenda, versions, adoption] = await Promise.all([door.agenda(), door.versions(), door.adoption()])
    if (isGone) return
    // No longer on this agenda: the page says so when it loads anew. Without a connection what is shown stays.
    if (!agenda.ok && agenda.reason === 'problem' && [401, 403, 404].includes(agenda.problem.status))
      return location.reload()
    if (agenda.ok) setKnown('agenda', reconcile(agenda.value))
    if (versions.ok) setKnown('versions', reconcile(versions.value.versions, { key: 'number' }))
    if (adoption.ok) setKnown('adoption', reconcile(adoption.value, { key: 'id' }))
  }

  const onReturn = () => {
    if (!document.hidden) void refresh()
  }
  onMount(() => {
    const timer = setInterval(onReturn, refreshEvery)
    document.addEventListener('visibilitychange', onReturn)
    window.addEventListener('focus', onReturn)
    const origin = location.origin.replace(/^http/, 'ws')
    // Readers have no live connection: they see no drafts.
    const stop = may(known.agenda.role, 'read-draft')
      ? listenToRoom(origin, known.agenda.id, {
          connected: () => void refresh(),
          event: ({ kind }) => {
            if (kind === 'adoption' || kind === 'version' || kind === 'people') void refresh()
          },
        })
      : undefined
    onCleanup(() => {
      isGone = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onReturn)
      window.removeEventListener('focus', onReturn)
      stop?.()
    })
  })

  const byId = createMemo(() => new Map(known.agenda.organisations.map((party) => [party.id, party])))
  const everyone = createMemo(
    () => new Map([...known.agenda.former, ...known.agenda.members].map((member) => [member.person, member])),
  )
  return (
    <AdoptionContext.Provider
      value={{
        agenda: known.agenda,
        door,
        versions: () => known.versions,
        parties: (version) => known.adoption.versions.find((row) => row.version === version)?.parties ?? [],
        settings: (organisation) => known.adoption.settings.find((row) => row.organisation === organisation),
        organisation: (id) => byId().get(id),
        nameOf: (person) => everyone().get(person)?.name,
        authority: (organisation) => {
          const { me, members } = known.agenda
          if (holdsMandate(members, me.person, organisation, today())) return 'mandate'
          return may(known.agenda.role, 'follow-adoption') ? 'behalf' : undefined
        },
        holders: (organisation) => {
          const holding = new Set(holdersOf(known.agenda.members, organisation, today()))
          return known.agenda.members.filter(({ person }) => holding.has(person))
        },
        mayRemind: () => may(known.agenda.role, 'follow-adoption'),
        refresh,
      }}
    >
      {props.children}
    </AdoptionContext.Provider>
  )
}

/** The steps that are open without a day by which they are asked, of parties for which I may record. */
export function stepsWithoutDue(
  { parties, authority }: Pick<State, 'parties' | 'authority'>,
  version: number,
): { organisation: OrganisationId; step: Step }[] {
  return parties(version)
    .filter(({ organisation }) => authority(organisation) !== undefined)
    .flatMap(({ organisation, steps }) =>
      steps
        .filter(({ state: { outcome, due } }) => outcome === 'pending' && due === undefined)
        .map((step) => ({ organisation, step })),
    )
}

export function useAdoption(): State {
  const value = useContext(AdoptionContext)
  if (!value) throw new Error('useAdoption outside an AdoptionProvider')
  return value
}
