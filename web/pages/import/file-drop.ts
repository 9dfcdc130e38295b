import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'

/**
 * The whole page takes a file that is dropped: beside a field a browser would leave the page and open it. Tells whether one
 * hovers over it.
 */
export function createFileDrop(take: (file: File) => void): Accessor<boolean> {
  const [isOver, setOver] = createSignal(false)
  const ifFile = (run: (event: DragEvent) => void) => (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    run(event)
  }
  onMount(() => {
    const leaving = new AbortController()
    const listen = (name: 'dragover' | 'dragleave' | 'drop', hear: (event: DragEvent) => void) =>
      document.addEventListener(name, ifFile(hear), leaving)
    listen('dragover', () => setOver(true))
    listen('dragleave', () => setOver(false))
    listen('drop', ({ dataTransfer }) => {
      setOver(false)
      const file = dataTransfer?.files[0]
      if (file) take(file)
    })
    onCleanup(() => leaving.abort())
  })
  return isOver
}
