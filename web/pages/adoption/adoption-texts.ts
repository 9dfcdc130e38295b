import { adoption } from '../../../shared/messages/nl/adoption.ts'
import { version } from '../../../shared/messages/nl/version.ts'
import { addDutchTexts } from '../../ui/language.tsx'
import '../dialog-texts.ts'

// This page is not in the first load, and neither are its texts.
addDutchTexts({ adoption, version })
