import { describe } from 'vitest'
import { calendarContract } from '../contract/calendar.ts'
import { startNodeRuntime } from '../kit/server.ts'

describe('on Node: calendars', () => calendarContract(startNodeRuntime))
