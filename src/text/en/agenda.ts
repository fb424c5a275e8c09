/** What preparing an agenda says, in English: the same keys and `{places}` as in Swedish. */
import type { sentences as sv } from '../sv/agenda.ts'

export const sentences = {
  'agenda.title': 'Agenda',
} satisfies Record<keyof typeof sv, string>
