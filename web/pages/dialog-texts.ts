import { boardDialogs } from '../../shared/messages/nl/board-dialogs.ts'
import { addDutchTexts } from '../ui/language.tsx'

// What opens later brings its texts with it, so that the board need not wait for them.
addDutchTexts({ board: boardDialogs })
