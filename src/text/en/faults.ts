/** What is wrong with a field that can't be sent, in English: the same keys and `{places}` as in Swedish. */
import type { sentences as sv } from '../sv/faults.ts'

export const sentences = {
  'fault.missing': 'This must be filled in.',
  'fault.unreadable': 'This can’t be read. Write the whole value.',
  'fault.low': 'Give {limit} or more.',
  'fault.high': 'Give {limit} or less.',
  'fault.early': 'Choose {limit} or a later day.',
  'fault.late': 'Choose {limit} or an earlier day.',
} satisfies Record<keyof typeof sv, string>
