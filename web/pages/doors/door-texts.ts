import { doors } from '../../../shared/messages/nl/doors.ts'
import { addDutchTexts } from '../../ui/language.tsx'

// These pages are not in the first load, and neither are their texts.
addDutchTexts({ doors })
