/** Somebody more who is there: a guest, found among those the governance knows or in the directory. */
import { useState } from 'react'
import type { Person } from '#src/lists/columns.ts'
import { useWords } from '../../language.ts'
import { PersonInput } from './PersonInput.tsx'
import type { Attending } from './people.ts'
import type { useAttendance } from './useAttendance.ts'

export function AddGuest({
  attending,
  say,
}: {
  attending: readonly Attending[]
  say: ReturnType<typeof useAttendance>['say']
}) {
  const { t } = useWords()
  const [added, setAdded] = useState(0)
  const add = (person: Person | undefined) => {
    if (!person || attending.some((one) => one.person.id === person.id)) return
    setAdded(added + 1)
    void say([{ person, presence: 'present', capacity: 'guest' }])
  }
  // A field of its own for the next one.
  return <PersonInput key={added} label={t('holding.addGuest')} value={undefined} change={add} />
}
