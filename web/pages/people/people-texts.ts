import { doors } from '../../../shared/messages/nl/doors.ts'
import { people } from '../../../shared/messages/nl/people.ts'
import { addDutchTexts } from '../../ui/language.tsx'

// This page is not in the first load, and neither are its texts.
addDutchTexts({ doors, people })
