import { type Accessor, createContext, type ParentProps, useContext } from 'solid-js'
import { makeSession, type Session, type WhoAmI } from '../live/session.ts'
import { createAsked } from './asked.ts'

/** `who` is undefined until the server, or else this device, has said who uses this window. */
type SessionContextValue = { session: Session; who: Accessor<WhoAmI | undefined> }

const SessionContext = createContext<SessionContextValue>()

/** Who uses this window, asked once: signing in and out load the page anew, so that nothing of one person stays behind. */
export function SessionProvider(props: ParentProps) {
  const session = makeSession()
  const who = createAsked(() => session.whoAmI())
  return <SessionContext.Provider value={{ session, who }}>{props.children}</SessionContext.Provider>
}

export function useSession(): SessionContextValue {
  const value = useContext(SessionContext)
  if (!value) throw new Error('useSession outside a SessionProvider')
  return value
}
