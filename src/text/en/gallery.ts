/** What the gallery of parts says, in English: the same keys as in Swedish. */
import type { sentences as sv } from '../sv/gallery.ts'

export const sentences = {
  title: 'Gallery',
  about: 'Every part in every state. Only there where the product is made and tested.',
  open: 'Show',
  close: 'Close',
  need: 'Digital locks in home care',
  other: 'Safety cameras at night',
  long: 'A very long title of a need that somebody has pasted from a set of minutes, with an incomprehensibilityoforganisationaldevelopmentwork in the middle of it and no thought of how it will ever fit in a column',
  text: 'Keys get lost and it takes time to fetch them. Every night staff drive in vain.',
  department: 'Home care',
  administration: 'Care of the elderly',
  portfolio: 'The portfolio of the administration',
  post: 'Department manager, home care',
  risk: 'The supplier will be late',
} satisfies Record<keyof typeof sv, string>
