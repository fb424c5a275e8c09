/** Who was asked to verify, and what each has answered. */
import type { Verification } from '#src/lists/minutes.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import styles from './Minutes.module.css'

/** What was answered about the minutes of a version; `undefined` when nobody was asked. */
export function answersOf(
  { verifications }: Pick<HeldMeeting, 'verifications'>,
  version: number | undefined,
): readonly Verification[] | undefined {
  const rows = verifications.filter(({ item, edition }) => !item && edition === version)
  return rows.length > 0 ? rows : undefined
}

const mark = { asked: '○', approved: '✓', returned: '↩' } as const

export function Answers({
  rows,
  onlyReturned = false,
}: {
  rows: readonly Verification[]
  /** Of a draft, what it was returned with is what matters. */
  onlyReturned?: boolean
}) {
  const { t, locale } = useWords()
  const { today } = useSession()
  const shown = onlyReturned ? rows.filter(({ answer }) => answer === 'returned') : rows
  if (shown.length === 0) return null
  const day = (of: string | undefined) => (of ? formatDay(of, locale, today) : '')
  return (
    <ul className={styles.answers}>
      {shown.map(({ key, person, answer, answeredOn, askedOn, comment }) => (
        <li key={key}>
          <span aria-hidden='true'>{mark[answer]}</span>{' '}
          {t(`minutesAnswer.${answer}`, {
            name: person.name,
            day: day(answer === 'asked' ? askedOn : answeredOn),
          })}
          {comment && <q className={styles.comment}>{comment}</q>}
        </li>
      ))}
    </ul>
  )
}
