/** What the page of one's own reminders says, in English, with the words of the sets that the bot keeps. */
import type { sentences as sv } from '../sv/reminders.ts'
import { remindingSets } from './remindingSets.ts'

export const sentences = {
  'refusal.reminding.time': 'Choose a time between {from} and {to}, such as 08:30.',
  'refusal.reminding.pauseDay': 'Write the days of the pause as dates, such as 2026-07-06.',
  'refusal.reminding.pauseOpen':
    'Choose a last day for the pause too, so that the reminders come back by themselves.',
  'refusal.reminding.pauseOrder': 'The last day of the pause is before the first. Correct the dates.',
  'refusal.reminding.pausePast': 'The last day of the pause has already been. Choose a later day.',
  'refusal.reminding.underWay': 'The message is already on its way.',
  'refusal.reminding.arrived': 'The message has arrived.',
  'refusal.reminding.alreadyResent': 'The message has already been sent again. See the newer message.',
  'refusal.reminding.toldSince':
    'Everything in the message has come with a later one, so it is not sent once more.',
  'refusal.reminding.paused':
    'The recipient has paused their reminders. The content comes with the first message after the pause.',
  'refusal.reminding.turnedOff': 'The recipient has chosen not to get reminders of that kind.',
  'refusal.reminding.notReached':
    'The recipient has no chat with Samstyr. Ask them to open Samstyr in Teams, then try again.',
  'reminders.title': 'My reminders',
  'reminders.about':
    'Reminders come in the chat with Samstyr in Teams: together once each working day, and at once when somebody waits for you. All that waits is on Home too, whatever you choose here.',
  'reminders.failed': 'Your choices could not be read.',
  'reminders.reached': 'You are reached in the chat with Samstyr.',
  'reminders.off':
    'Reminders in the chat are not switched on here yet. You may choose already; it counts once they are.',
  'reminders.silent':
    'No reminders are being sent right now. Nothing is lost: what was to come is sent when they run again.',
  'reminders.noChat':
    'You have no chat with Samstyr yet. Open Apps in Teams, search for Samstyr and choose Add. Then the reminders come.',
  'reminders.unreachable':
    'You could not be reached in the chat since {day}. That happens when Samstyr is blocked or removed. Open Apps in Teams, add Samstyr again and write “help” in the chat.',
  'reminders.removed':
    'You removed Samstyr from Teams on {day} and get no reminders. Open Apps in Teams, search for Samstyr and choose Add if you want them again.',
  'reminders.when': 'When',
  'reminders.time': 'The reminders of the day come at',
  'reminders.timeHint':
    'Between {from} and {to} on working days, never on holidays. On days with nothing new, nothing comes.',
  'reminders.what': 'What you want to be reminded of',
  'reminders.hint.verify': 'When minutes are sent to you for verification, and after five working days.',
  'reminders.hint.decision': 'When a decision is put before you, and after ten working days.',
  'reminders.hint.report':
    'Five working days before the month ends and on its last day. After that the project owner is reminded.',
  'reminders.hint.action': 'Seven days and one day before the day of the action, and the day after.',
  'reminders.hint.agenda': 'When the agenda is to be sent, and two days later.',
  'reminders.hint.moved':
    'When a need that you proposed or are the contact for has moved or been screened out.',
  'reminders.hint.stalled': 'When a need that you are the contact for has not moved for 60 days.',
  'reminders.hint.meeting': 'Agendas, changes, approved minutes and actions you are given at meetings.',
  'reminders.none': 'You have chosen to get no reminders. What waits for you is on Home only.',
  'reminders.pause': 'Pause',
  'reminders.pauseHint':
    'Nothing comes during the pause. What waits is gathered and comes with the first message afterwards.',
  'reminders.from': 'From',
  'reminders.to': 'To, inclusive',
  'reminders.pausedNow': 'Paused until {day}, inclusive.',
  'reminders.pausedLater': 'Pause from {from} to {to}, inclusive.',
  'reminders.endPause': 'Remove the pause',
  'reminders.save': 'Save',
  'reminders.same': 'Nothing has changed.',
  'reminders.unsaved': 'You have changes that are not saved.',
  'reminders.saved': 'Saved. It counts from the next message.',
  'reminders.waiting': 'Saved when the net is back.',
} satisfies Record<keyof typeof sv, string>

export const sets = Object.values(remindingSets)
