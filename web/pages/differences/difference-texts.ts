import { difference } from '../../../shared/messages/nl/difference.ts'
import { addDutchTexts } from '../../ui/language.tsx'

// Not in the first load.
addDutchTexts({ difference })
