/** What units have room to receive: each unit's fullest quarter of each year, and where there is too much already. */
import type { ScenarioSettings } from '#src/lists/prioritising.ts'
import { fullestRooms } from '#src/rules/prioritising/receivingLimits.ts'
import type { Selection } from '#src/rules/prioritising/selectionProblem.ts'
import type { Choice } from '#src/rules/selection.ts'
import { formatNumber, formatQuarter } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { AmountField } from './AmountField.tsx'
import { Bar } from './Bar.tsx'
import { useNaming } from './context.ts'
import styles from './Scenarios.module.css'

const MONTHS_IN_QUARTER = 3

export function Rooms({
  selection: { problem, rooms, crowded },
  choice,
  isOpen,
  settings: { receiving = {} },
  set,
}: {
  selection: Selection
  choice: Choice
  /** Rooms are being changed by hand. */
  isOpen: boolean
  settings: ScenarioSettings
  set: (change: Partial<ScenarioSettings>) => void
}) {
  const { t, locale } = useWords()
  const { unitOf } = useNaming()
  const shown = fullestRooms(rooms, choice, problem)
  if (shown.length === 0) return null
  const over = shown.filter(({ usedDays, roomDays }) => usedDays > roomDays).length
  const change = (unit: string, days: number | undefined) => {
    const { [unit]: _, ...rest } = receiving
    set({ receiving: { ...rest, ...(days !== undefined && { [unit]: days }) } })
  }
  const units = [...Map.groupBy(shown, ({ unit }) => unit)]
  return (
    <details className={styles.rooms} open={isOpen || over > crowded.length}>
      <summary>
        <h3>{t('scenarios.rooms', { count: units.length })}</h3>
        {over > 0 && <span className={styles.quiet}> {t('scenarios.roomsOver', { count: over })}</span>}
      </summary>
      <p className={styles.quiet}>{t('scenarios.roomsHow')}</p>
      {crowded.map(({ unit, quarter, byDays }) => (
        <p key={`${unit} ${quarter}`} className={styles.note}>
          {t('scenarios.crowded', {
            unit: unitOf(unit),
            quarter: formatQuarter(quarter, locale),
            days: formatNumber(Math.round(byDays), locale),
          })}
        </p>
      ))}
      <ul className={styles.bars}>
        {units.flatMap(([unit, ofUnit]) =>
          ofUnit.map(({ quarter, roomDays, usedDays }, at) => (
            <Bar
              key={`${unit} ${quarter}`}
              name={`${unitOf(unit)}, ${formatQuarter(quarter, locale)}`}
              of='receiving'
              used={usedDays}
              most={roomDays}
              byHand={receiving[unit] !== undefined}
            >
              {isOpen && at === 0 && (
                <AmountField
                  label={unitOf(unit)}
                  of='daysAMonth'
                  amount={roomDays / MONTHS_IN_QUARTER}
                  byHand={receiving[unit] !== undefined}
                  change={(days) => change(unit, days)}
                />
              )}
            </Bar>
          )),
        )}
      </ul>
    </details>
  )
}
