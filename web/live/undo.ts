import { batch, createSignal } from 'solid-js'
import * as Y from 'yjs'
import { agendaMap, itemsMap, origins, themesMap } from '../../shared/document/layout.ts'
import type { Undo } from './open-agenda.ts'

type StackItem = Y.UndoManager['undoStack'][number]
/** One step back or forward: a burst of edits that Yjs can take back, or the making of something, which is flagged. */
type Step = { kind: 'edits'; item: StackItem } | { kind: 'made'; undo: () => void; redo: () => void }

/** Undo and redo of what this window did. The editor adds its own origin with `manager.addTrackedOrigin`. */
export function createUndo(doc: Y.Doc): Undo & { close: () => void } {
  const manager = new Y.UndoManager([itemsMap(doc), themesMap(doc), agendaMap(doc)], {
    trackedOrigins: new Set([origins.edit]),
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
    deleteFilter: mayDelete,
  })
  // y-prosemirror's undo plugin destroys the manager it was given whenever an editor closes; ours outlives editors.
  const destroyManager = manager.destroy
  manager.destroy = () => {}

  const undoSteps: Step[] = []
  const redoSteps: Step[] = []
  const [canUndo, setCanUndo] = createSignal(false)
  const [canRedo, setCanRedo] = createSignal(false)
  const tell = () =>
    batch(() => {
      setCanUndo(undoSteps.length > 0)
      setCanRedo(redoSteps.length > 0)
    })

  manager.on('stack-item-added', ({ stackItem, type }) => {
    const steps = type === 'undo' ? undoSteps : redoSteps
    steps.push({ kind: 'edits', item: stackItem })
    if (type === 'undo' && !manager.redoing) redoSteps.length = 0
    tell()
  })
  manager.on('stack-item-popped', ({ stackItem }) => {
    for (const steps of [undoSteps, redoSteps]) {
      const index = steps.findIndex((step) => step.kind === 'edits' && step.item === stackItem)
      if (index >= 0) steps.splice(index, 1)
    }
    tell()
  })

  /** Takes steps from one stack until one has an effect: what a colleague has since changed further has none. */
  function step(direction: 'undo' | 'redo'): void {
    const from = direction === 'undo' ? undoSteps : redoSteps
    const to = direction === 'undo' ? redoSteps : undoSteps
    manager.stopCapturing()
    for (let taken = from.pop(); taken; taken = from.pop()) {
      if (taken.kind === 'made') {
        const { [direction]: run } = taken
        doc.transact(run, stepOrigin)
        to.push(taken)
        break
      }
      if (takeBack(manager, direction, taken.item)) break
    }
    tell()
  }

  return {
    canUndo,
    canRedo,
    undo: () => step('undo'),
    redo: () => step('redo'),
    made: (undo, redo) => {
      manager.stopCapturing()
      manager.clear(false, true)
      redoSteps.length = 0
      undoSteps.push({ kind: 'made', undo, redo })
      tell()
    },
    boundary: () => manager.stopCapturing(),
    manager,
    close: () => destroyManager(),
  }
}

/** Yjs's manager tracks by origin: what a step itself writes must not become a step. */
const stepOrigin = Symbol('step')

/**
 * Takes back exactly this step. Yjs would go on to the next one when it has no effect, past something that was made in
 * between, so it gets to see this one alone.
 */
function takeBack(manager: Y.UndoManager, direction: 'undo' | 'redo', item: StackItem): boolean {
  const stack = direction === 'undo' ? 'undoStack' : 'redoStack'
  const others = manager[stack].filter((other) => other !== item)
  manager[stack] = [item]
  try {
    return manager[direction]() !== null
  } finally {
    manager[stack] = [...others, ...manager[stack]]
  }
}

/**
 * Asked before undo deletes something. Entries of maps are never deleted in our documents (rule D3): a value that was
 * not there before is emptied instead, and a map or text that was made stays. A paragraph that others wrote in stays too.
 */
function mayDelete(item: Y.Item): boolean {
  const { content, parent, parentSub } = item
  if (parentSub !== null && parent instanceof Y.Map) {
    if (content instanceof Y.ContentType) return false
    // Still there when asked: nothing older came back in its place.
    if (parent._map.get(parentSub) === item) parent.set(parentSub, parent.get(parentSub) === true ? false : null)
    return true
  }
  if (content instanceof Y.ContentType) {
    const { type } = content
    const isProtected = type instanceof Y.Text || (type instanceof Y.XmlElement && type.nodeName === 'paragraph')
    return !isProtected || type._length === 0
  }
  return true
}
