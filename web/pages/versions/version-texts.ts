import { doors } from '../../../shared/messages/nl/doors.ts'
import { item } from '../../../shared/messages/nl/item.ts'
import { version } from '../../../shared/messages/nl/version.ts'
import { addDutchTexts } from '../../ui/language.tsx'

// These pages are not in the first load, and neither are their texts.
addDutchTexts({ doors, item, version })
