import type { Browser } from 'playwright'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { arrive, launchBrowser, type Person } from './browser.ts'
import { removeFolder, startTestServer, type TestServer } from './server.ts'

export type Stage<Server> = {
  server: Server
  browser: Browser
  /** Somebody at a browser of their own, until the end of the test. */
  come: (name: string | RegExp) => Promise<Person>
}

/** What a browser meets, and what must be tidied up afterwards. */
type StageServer = Pick<TestServer, 'url' | 'folder'> & { stop: () => Promise<unknown> }

/** A server, a browser and people in it, for the tests of one file. What a page complains of fails its test. */
export function useStage(): Stage<TestServer>
export function useStage<Server extends StageServer>(start: () => Promise<Server>): Stage<Server>
export function useStage(start: () => Promise<StageServer> = startTestServer): Stage<StageServer> {
  const people: Person[] = []
  const stage = {
    async come(name: string | RegExp) {
      const person = await arrive(stage.browser, stage.server.url, name)
      people.push(person)
      return person
    },
    // Both are there before the first test begins.
  } as Stage<StageServer>

  beforeAll(async () => {
    stage.server = await start()
    stage.browser = await launchBrowser()
  })

  afterEach(async () => {
    for (const { context, complaints } of people.splice(0)) {
      expect(complaints).toEqual([])
      await context.close()
    }
  })

  afterAll(async () => {
    await stage.browser.close()
    await stage.server.stop()
    await removeFolder(stage.server.folder)
  })

  return stage
}
