/** An entry of the trail as a sentence. */
import { LIFTED, type TrailEntry } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { internalName } from '#src/lists/list.ts'
import { formatKrExact } from './format.ts'
import { svVocabulary } from './vocabulary.ts'
import type { Words } from './words.ts'

/** Who and when stand beside it, not in it. */
export function trailText(entry: TrailEntry, words: Words): string {
  const { t } = words
  const { kind, field, title } = entry
  const from = valueText(entry.from, entry, words)
  const to = valueText(entry.to, entry, words)
  switch (kind) {
    case 'imported':
      return t('initiative.import', { to: translated('stages', entry.to, words) })
    case 'proposed':
      return t('history.proposed')
    case 'document':
      return t('history.document', { name: title })
    case 'stage':
      return t('history.stage', {
        from: translated('stages', entry.from, words),
        to: translated('stages', entry.to, words),
      })
    case 'state':
      return t('history.state', {
        from: translated('states', entry.from, words),
        to: translated('states', entry.to, words),
      })
    case 'confidential':
      return isLifting(entry)
        ? t('history.lifted', { basis: from, reason: to })
        : t('history.marked', { basis: to })
    case 'answer':
      return t(field === 'withdrawn' ? 'history.withdrawn' : 'history.needed', { comment: to }).trim()
    case 'decision':
      if (field === 'ProjectPoints') return t('history.point', { title })
      if (field === 'SteeringAppointed') return t('history.steering', { members: entry.to ?? '' })
      return title
    default:
      return changed(nameOf(entry, words), { from, to }, words)
  }
}

const isLifting = ({ key }: TrailEntry) => key.endsWith(LIFTED)

function changed(what: string, { from, to }: { from: string; to: string }, { t, word }: Words): string {
  if (from && to) return t('history.changed', { what, from, to })
  if (to) return t('history.set', { what, to })
  return from ? t('history.emptied', { what, from }) : what || word('trailKinds', 'decision')
}

/** The column's name in the language of the page; of a row of the business case, what the row is called. */
function nameOf({ field, title }: TrailEntry, { label }: Words): string {
  const column = Object.keys(initiatives.columns).find((key) => internalName(key) === field || key === field)
  return column ? label(initiatives, column) : title
}

function valueText(value: string | undefined, { kind }: TrailEntry, { locale }: Words): string {
  if (value === undefined) return ''
  return kind === 'money' && /^\d+$/.test(value) ? formatKrExact(Number(value), locale) : value
}

/** The trail keeps SharePoint's words; a reader of English gets theirs. */
export function translated(group: 'stages' | 'states', value: string | undefined, { word }: Words): string {
  const key = Object.entries(svVocabulary[group]).find(([, swedish]) => swedish === value)?.[0]
  return key ? word(group, key as never) : (value ?? '')
}
