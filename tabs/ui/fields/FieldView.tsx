/** The value of a column as people read it. */
import type { Person, Ref } from '#src/lists/columns.ts'
import type { Endorsement, UnionStep } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import {
  formatDay,
  formatKr,
  formatKrExact,
  formatList,
  formatNumber,
  formatQuarter,
} from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { wordOf } from './choices.ts'
import styles from './Fields.module.css'

export function FieldView({ list, field, value }: { list: List; field: string; value: unknown }) {
  const words = useWords()
  const { today } = useSession()
  const kind = list.columns[field]?.kind
  if (value === undefined || value === null || value === '')
    return <span className={styles.none}>{words.t('initiative.empty')}</span>
  if (kind === 'note') return <span className={styles.note}>{String(value)}</span>
  if (kind === 'money')
    return (
      <span title={formatKrExact(Number(value), words.locale)}>{formatKr(Number(value), words.locale)}</span>
    )
  if (field === 'endorsements') return <EndorsementLines endorsements={value as Endorsement[]} />
  if (field === 'unionSteps') return <UnionLines steps={value as UnionStep[]} />
  if (kind === 'persons' || kind === 'refs') {
    return (
      <ul className={styles.plainList}>
        {(value as (Person | Ref)[]).map((v) => (
          <li key={'id' in v ? v.id : v.key}>{nameOf(v)}</li>
        ))}
      </ul>
    )
  }
  return <>{valueText({ list, field, value, words, today })}</>
}

/** A value on one line, for texts and comparisons. */
export function valueText({
  list,
  field,
  value,
  words,
  today,
}: {
  list: List
  field: string
  value: unknown
  words: Words
  today: string
}): string {
  if (value === undefined || value === null || value === '') return words.t('initiative.empty')
  if (field === 'start' || field === 'plannedEnd') return formatQuarter(String(value), words.locale)
  switch (list.columns[field]?.kind) {
    case 'choice':
      return wordOf(list, field, String(value), words)
    case 'choices':
      return formatList(
        (value as string[]).map((one) => wordOf(list, field, one, words)),
        words.locale,
      )
    case 'day':
      return formatDay(String(value), words.locale, today)
    case 'money':
      return formatKrExact(Number(value), words.locale)
    case 'number':
      return formatNumber(Number(value), words.locale)
    case 'yesNo':
      return words.word('yesNoUnknown', value ? 'yes' : 'no')
    case 'person':
    case 'ref':
      return nameOf(value as Person | Ref)
    case 'persons':
    case 'refs':
      return (value as (Person | Ref)[]).map(nameOf).join(', ')
    case 'json':
      return field === 'endorsements'
        ? (value as Endorsement[]).map((e) => `${e.unit.title}: ${e.by.name}, ${e.day}`).join('; ')
        : JSON.stringify(value)
    default:
      return String(value)
  }
}

export const nameOf = (value: Person | Ref) => ('name' in value ? value.name : value.title)

function EndorsementLines({ endorsements }: { endorsements: Endorsement[] }) {
  const { t, locale } = useWords()
  const { today } = useSession()
  return (
    <ul className={styles.plainList}>
      {endorsements.map((e) => (
        <li key={e.unit.key}>
          {t('initiative.endorsedBy', {
            unit: e.unit.title,
            who: e.by.name,
            day: formatDay(e.day, locale, today),
          })}
        </li>
      ))}
    </ul>
  )
}

function UnionLines({ steps }: { steps: readonly UnionStep[] }) {
  const { word, locale } = useWords()
  const { today } = useSession()
  return (
    <ol className={styles.plainList}>
      {steps
        .toSorted((a, b) => a.day.localeCompare(b.day))
        .map(({ day, group, what, result }) => (
          <li key={`${day} ${group} ${what}`}>
            {[formatDay(day, locale, today), group, what, result && word('unionResults', result)]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
    </ol>
  )
}
