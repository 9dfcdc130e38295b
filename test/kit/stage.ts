import type { Browser } from 'playwright'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { arrive, launchBrowser, type Person } from './browser.ts'
import { removeFolder, startTestServer, type TestServer } from './server.ts'

export type Stage = {
  server: TestServer
  browser: Browser
  /** Somebody at a browser of their own, until the end of the test. */
  come: (name: string | RegExp) => Promise<Person>
}

/** A server, a browser and people in it, for the tests of one file. What a page complains of fails its test. */
export function useStage(start: () => Promise<TestServer> = startTestServer): Stage {
  const people: Person[] = []
  const stage = {
    async come(name: string | RegExp) {
      const person = await arrive(stage.browser, stage.server.url, name)
      people.push(person)
      return person
    },
    // Both are there before the first test begins.
  } as Stage

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
