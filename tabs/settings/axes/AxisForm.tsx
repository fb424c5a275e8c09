/** An axis as a form: its name and those of its classes in two languages, and whether it is used. What is wrong is said before it is sent. */
import { Button, Checkbox } from '@fluentui/react-components'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { type AxisName, type ClassNames, namable } from '#src/lists/axisNames.ts'
import { type Axis, balanceAxes } from '#src/lists/balance.ts'
import { same } from '#src/rules/initiatives/editing.ts'
import { axisFaults, isNamable, tidied } from '#src/rules/pictures/axes.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import type { Words } from '#src/text/words.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { groups } from './groups.ts'
import { Held } from './Held.tsx'
import { Names } from './Names.tsx'
import shared from '../Settings.module.css'
import styles from './Axes.module.css'

interface Values {
  swedish: string
  english: string
  unused: boolean
  classes: ClassNames
}

const valuesOf = (row: AxisName | undefined): Values => ({
  swedish: row?.swedish ?? '',
  english: row?.english ?? '',
  unused: row?.unused === true,
  classes: row?.classes ?? {},
})

export function AxisForm({
  axis,
  said,
  builtIn,
  close,
}: {
  axis: Axis
  said: readonly AxisName[]
  /** The words without the installation's own. */
  builtIn: Words
  /** With what was done, to be said. */
  close: (done?: string) => void
}) {
  const { t, of } = useWords()
  const { session } = useSession()
  const row = said.find((one) => one.axis === axis)
  const [base, setBase] = useState(() => valuesOf(row))
  const [values, setValues] = useState(base)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    title.current?.focus()
    title.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const put = (next: Partial<Values>) => setValues((before) => ({ ...before, ...next }))
  const faults = axisFaults(rowOf(axis, values), said)
  const changed = (Object.keys(values) as (keyof Values)[]).filter(
    (field) => !same(kept(values)[field], kept(base)[field]),
  )
  const theirs = refusals.flatMap((one) => (one.why === 'changedByOther' ? one.fields : []))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (faults.length > 0) return
    if (changed.length === 0) return close()
    setBusy(true)
    const take = (from: Values) => Object.fromEntries(changed.map((field) => [field, kept(from)[field]]))
    const answer = await session.acting.act('saveAxis', { axis, changes: take(values), base: take(base) })
    setBusy(false)
    if ('refusals' in answer) setRefusals(answer.refusals)
    else close(t('waiting' in answer ? 'settings.waiting' : 'settings.saved'))
  }
  /** What another wrote meanwhile is what mine is now laid over, or what stands. */
  const settle = (mine: boolean) => {
    const now = valuesOf(Object.fromEntries(theirs.map((one) => [one.field, one.theirs])) as never)
    const fields = theirs.map(({ field }) => field as keyof Values)
    const taken = Object.fromEntries(fields.map((field) => [field, now[field]]))
    setBase((before) => ({ ...before, ...taken }))
    if (!mine) put(taken)
    setRefusals([])
  }
  return (
    <form className={shared.editor} onSubmit={(event) => void save(event)} aria-labelledby='axis-title'>
      <h3 id='axis-title' ref={title} tabIndex={-1}>
        {of(balanceAxes, axis)}
      </h3>
      {isNamable(axis) && (
        <>
          <p className={shared.quiet}>{t('axes.empty')}</p>
          <div className={styles.names}>
            <Names
              legend={t('axes.nameOf', { name: builtIn.of(balanceAxes, axis) })}
              value={{ sv: values.swedish, en: values.english }}
              put={(name) => put({ swedish: name.sv ?? '', english: name.en ?? '' })}
            />
            {Object.keys(namable[axis]).map((key) => (
              <Names
                key={key}
                legend={t('axes.classOf', { name: builtIn.word(groups[axis], key as never) })}
                value={values.classes[key] ?? {}}
                put={(name) => put({ classes: { ...values.classes, [key]: name } })}
              />
            ))}
          </div>
        </>
      )}
      <Checkbox
        label={t('axes.isUsed')}
        checked={!values.unused}
        onChange={(_, { checked }) => put({ unused: checked !== true })}
      />
      {values.unused && <Held axis={axis} />}
      {faults.map((fault) => (
        <p key={fault} role='alert' className={styles.fault}>
          {t(`axes.fault.${fault}`)}
        </p>
      ))}
      <Refusals refusals={refusals} />
      {theirs.length > 0 && (
        <div className={shared.actions}>
          <Button onClick={() => settle(true)}>{t('settings.keepMine')}</Button>
          <Button onClick={() => settle(false)}>{t('settings.takeTheirs')}</Button>
        </div>
      )}
      <div className={shared.actions}>
        <Button
          type='submit'
          appearance='primary'
          disabledFocusable={busy || faults.length > 0 || theirs.length > 0}
        >
          {t('app.save')}
        </Button>
        <Button onClick={() => close()}>{t('app.cancel')}</Button>
        {isNamable(axis) && (values.swedish || values.english || tidied(values.classes)) && (
          <Button appearance='subtle' onClick={() => put({ swedish: '', english: '', classes: {} })}>
            {t('axes.builtInAgain')}
          </Button>
        )}
      </div>
    </form>
  )
}

const kept = ({ swedish, english, unused, classes }: Values) => ({
  swedish: swedish.trim() || null,
  english: english.trim() || null,
  unused,
  classes: tidied(classes) ?? null,
})

function rowOf(axis: Axis, values: Values) {
  const { swedish, english, unused, classes } = kept(values)
  return {
    axis,
    unused,
    ...(swedish && { swedish }),
    ...(english && { english }),
    ...(classes && { classes }),
  }
}
