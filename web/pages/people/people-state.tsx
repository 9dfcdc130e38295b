import {
  type Accessor,
  createContext,
  createMemo,
  createSignal,
  onCleanup,
  type ParentProps,
  useContext,
} from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { Member, Organisation } from '../../../shared/agenda.ts'
import type { Agenda } from '../../../shared/api.ts'
import type { OrganisationId, PersonId } from '../../../shared/ids.ts'
import type { People } from '../../../shared/people.ts'
import { may } from '../../../shared/rights.ts'
import type { Answer } from '../../live/api.ts'
import type { AgendaPeople } from '../../live/people.ts'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { whyNot } from '../why-not.ts'

type State = {
  agenda: Agenda
  people: People
  door: AgendaPeople
  mayManage: Accessor<boolean>
  /** By the alphabet. */
  organisations: Accessor<Organisation[]>
  organisation: (id: OrganisationId) => Organisation | undefined
  member: (id: PersonId) => Member | undefined
  email: (id: PersonId) => string | undefined
  /** Does it, says so, and shows the list as it is then. Gives what went wrong, or nothing. */
  act: (command: Promise<Answer<unknown>>, done: string) => Promise<string>
}

const PeopleContext = createContext<State>()
const refreshEveryMs = 30_000

/** Who is on this agenda, asked again after every command, on return to this window, and now and then. */
export function PeopleProvider(props: ParentProps<{ agenda: Agenda; people: People | undefined; door: AgendaPeople }>) {
  const { t } = useLanguage()
  const format = useFormat()
  const toast = useToast()
  const [agenda, setAgenda] = createStore<Agenda>(structuredClone(props.agenda))
  const [people, setPeople] = createStore<People>(
    structuredClone(props.people ?? { contacts: [], invitations: [], links: [] }),
  )
  const [isGone, setGone] = createSignal(false)
  const mayManage = () => may(agenda.role, 'manage-people')

  async function refresh(): Promise<void> {
    if (isGone()) return
    const answer = await props.door.agenda()
    if (!answer.ok) {
      // No longer on this agenda: the page says so when it loads anew. Without a connection what is shown stays.
      if (answer.reason === 'problem' && [401, 403, 404].includes(answer.problem.status)) location.reload()
      return
    }
    const known = may(answer.value.role, 'manage-people') ? await props.door.people() : undefined
    if (isGone()) return
    setAgenda(reconcile(answer.value))
    if (known?.ok) setPeople(reconcile(known.value, { key: 'id' }))
  }

  const onReturn = () => {
    if (!document.hidden) void refresh()
  }
  const timer = setInterval(onReturn, refreshEveryMs)
  document.addEventListener('visibilitychange', onReturn)
  onCleanup(() => {
    setGone(true)
    clearInterval(timer)
    document.removeEventListener('visibilitychange', onReturn)
  })

  async function act(command: Promise<Answer<unknown>>, done: string): Promise<string> {
    const answer = await command
    if (!answer.ok) return t('people.failed', whyNot(answer, t('people.unreachable')))
    await refresh()
    toast({ text: done })
    return ''
  }

  const organisations = createMemo(() => [...agenda.organisations].sort((a, b) => format.compare(a.name, b.name)))
  const byId = createMemo(() => new Map(agenda.organisations.map((party) => [party.id, party])))
  const everyone = createMemo(
    () => new Map([...agenda.former, ...agenda.members].map((member) => [member.person, member])),
  )
  const emails = createMemo(() => new Map(people.contacts.map(({ person, email }) => [person, email])))

  return (
    <PeopleContext.Provider
      value={{
        agenda,
        people,
        door: props.door,
        mayManage,
        organisations,
        organisation: (id) => byId().get(id),
        member: (id) => everyone().get(id),
        email: (id) => emails().get(id),
        act,
      }}
    >
      {props.children}
    </PeopleContext.Provider>
  )
}

export function usePeople(): State {
  const value = useContext(PeopleContext)
  if (!value) throw new Error('usePeople outside a PeopleProvider')
  return value
}
