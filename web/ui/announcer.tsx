import { createContext, createSignal, type ParentProps, useContext } from 'solid-js'

type Announce = (sentence: string) => void
const AnnouncerContext = createContext<Announce>()

/** The one polite live region: what moved or was done is said here, after what the screen reader was saying. */
export function Announcer(props: ParentProps) {
  const [sentence, setSentence] = createSignal('')
  // The same sentence twice would change nothing in the page and so be said once: an invisible space makes it another.
  const announce: Announce = (next) => setSentence((last) => (last === next ? `${next}\u00a0` : next))
  return (
    <AnnouncerContext.Provider value={announce}>
      {props.children}
      <div class="oa-visually-hidden" role="log" aria-live="polite" data-announcer>
        {sentence()}
      </div>
    </AnnouncerContext.Provider>
  )
}

export function useAnnounce(): Announce {
  const announce = useContext(AnnouncerContext)
  if (!announce) throw new Error('useAnnounce outside an Announcer')
  return announce
}
