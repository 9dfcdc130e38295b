import { DurableObject } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/durable-sqlite'
import { storageRules } from '../../contract/storage/rules.ts'

type Environment = { STORAGE: DurableObjectNamespace<StorageObject> }

/** Runs one rule of the storage contract inside a real Durable Object, over the object's own SQLite. */
export class StorageObject extends DurableObject<Environment> {
  see(rule: string): string {
    const found = storageRules.find(({ name }) => name === rule)
    if (!found) throw new Error(`There is no rule "${rule}"`)
    return JSON.stringify(found.see(() => drizzle(this.ctx.storage, { casing: 'snake_case' })))
  }
}

export default {
  /** The body names the rule; every rule has an object of its own. */
  async fetch(request, { STORAGE }) {
    const rule = await request.text()
    try {
      return new Response(await STORAGE.get(STORAGE.idFromName(rule)).see(rule))
    } catch (error) {
      return new Response(error instanceof Error ? error.stack : String(error), { status: 500 })
    }
  },
} satisfies ExportedHandler<Environment>
