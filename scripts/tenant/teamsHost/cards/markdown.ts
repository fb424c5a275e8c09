/**
 * The little markdown that Teams shows in messages and cards: bold, italic, lists and links. Never HTML.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
 */

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'break' }
  | { kind: 'strong'; of: Inline[] }
  | { kind: 'emphasis'; of: Inline[] }
  | { kind: 'link'; url: string; of: Inline[] }

export type Block =
  | { kind: 'paragraph'; of: Inline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Inline[][] }

/** Whatever is not of the little that is known stays as it was written. */
export function readMarkdown(text: string): Block[] {
  const blocks: Block[] = []
  let isOpen = false // whether the next line may go on with the last block
  for (const line of text.split(/\r\n?|\n/)) {
    const item = /^\s*(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/.exec(line)
    const last = isOpen ? blocks.at(-1) : undefined
    isOpen = line.trim() !== ''
    if (!isOpen) continue
    if (item !== null) {
      const [ordered, words] = [item[1] !== undefined, inlinesOf(item[2] ?? '')]
      if (last?.kind === 'list' && last.ordered === ordered) last.items.push(words)
      else blocks.push({ kind: 'list', ordered, start: Number(item[1] ?? 1), items: [words] })
    } else if (last?.kind === 'paragraph') last.of.push({ kind: 'break' }, ...inlinesOf(line))
    else blocks.push({ kind: 'paragraph', of: inlinesOf(line) })
  }
  return blocks
}

/** The same as elements: text is only ever put in as text. */
export function drawMarkdown(text: string): HTMLElement[] {
  return readMarkdown(text).map((block) => {
    if (block.kind === 'paragraph') return filled(document.createElement('p'), block.of)
    const list = document.createElement(block.ordered ? 'ol' : 'ul')
    if (list instanceof HTMLOListElement && block.start !== 1) list.start = block.start
    list.append(...block.items.map((item) => filled(document.createElement('li'), item)))
    return list
  })
}

/** The elements, written out by the browser itself, for a library that takes only HTML. */
export function markdownAsHtml(text: string): string {
  const box = document.createElement('div')
  box.append(...drawMarkdown(text))
  return box.innerHTML
}

function filled<T extends HTMLElement>(element: T, inlines: Inline[]): T {
  element.append(
    ...inlines.map((inline) => {
      if (inline.kind === 'text') return document.createTextNode(inline.text)
      if (inline.kind === 'break') return document.createElement('br')
      if (inline.kind === 'strong') return filled(document.createElement('strong'), inline.of)
      if (inline.kind === 'emphasis') return filled(document.createElement('em'), inline.of)
      const link = filled(document.createElement('a'), inline.of)
      link.href = inline.url
      link.target = '_blank'
      link.rel = 'noopener noreferrer'
      return link
    }),
  )
  return element
}

const marks = [
  ['**', 'strong'],
  ['__', 'strong'],
  ['*', 'emphasis'],
  ['_', 'emphasis'],
] as const

function inlinesOf(text: string): Inline[] {
  const found: Inline[] = []
  const hopeless = new Set<string>() // marks that nothing further on closes
  let plain = ''
  const put = (inline: Inline) => {
    if (plain !== '') found.push({ kind: 'text', text: plain })
    plain = ''
    found.push(inline)
  }
  let at = 0
  while (at < text.length) {
    const link = text[at] === '[' ? linkAt(text, at) : null
    const [mark, kind] = marks.find(([each]) => text.startsWith(each, at)) ?? []
    const opens = mark !== undefined && !hopeless.has(mark) && mayOpen(text, at, mark)
    const end = opens ? closing(text, at + mark.length, mark) : -1
    if (opens && end < 0) hopeless.add(mark)
    if (text[at] === '\\' && isPunctuation(text[at + 1])) {
      plain += text[at + 1]
      at += 2
    } else if (link !== null) {
      put({ kind: 'link', url: link.url, of: inlinesOf(link.words) })
      at = link.end
    } else if (kind !== undefined && end > 0) {
      put({ kind, of: inlinesOf(text.slice(at + mark.length, end)) })
      at = end + mark.length
    } else {
      const taken = mark ?? text[at] ?? ''
      plain += taken
      at += taken.length
    }
  }
  if (plain !== '') found.push({ kind: 'text', text: plain })
  return found
}

const isPunctuation = (letter: string | undefined) => letter !== undefined && /[!-/:-@[-`{-~]/.test(letter)
const isWord = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter)
const isSpace = (letter: string | undefined) => letter === undefined || /\s/.test(letter)

/** An underscore within a word is a letter like others. */
const mayOpen = (text: string, at: number, mark: string) =>
  !isSpace(text[at + mark.length]) && !(mark.startsWith('_') && isWord(text[at - 1]))

function closing(text: string, from: number, mark: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text.startsWith(mark, at)) {
      const twice = mark.length === 1 && text[at + 1] === mark
      const within = mark.startsWith('_') && isWord(text[at + mark.length])
      if (twice) at++
      else if (at > from && !isSpace(text[at - 1]) && !within) return at
    }
  }
  return -1
}

/** `[words](address)`, when the address is one that a browser may be sent to. */
function linkAt(text: string, at: number) {
  const found = /^\[((?:\\.|[^\]\\])*)\]\(\s*<?([^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)>?\s*\)/.exec(
    text.slice(at),
  )
  const [whole = '', words = '', url = ''] = found ?? []
  if (found === null || !/^(https?:|mailto:)/i.test(url) || !URL.canParse(url)) return null
  return { words, url, end: at + whole.length }
}
