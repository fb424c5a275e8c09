/** When a forum meets, to fill in: every month, every few weeks, on given days, or when it is needed; said back in words. */
import type { Cadence, Weekday } from '#src/lists/forumTemplates.ts'
import { isDay } from '#src/lists/shapes.ts'
import { cadenceText } from '#src/text/cadence.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { MonthBoxes } from './MonthBoxes.tsx'
import forms from '../Forms.module.css'
import styles from '../Meetings.module.css'

const kinds = ['month', 'week', 'days', 'need'] as const
const nths = [1, 2, 3, 4, -1] as const
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

export function RuleEdit({ value, change }: { value: Cadence; change: (rule: Cadence) => void }) {
  const words = useWords()
  const { t } = words
  const { today } = useSession()
  return (
    <fieldset className={forms.group}>
      <legend>{t('forum.rule')}</legend>
      <div className={forms.together}>
        <label className={forms.field}>
          {t('forum.ruleKind')}
          <select
            value={value.every}
            onChange={(event) => change(begun(event.target.value as Cadence['every'], today))}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`ruleKind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        {value.every === 'month' && (
          <label className={forms.field}>
            {t('forum.nth')}
            <select
              value={value.nth}
              onChange={(event) =>
                change({ ...value, nth: Number(event.target.value) as (typeof nths)[number] })
              }
            >
              {nths.map((nth) => (
                <option key={nth} value={nth}>
                  {t(`cadence.nth${nth === -1 ? 'Last' : nth}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        {(value.every === 'month' || value.every === 'week') && (
          <label className={forms.field}>
            {t('forum.weekday')}
            <select
              value={value.weekday}
              onChange={(event) => change({ ...value, weekday: Number(event.target.value) as Weekday })}
            >
              {weekdays.map((weekday) => (
                <option key={weekday} value={weekday}>
                  {weekdayName(weekday, words.locale)}
                </option>
              ))}
            </select>
          </label>
        )}
        {value.every === 'week' && (
          <>
            <label className={forms.field}>
              {t('forum.weeks')}
              <input
                type='number'
                min={1}
                max={26}
                required
                value={value.weeks}
                onChange={(event) => change({ ...value, weeks: Number(event.target.value) })}
              />
            </label>
            <label className={forms.field}>
              {t('forum.countedFrom')}
              <input
                type='date'
                required
                value={value.from}
                onChange={(event) => change({ ...value, from: event.target.value })}
              />
            </label>
          </>
        )}
      </div>
      {value.every === 'month' && (
        <MonthBoxes
          legend={t('forum.months')}
          value={value.months ?? []}
          change={(months) => change({ ...value, months })}
        />
      )}
      {value.every === 'week' && (
        <MonthBoxes
          legend={t('forum.notMonths')}
          value={value.notMonths ?? []}
          change={(notMonths) => change({ ...value, notMonths })}
        />
      )}
      {value.every === 'days' && (
        <GivenDays days={value.days} change={(days) => change({ every: 'days', days })} />
      )}
      <p role='status' className={styles.quiet}>
        {isWhole(value) && t('forum.ruleIs', { when: cadenceText(value, words, today) })}
      </p>
    </fieldset>
  )
}

function GivenDays({ days, change }: { days: readonly string[]; change: (days: string[]) => void }) {
  const { t } = useWords()
  return (
    <div className={forms.together}>
      {days.map((day, i) => (
        <label key={i} className={forms.field}>
          {t('forum.givenDay', { number: i + 1 })}
          <input
            type='date'
            value={day}
            onChange={(event) => {
              const next = days.map((other, j) => (j === i ? event.target.value : other))
              change(next.filter(Boolean))
            }}
          />
        </label>
      ))}
      <label className={forms.field}>
        {t('forum.addDay')}
        <input
          type='date'
          value=''
          onChange={(event) => event.target.value && change([...days, event.target.value])}
        />
      </label>
    </div>
  )
}

/** What each kind begins with. */
function begun(every: Cadence['every'], today: string): Cadence {
  if (every === 'month') return { every, nth: 2, weekday: 2 }
  if (every === 'week') return { every, weekday: 2, weeks: 2, from: today }
  return every === 'days' ? { every, days: [] } : { every }
}

/** A rule that is half filled in has no words yet. */
const isWhole = (rule: Cadence) =>
  rule.every === 'week' ? isDay(rule.from) && rule.weeks >= 1 : rule.every !== 'days' || rule.days.length > 0

/** The first of January 2024 was a Monday. */
const weekdayName = (weekday: number, locale: 'sv' | 'en') =>
  new Intl.DateTimeFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, weekday)),
  )
