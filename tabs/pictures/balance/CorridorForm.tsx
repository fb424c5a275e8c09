/** A share to keep, set or changed: which value of which axis, of kronor or of how many, at least and at most. */
import { type FormEvent, useEffect, useRef, useState } from 'react'
import {
  type Axis,
  balanceAxes,
  type Corridor,
  corridors,
  type Measure,
  measures,
} from '#src/lists/balance.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { everyAxis } from '#src/rules/pictures/axes.ts'
import { balanceOf, UNKNOWN } from '#src/rules/pictures/balance.ts'
import { same } from '#src/rules/initiatives/editing.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import type { UnitTree } from '#src/rules/organisation/tree.ts'
import { compareTexts } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { offered, useAxes } from '../../ui/axes/axesContext.ts'
import { axisWord, orderOf } from './axisWords.ts'
import lens from '../lens/Lens.module.css'
import styles from './Corridors.module.css'

interface Values {
  title: string
  axis: Axis
  value: string
  measure: Measure
  leastPercent: number | null
  mostPercent: number | null
}

const empty: Values = {
  title: '',
  axis: 'nature',
  value: '',
  measure: 'kr',
  leastPercent: null,
  mostPercent: null,
}

export function CorridorForm({
  corridor,
  corridorKey,
  forum,
  rows,
  tree,
  close,
}: {
  /** `undefined` for one that is being added. */
  corridor: Corridor | undefined
  corridorKey: string
  forum: string
  /** What the forum's share is of: the values that any of them has may be chosen. */
  rows: readonly Initiative[]
  tree: UnitTree
  close: () => void
}) {
  const words = useWords()
  const { t, of, label, locale } = words
  const { session } = useSession()
  const base = corridor ? valuesOf(corridor) : empty
  const { used } = useAxes()
  const [values, setValues] = useState(
    corridor ? base : { ...base, axis: offered([base.axis], used)[0] ?? used[0] ?? base.axis },
  )
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const put = (next: Partial<Values>) => setValues((before) => ({ ...before, ...next }))
  const choices = valuesOn(values.axis, { rows, tree, compare: compareTexts(locale) })
  const shown = choices.some(({ key }) => key === values.value)
    ? choices
    : [...choices, ...(values.value ? [{ key: values.value }] : [])]
  const send = async (changes: Record<string, unknown>, seen: Record<string, unknown>) => {
    const answer = await session.acting.act('saveCorridor', {
      forum,
      corridor: corridorKey,
      values: changes,
      base: seen,
    })
    if ('refusals' in answer) setRefusals(answer.refusals)
    else close()
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    const changed = Object.keys(values).filter(
      (field) => !corridor || !same(values[field as keyof Values], base[field as keyof Values]),
    )
    const take = (from: Values) =>
      Object.fromEntries(changed.map((field) => [field, from[field as keyof Values]]))
    if (changed.length === 0) return close()
    return void send(corridor ? take(values) : withoutEmpty(take(values)), corridor ? take(base) : {})
  }
  const share = (field: 'leastPercent' | 'mostPercent') => (
    <label>
      {label(corridors, field)}
      <input
        className={lens.field}
        type='number'
        min={0}
        max={100}
        step='any'
        inputMode='decimal'
        value={values[field] ?? ''}
        onChange={({ target }) => put({ [field]: target.value === '' ? null : target.valueAsNumber })}
      />
    </label>
  )
  return (
    <form className={styles.form} onSubmit={save} aria-label={t('balance.corridor')}>
      <label className={styles.whole}>
        {label(corridors, 'title')}
        <input
          ref={first}
          className={lens.field}
          required
          maxLength={255}
          value={values.title}
          onChange={({ target }) => put({ title: target.value })}
        />
      </label>
      <label>
        {label(corridors, 'axis')}
        <select
          className={lens.field}
          value={values.axis}
          onChange={({ target }) => put({ axis: target.value as Axis, value: '' })}
        >
          {offered(everyAxis, used, values.axis).map((axis) => (
            <option key={axis} value={axis}>
              {of(balanceAxes, axis)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {label(corridors, 'value')}
        <select
          className={lens.field}
          required
          value={values.value}
          onChange={({ target }) => put({ value: target.value })}
        >
          <option value=''>{t('balance.chooseValue')}</option>
          {shown.map((one) => (
            <option key={one.key} value={one.key}>
              {axisWord(values.axis, one, words)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {label(corridors, 'measure')}
        <select
          className={lens.field}
          value={values.measure}
          onChange={({ target }) => put({ measure: target.value as Measure })}
        >
          {(Object.keys(measures) as Measure[]).map((measure) => (
            <option key={measure} value={measure}>
              {of(measures, measure)}
            </option>
          ))}
        </select>
      </label>
      {share('leastPercent')}
      {share('mostPercent')}
      <div className={styles.whole}>
        <Refusals refusals={refusals} />
        <div className={lens.choices}>
          <button type='submit' className={lens.button}>
            {t('app.save')}
          </button>
          <button type='button' className={lens.button} onClick={close}>
            {t('app.cancel')}
          </button>
          {corridor && (
            <button
              type='button'
              className={lens.button}
              onClick={() => void send({ archived: true }, { archived: false })}
            >
              {t('balance.remove')}
            </button>
          )}
        </div>
      </div>
    </form>
  )
}

const valuesOf = ({ title, axis, value, measure, leastPercent, mostPercent }: Corridor): Values => ({
  title,
  axis,
  value,
  measure,
  leastPercent: leastPercent ?? null,
  mostPercent: mostPercent ?? null,
})

/** The fixed words of an axis, or the units and portfolios that any initiative has. */
function valuesOn(
  axis: Axis,
  {
    rows,
    tree,
    compare,
  }: { rows: readonly Initiative[]; tree: UnitTree; compare: (a: string, b: string) => number },
) {
  const order = orderOf(axis)
  if (order) return order.filter((key) => key !== 'unknown').map((key) => ({ key }))
  const held = balanceOf(rows, { down: axis, across: axis, tree, prices: new Map(), orderOf, compare })
  return held.down.filter(({ key }) => key !== UNKNOWN)
}

const withoutEmpty = (values: object) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
