// The product's Worker, whose objects say aloud whenever the platform runs any of their code, and count the rows they read
// and write. Plain JavaScript: tests know the types of Node and of browsers, not those of Workers.
import worker, { DirectoryObject as ProductDirectory, AgendaRoom as ProductRoom } from '../../server/worker.ts'

const totals = { 'rows read': 0, 'rows written': 0, room: 0, directory: 0 }

export default {
  async fetch(request, environment, context) {
    if (new URL(request.url).pathname === '/api/totals') return Response.json(totals)
    return await worker.fetch(request, environment, context)
  },
}

/** Wraps every entry of an object; a cursor knows its rows when it was read, which is at the end of the entry. */
function watched(Product, name, entries) {
  const cursors = new WeakMap()
  const begin = (object, entry) => {
    totals[name] += 1
    console.log(`${name} runs: ${entry}`)
    return object
  }
  const settle = (context) => {
    for (const cursor of cursors.get(context)?.splice(0) ?? []) {
      totals['rows read'] += cursor.rowsRead
      totals['rows written'] += cursor.rowsWritten
    }
  }
  class Watched extends Product {
    constructor(context, environment) {
      begin(context, 'constructor')
      // A wake is no request of its own: what caused it is.
      totals[name] -= 1
      const list = []
      cursors.set(context, list)
      const { sql } = context.storage
      const exec = sql.exec.bind(sql)
      sql.exec = (...given) => {
        const cursor = exec(...given)
        list.push(cursor)
        return cursor
      }
      super(context, environment)
      settle(context)
    }
  }
  for (const entry of entries(Product)) {
    Watched.prototype[entry] = function (...given) {
      begin(this, entry)
      const result = Product.prototype[entry].apply(this, given)
      if (!(result instanceof Promise)) {
        settle(this.ctx)
        return result
      }
      return result.finally(() => settle(this.ctx))
    }
  }
  return Watched
}

export const AgendaRoom = watched(ProductRoom, 'room', () => [
  'fetch',
  'alarm',
  'found',
  'foundDemo',
  'tellDirectory',
  'webSocketMessage',
  'webSocketClose',
  'webSocketError',
])

export const DirectoryObject = watched(ProductDirectory, 'directory', ({ prototype }) =>
  Object.getOwnPropertyNames(prototype).filter((entry) => entry !== 'constructor'),
)
