/** Day, time and place of a meeting, to fill in. */
import { useEffect, useRef } from 'react'
import { minutesOf, timeOf } from '#src/rules/days/clock.ts'
import { useWords } from '../../language.ts'
import forms from '../Forms.module.css'

export interface WhenValues {
  day: string
  start?: string | undefined
  end?: string | undefined
  place?: string | undefined
}

/** A control for a time takes nothing but `13:00`. */
const asTime = (time: string | undefined) => {
  const minutes = minutesOf(time)
  return minutes === undefined ? '' : timeOf(minutes)
}

export function When({ values, change }: { values: WhenValues; change: (values: WhenValues) => void }) {
  const { t } = useWords()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  /** A meeting that begins later ends as much later. */
  const begin = (start: string) => {
    const [before, after, end] = [minutesOf(values.start), minutesOf(start), minutesOf(values.end)]
    const moved = before !== undefined && after !== undefined && end !== undefined
    change({ ...values, start, ...(moved && { end: timeOf(end + after - before) }) })
  }
  return (
    <div className={forms.together}>
      <label className={forms.field}>
        {t('forum.day')}
        <input
          ref={first}
          type='date'
          required
          value={values.day}
          onChange={(event) => change({ ...values, day: event.target.value })}
        />
      </label>
      <label className={forms.field}>
        {t('forum.start')}
        <input type='time' value={asTime(values.start)} onChange={(event) => begin(event.target.value)} />
      </label>
      <label className={forms.field}>
        {t('forum.end')}
        <input
          type='time'
          value={asTime(values.end)}
          onChange={(event) => change({ ...values, end: event.target.value })}
        />
      </label>
      <label className={`${forms.field} ${forms.grows}`}>
        {t('forum.place')}
        <input
          maxLength={255}
          value={values.place ?? ''}
          onChange={(event) => change({ ...values, place: event.target.value })}
        />
      </label>
    </div>
  )
}
