/** The confirmations of units: who stood behind it, for which unit, when. */
import { Button, Field } from '@fluentui/react-components'
import { useState } from 'react'
import type { Person, Ref } from '#src/lists/columns.ts'
import type { Endorsement } from '#src/lists/initiatives.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { useOptions } from './options.ts'
import { OnePicker } from './Picker.tsx'
import styles from './Fields.module.css'

export function EndorsementsEdit({
  value,
  change,
}: {
  value: Endorsement[]
  change: (value: Endorsement[] | null) => void
}) {
  const { t, locale } = useWords()
  const { today } = useSession()
  const [unit, setUnit] = useState<Ref>()
  const [by, setBy] = useState<Person>()
  const unitOptions = useOptions('unit')
  const personOptions = useOptions('contact')
  const add = () => {
    if (!unit || !by) return
    change([...value.filter((e) => e.unit.key !== unit.key), { unit, by, day: today }])
    setUnit(undefined)
    setBy(undefined)
  }
  return (
    <div>
      <ul className={styles.plainList}>
        {value.map((e) => (
          <li key={e.unit.key}>
            {t('initiative.endorsedBy', {
              unit: e.unit.title,
              who: e.by.name,
              day: formatDay(e.day, locale, today),
            })}{' '}
            <Button
              size='small'
              appearance='subtle'
              aria-label={`${t('initiative.remove')} ${e.unit.title}`}
              onClick={() => change(value.filter((other) => other !== e))}
            >
              {t('initiative.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.together}>
        <Field key={`unit${value.length}`} size='small' label={t('initiative.pickUnit')}>
          <OnePicker
            label={t('initiative.pickUnit')}
            options={unitOptions}
            value={unit}
            change={(v) => setUnit((v as Ref | null) ?? undefined)}
          />
        </Field>
        <Field key={`by${value.length}`} size='small' label={t('initiative.pickPerson')}>
          <OnePicker
            label={t('initiative.pickPerson')}
            options={personOptions}
            value={by}
            change={(v) => setBy((v as Person | null) ?? undefined)}
          />
        </Field>
        <Button disabledFocusable={!unit || !by} onClick={add}>
          {t('initiative.endorse')}
        </Button>
      </div>
    </div>
  )
}
