import { imports } from '../../../shared/messages/nl/imports.ts'
import { addDutchTexts } from '../../ui/language.tsx'

// This page is not in the first load, and neither are its texts.
addDutchTexts({ imports })
