import { type Flatten, flatten, resolveTemplate, type Translator, translator } from '@solid-primitives/i18n'
import { type Accessor, createContext, createResource, createSignal, type ParentProps, useContext } from 'solid-js'
import { board } from '../../shared/messages/nl/board.ts'
import { live } from '../../shared/messages/nl/live.ts'
import { words } from '../../shared/messages/nl/words.ts'
import type { Messages } from '../../shared/messages/nl.ts'

export type Language = 'nl' | 'en'
type Flat = Flatten<Messages>
type LanguageContextValue = {
  /** A text of the interface, by its path in shared/messages; what a text wants filled in is given by name. */
  t: Translator<Flat>
  language: Accessor<Language>
  setLanguage: (language: Language) => void
}

const LanguageContext = createContext<LanguageContextValue>()
/** The texts of a lazy page come with that page, which adds them: what is not shown has no text to miss. */
const [dutch, setDutch] = createSignal(flatten({ words, board, live }) as Flat)

/** Adds the Dutch texts of a page that is not in the first load. */
export function addDutchTexts(texts: { [Area in keyof Messages]?: Partial<Messages[Area]> }): void {
  // What is given has the shape of the whole, so its flat texts are some of the whole's.
  setDutch((known) => ({ ...known, ...(flatten(texts as Messages) as Partial<Flat>) }))
}

/** Dutch is in the first load; English is fetched when it is chosen. */
export function LanguageProvider(props: ParentProps) {
  const [language, choose] = createSignal<Language>(localStorage.getItem('language') === 'en' ? 'en' : 'nl')
  const [english] = createResource(
    () => language() === 'en',
    async (): Promise<Flat | undefined> => flatten((await import('../../shared/messages/en.ts')).en),
    // Until the English texts are there the Dutch ones stand: a resource without a value would hide the page.
    { initialValue: undefined },
  )
  const t = translator(() => (language() === 'en' && english.latest) || dutch(), resolveTemplate)
  const setLanguage = (chosen: Language) => {
    localStorage.setItem('language', chosen)
    document.documentElement.lang = chosen
    choose(chosen)
  }
  document.documentElement.lang = language()
  return <LanguageContext.Provider value={{ t, language, setLanguage }}>{props.children}</LanguageContext.Provider>
}

export function useLanguage(): LanguageContextValue {
  const value = useContext(LanguageContext)
  if (!value) throw new Error('useLanguage outside a LanguageProvider')
  return value
}
