import { describe } from 'vitest'
import { calendarContract } from '../contract/calendar.ts'
import { removeFolder, startTestServer } from '../kit/server.ts'

describe('on Node: calendars', () =>
  calendarContract(async () => {
    const server = await startTestServer()
    return {
      ...server,
      async stop() {
        await server.stop()
        await removeFolder(server.folder)
      },
    }
  }))
