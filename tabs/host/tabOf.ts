/** Which of the app's tabs a page belongs to: `entityId` of the manifest. */

/** By the first part of an address. */
const tabs: Readonly<Record<string, string>> = {
  home: 'home',
  need: 'home',
  needs: 'home',
  reminders: 'home',
  portfolio: 'portfolio',
  initiative: 'portfolio',
  board: 'portfolio',
  bubbles: 'portfolio',
  roadmap: 'portfolio',
  flow: 'portfolio',
  receiving: 'portfolio',
  balance: 'portfolio',
  changes: 'portfolio',
  meetings: 'meetings',
  meeting: 'meetings',
  forum: 'meetings',
  decisions: 'meetings',
  actions: 'meetings',
  department: 'meetings',
  brief: 'meetings',
  prioritise: 'prioritise',
  followUp: 'followUp',
  report: 'followUp',
}

/** `undefined` for what stands apart: a channel, a panel, settings that every tab leads to. */
export const tabOf = (path: string): string | undefined => tabs[path.split(/[/?]/)[1] ?? '']
