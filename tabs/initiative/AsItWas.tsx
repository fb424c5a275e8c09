/** How the initiative stood on a chosen day, from what its history tells. */
import { useState } from 'react'
import type { Day } from '#src/lists/columns.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { moneyFields, ownerFields, type Stood, standingOn } from '#src/rules/initiatives/history.ts'
import { formatDay, formatKrExact } from '#src/text/format.ts'
import { translated } from '#src/text/trail.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import type { Whole } from '../ui/useWhole.ts'
import styles from './Initiative.module.css'

export function AsItWas({ whole }: { whole: Whole }) {
  const words = useWords()
  const { t, label, locale } = words
  const { today } = useSession()
  const [day, setDay] = useState<Day>('')
  const { initiative, costItems, trail } = whole
  const then = day ? standingOn({ day, initiative, costItems, trail }) : undefined
  const say = (stood: Stood, text: (value: string) => string = (value) => value) =>
    stood === 'unknown' ? t('history.unknown') : stood.value ? text(stood.value) : t('initiative.empty')
  const kr = (value: string) => formatKrExact(Number(value), locale)
  const rows: [string, string][] = then
    ? [
        [label(initiatives, 'stage'), say(then.fields.stage, (value) => translated('stages', value, words))],
        [label(initiatives, 'state'), say(then.fields.state, (value) => translated('states', value, words))],
        ...ownerFields.map((field): [string, string] => [label(initiatives, field), say(then.fields[field])]),
        ...moneyFields.map((field): [string, string] => [
          label(initiatives, field),
          say(then.fields[field], kr),
        ]),
        [
          t('history.costItems'),
          then.costKr === 'unknown' ? t('history.unknown') : formatKrExact(then.costKr, locale),
        ],
      ]
    : []
  return (
    <section aria-labelledby='title-as-it-was'>
      <h3 id='title-as-it-was'>{t('history.asItWas')}</h3>
      <label className={styles.filter}>
        {t('history.day')}{' '}
        <input type='date' max={today} value={day} onChange={(event) => setDay(event.target.value)} />
      </label>
      <div role='status'>
        {day &&
          (then ? (
            <>
              <p className={styles.quiet}>
                {t('history.stoodOn', { day: formatDay(day, locale, today) })} {t('history.limits')}
              </p>
              <dl className={styles.fields}>
                {rows.map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </>
          ) : (
            <p className={styles.quiet}>{t('history.before', { day: formatDay(day, locale, today) })}</p>
          ))}
      </div>
    </section>
  )
}
