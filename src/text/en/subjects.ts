/** English sentences that come with the pages that say them, subject by subject as in Swedish. */
import type { Subject } from '../words.ts'

export const subjects = {
  refusals: () => import('./refusals.ts'),
  portfolio: () => import('./portfolio.ts'),
  table: () => import('./table.ts'),
  import: () => import('./import.ts'),
  settings: () => import('./settings.ts'),
  unsent: () => import('./unsent.ts'),
  channel: () => import('./channel.ts'),
  confidential: () => import('./confidential.ts'),
  initiative: () => import('./initiative.ts'),
  followUp: () => import('./followUp.ts'),
  board: () => import('./board.ts'),
  keys: () => import('./keys.ts'),
  similar: () => import('./similar.ts'),
  home: () => import('./home.ts'),
  homeMeetings: () => import('./homeMeetings.ts'),
  need: () => import('./need.ts'),
  meetings: () => import('./meetings.ts'),
  register: () => import('./register.ts'),
  agenda: () => import('./agenda.ts'),
  holding: () => import('./holding.ts'),
  forum: () => import('./forum.ts'),
  minutes: () => import('./minutes.ts'),
} satisfies Record<Subject, unknown>
