/** What a search finds besides what the page shows, in English. */
import type { sentences as sv } from '../sv/found.ts'

export const sentences = {
  'found.also': 'Also',
  'found.decisions': 'Decisions',
  'found.meetings': 'Meetings',
  'found.all': 'Search all decisions',
  'found.none': 'No decisions or meetings.',
  'found.coming': 'Searching decisions and meetings too …',
} satisfies Record<keyof typeof sv, string>
