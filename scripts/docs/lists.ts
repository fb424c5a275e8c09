/** Prints every list with its columns, and the words of every fixed set. */
import { lists } from '#src/lists/all.ts'
import type { ColumnOptions } from '#src/lists/columns.ts'
import type { List } from '#src/lists/list.ts'
import { minutesLibrary } from '#src/lists/minutesLibrary.ts'
import { english } from '#src/text/english.ts'
import { enVocabulary } from '#src/text/enVocabulary.ts'
import { meetingSets } from '#src/text/en/meetingSets.ts'
import { remindingSets } from '#src/text/en/remindingSets.ts'
import { svVocabulary } from '#src/text/vocabulary.ts'
import { code, table } from './markdown.ts'

/** In every list; told once. */
const everywhere = new Set(['key', 'archived', 'changedBy', 'changedOn'])

export function printLists(): string {
  const [first] = Object.values(lists)
  return [
    '## Lists',
    `${Object.keys(lists).length} lists, in the order they are made. Every one of them also has these columns:`,
    columns(first as List, (name) => everywhere.has(name)),
    ...(Object.values(lists) as List[]).map((list) =>
      [
        `### ${list.name} · ${list.label}`,
        `Loaded: ${list.load}.${list.large ? ' May pass 5,000 rows.' : ''}${list.closed ? ' Read by the server and the owners of the site only.' : ''}`,
        columns(list, (name) => !everywhere.has(name)),
      ].join('\n\n'),
    ),
    `### ${minutesLibrary.name} · ${minutesLibrary.label}`,
    'A document library: what is kept about each file, for registrars and for search. No screen shows these names.',
    table(
      ['column', 'Swedish', 'kind', ''],
      Object.entries(minutesLibrary.columns).map(([name, column]) => [
        code(name),
        column.label,
        column.kind,
        marks(column),
      ]),
    ),
  ].join('\n\n')
}

const columns = (list: List, chosen: (name: string) => boolean) =>
  table(
    ['column', 'Swedish', 'English', 'kind', ''],
    Object.entries(list.columns)
      .filter(([name]) => chosen(name))
      .map(([name, column]) => [
        code(name),
        column.label,
        english.label(list, name),
        column.kind,
        marks(column),
      ]),
  )

const marks = ({ required, unique, indexed, onDemand }: ColumnOptions) =>
  [required && 'required', unique ? 'unique' : indexed && 'indexed', onDemand && 'on demand']
    .filter(Boolean)
    .join(', ')

export function printWords(): string {
  const groups: [name: string, swedish: Record<string, string>, english: Record<string, string>][] = [
    ...(Object.keys(svVocabulary) as (keyof typeof svVocabulary)[]).map(
      (name) =>
        [name, svVocabulary[name], enVocabulary[name]] as [
          string,
          Record<string, string>,
          Record<string, string>,
        ],
    ),
    ...Object.entries({ ...meetingSets, ...remindingSets }).map(
      ([name, [swedish, translated]]) =>
        [name, swedish, translated] as [string, Record<string, string>, Record<string, string>],
    ),
  ]
  return [
    '## Fixed sets',
    'English keys in code, Swedish words in SharePoint and on screen, English as second language on screen.',
    ...groups.map(([group, words, translated]) =>
      [
        `### ${group}`,
        table(
          ['key', 'Swedish', 'English'],
          Object.entries(words).map(([key, word]) => [code(key), word, translated[key] ?? '']),
        ),
      ].join('\n\n'),
    ),
  ].join('\n\n')
}
