/** What is said of needs that are alike, in English. */
import type { sentences as sv } from '../sv/similar.ts'

export const sentences = {
  'similar.level.very': 'Very similar',
  'similar.level.alike': 'Similar',
  'similar.level.some': 'Somewhat similar',
  'similar.why': 'In common: {words}',
} satisfies Record<keyof typeof sv, string>
