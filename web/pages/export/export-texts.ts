import { exportTexts } from '../../../shared/messages/nl/exports.ts'
import { addDutchTexts } from '../../ui/language.tsx'

// Files are made on pages that are not in the first load, and neither are the texts about it.
addDutchTexts({ exports: exportTexts })
