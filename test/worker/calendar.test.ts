import { describe } from 'vitest'
import { calendarContract } from '../contract/calendar.ts'
import { startTestWorker } from '../kit/worker.ts'

describe('on workerd: calendars', () => calendarContract(startTestWorker))
