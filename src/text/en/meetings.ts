/** English sentences that every page about meetings says, and the words of its fixed sets. */
import { meetingSets } from './meetingSets.ts'

export const sentences = {}

export const sets = Object.values(meetingSets)
