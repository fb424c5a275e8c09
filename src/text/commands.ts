/** The words people write to the bot, in both languages whatever theirs is. */

/** The first of each kind is the one that help and the app's own list name. */
export const commandWords = {
  help: ['hjälp', 'help', 'hjalp', '?', 'hej', 'hejsan', 'tjena', 'hi', 'hello', 'start'],
  mine: ['mina', 'mine', 'mitt', 'my', 'att göra', 'todo'],
  report: ['rapportera', 'report', 'rapport', 'statusrapport', 'status report'],
  search: ['sök', 'search', 'sok', 'find', 'hitta'],
  settings: ['inställningar', 'settings', 'installningar'],
  forum: ['forum', 'kanal', 'channel'],
} as const satisfies Record<string, readonly [sv: string, en: string, ...others: string[]]>
export type CommandName = keyof typeof commandWords
