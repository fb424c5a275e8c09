/** What somebody who writes to the bot wants. */
import { type CommandName, commandWords } from '#src/text/commands.ts'

export interface Command {
  /** `unknown`: help, with what was written. */
  name: CommandName | 'unknown'
  /** What follows the word. */
  text: string
}

const LONGEST_TEXT = 200
const named = Object.entries(commandWords) as [CommandName, readonly string[]][]

export function commandOf(written: string): Command {
  const text = plain(written).slice(0, LONGEST_TEXT).trim()
  if (text === '') return { name: 'help', text: '' }
  const said = text.toLocaleLowerCase('sv')
  for (const [name, words] of named) {
    if (words.some((word) => said === word)) return { name, text: '' }
    const word = name === 'search' && words.find((each) => said.startsWith(`${each} `))
    if (word) return { name, text: text.slice(word.length).trim() }
  }
  return { name: 'unknown', text }
}

/** Without mentions (`<at>Samstyr</at>`), other markup, a leading `/` and the full stop of a sentence. */
const plain = (written: string) =>
  written
    .replaceAll(/<at>.*?<\/at>/gis, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^\//, '')
    .replace(/[.!]+$/, '')
