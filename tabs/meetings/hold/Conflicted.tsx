/** Who leaves the item for a conflict of interest: the record says so, and somebody else decides. */
import type { Person } from '#src/lists/columns.ts'
import { useWords } from '../../language.ts'
import forms from '../Forms.module.css'
import { type Attending, presentOf } from './people.ts'

export function Conflicted({
  attending,
  conflicted,
  change,
}: {
  attending: readonly Attending[]
  conflicted: readonly Person[]
  change: (people: Person[]) => void
}) {
  const { t } = useWords()
  const there = presentOf(attending)
  const all = [...there, ...conflicted.filter(({ id }) => !there.some((one) => one.id === id))]
  if (all.length === 0) return null
  return (
    <fieldset className={forms.group}>
      <legend>{t('holding.conflicted')}</legend>
      <div className={forms.boxes}>
        {all.map((person) => (
          <label key={person.id}>
            <input
              type='checkbox'
              checked={conflicted.some(({ id }) => id === person.id)}
              onChange={(event) =>
                change([
                  ...conflicted.filter(({ id }) => id !== person.id),
                  ...(event.target.checked ? [person] : []),
                ])
              }
            />
            {person.name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
