/** The markdown of messages and cards: the little that Teams shows, and nothing that harms. */
import { expect, test } from 'vitest'
import { type Inline, readMarkdown } from '#scripts/tenant/teamsHost/cards/markdown.ts'

/** What was read, written so that it can be compared at a glance. */
const written = (text: string) =>
  readMarkdown(text).map((block) =>
    block.kind === 'paragraph'
      ? said(block.of)
      : `${block.ordered ? `ol ${block.start}` : 'ul'}: ${block.items.map(said).join(' | ')}`,
  )

const said = (of: Inline[]): string =>
  of
    .map((inline) => {
      if (inline.kind === 'text') return inline.text
      if (inline.kind === 'break') return ' / '
      if (inline.kind === 'link') return `<a ${inline.url}>${said(inline.of)}</a>`
      return `<${inline.kind}>${said(inline.of)}</${inline.kind}>`
    })
    .join('')

test.for([
  { says: 'bold', text: 'a **b c** d', read: ['a <strong>b c</strong> d'] },
  { says: 'bold with underscores', text: '__b__', read: ['<strong>b</strong>'] },
  { says: 'italic', text: '*a* and _b_', read: ['<emphasis>a</emphasis> and <emphasis>b</emphasis>'] },
  { says: 'italic within bold', text: '**a _b_**', read: ['<strong>a <emphasis>b</emphasis></strong>'] },
  { says: 'underscores within a word', text: 'pf_avo_nr', read: ['pf_avo_nr'] },
  { says: 'a sum', text: '2 * 3 * 4', read: ['2 * 3 * 4'] },
  { says: 'a mark that nothing closes', text: '**a', read: ['**a'] },
  { says: 'marks about nothing', text: '**** __', read: ['**** __'] },
  { says: 'marks that are escaped', text: '\\*a\\* \\[b\\](c)', read: ['*a* [b](c)'] },
  { says: 'a link', text: '[a **b**](https://c.d/e)', read: ['<a https://c.d/e>a <strong>b</strong></a>'] },
  { says: 'a link with brackets', text: '[a](https://c.d/(e))', read: ['<a https://c.d/(e)>a</a>'] },
  { says: 'a link that runs', text: '[a](javascript:b)', read: ['[a](javascript:b)'] },
  { says: 'a link to data', text: '[a](data:text/html,b)', read: ['[a](data:text/html,b)'] },
  { says: 'HTML', text: '<b>a</b>', read: ['<b>a</b>'] },
  { says: 'lines', text: 'a\nb\r\n\r\nc', read: ['a / b', 'c'] },
  { says: 'a list after a line', text: 'a:\n- b\n- **c**', read: ['a:', 'ul: b | <strong>c</strong>'] },
  { says: 'a numbered list', text: '2. a\n3. b', read: ['ol 2: a | b'] },
  { says: 'two lists', text: '- a\n\n- b', read: ['ul: a', 'ul: b'] },
  { says: 'a number that is no list', text: '2.5 mnkr', read: ['2.5 mnkr'] },
])('$says: $text', ({ text, read }) => {
  expect(written(text)).toEqual(read)
})

// Twice as long would be a hundred thousand times as slow, where it isn't read in one go: the test would never end.
test.for(['*', '_a ', '[', '**a _b ', '[a](', '\\'])('a text made to be slow is read: %s', (hostile) => {
  expect(readMarkdown(hostile.repeat(5000))).not.toHaveLength(0)
})
