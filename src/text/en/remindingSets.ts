/** The words of the fixed sets of reminders, in English. */
import { addressStates, reminderKinds, sendingKinds, sendingStates } from '#src/lists/reminding.ts'

/** A word that is missing is a type error. */
const inEnglish = <S extends Record<string, string>>(swedish: S, english: Record<keyof S, string>) =>
  [swedish, english] as const

/** Swedish set and its English words, by the name of the set. */
export const remindingSets = {
  reminderKinds: inEnglish(reminderKinds, {
    verify: 'Verification',
    decision: 'Decisions waiting',
    report: 'Status reports',
    action: 'Actions',
    agenda: 'Agendas',
    moved: 'Needs that moved',
    stalled: 'Needs that stand still',
    meeting: 'Meetings and minutes',
  }),
  addressStates: inEnglish(addressStates, {
    reachable: 'Reached',
    unreachable: 'Not reached',
    removed: 'Removed',
  }),
  sendingKinds: inEnglish(sendingKinds, {
    digest: 'Reminders of the day',
    urgent: 'At once',
    channel: "To the forum's channel",
    start: 'Reminders began',
    sender: 'Course of the sending',
  }),
  sendingStates: inEnglish(sendingStates, {
    waiting: 'Waiting',
    sending: 'Being sent',
    sent: 'Sent',
    unconfirmed: 'Unconfirmed',
    unreachable: 'Not reached',
    failed: 'Failed',
  }),
}
