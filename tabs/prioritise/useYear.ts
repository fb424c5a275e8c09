/** The year that is ranked for, as the address says: the one after today's until somebody chooses. */
import { useSearchParams } from 'wouter'
import { yearOf } from '#src/rules/calendar.ts'
import { useSession } from '../context.ts'

export function useYear(): { year: number; years: readonly number[]; choose: (year: number) => void } {
  const { today } = useSession()
  const [params, setParams] = useSearchParams()
  const now = yearOf(today)
  const years = [now, now + 1, now + 2, now + 3]
  const asked = Number(params.get('year'))
  return {
    year: years.includes(asked) ? asked : now + 1,
    years,
    choose: (year) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before)
          after.set('year', String(year))
          return after
        },
        { replace: true },
      ),
  }
}
