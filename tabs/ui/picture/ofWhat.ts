/** What the pictures of a page are of, in words: a copy of one leaves the page where the filters say it. */
import { createContext, use } from 'react'

/** The day, how many and what they were chosen by; nothing where a page doesn't say. */
export const OfWhatContext = createContext<string | undefined>(undefined)

export const useOfWhat = () => use(OfWhatContext)
