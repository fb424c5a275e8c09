/** The dated steps of union cooperation: day, group, what, and what came of it. */
import { Button, Field, Input, Select } from '@fluentui/react-components'
import { type UnionResult, unionResults, type UnionStep } from '#src/lists/initiatives.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import styles from './Fields.module.css'

export function UnionStepsEdit({
  value,
  change,
}: {
  value: readonly UnionStep[]
  change: (value: UnionStep[] | null) => void
}) {
  const { t, word } = useWords()
  const { today } = useSession()
  const put = (index: number, changes: Partial<Record<keyof UnionStep, string>>) =>
    change(value.map((step, at) => (at === index ? without({ ...step, ...changes }) : step)))
  const remove = (index: number) => {
    const rest = value.filter((_, at) => at !== index)
    change(rest.length > 0 ? rest : null)
  }
  return (
    <div>
      <ol className={styles.plainList}>
        {value.map((step, index) => {
          const number = index + 1
          return (
            // A step has no name of its own; its place is what it is.
            <li key={number}>
              <fieldset className={styles.step}>
                <legend>{t('initiative.step', { number })}</legend>
                <Field size='small' label={t('initiative.stepDay')} required>
                  <Input type='date' value={step.day} onChange={(_, d) => put(index, { day: d.value })} />
                </Field>
                <Field size='small' label={t('initiative.stepGroup')} required>
                  <Input value={step.group} onChange={(_, d) => put(index, { group: d.value })} />
                </Field>
                <Field size='small' label={t('initiative.stepWhat')}>
                  <Input value={step.what} onChange={(_, d) => put(index, { what: d.value })} />
                </Field>
                <Field size='small' label={t('initiative.stepResult')}>
                  <Select value={step.result ?? ''} onChange={(_, d) => put(index, { result: d.value })}>
                    <option value=''>{t('initiative.noResult')}</option>
                    {(Object.keys(unionResults) as UnionResult[]).map((result) => (
                      <option key={result} value={result}>
                        {word('unionResults', result)}
                      </option>
                    ))}
                  </Select>
                </Field>
                <Button
                  size='small'
                  appearance='subtle'
                  aria-label={`${t('initiative.remove')} ${t('initiative.step', { number })}`}
                  onClick={() => remove(index)}
                >
                  {t('initiative.remove')}
                </Button>
              </fieldset>
            </li>
          )
        })}
      </ol>
      <Button
        size='small'
        onClick={() => change([...value, { day: today, group: value.at(-1)?.group ?? '', what: '' }])}
      >
        {t('initiative.addStep')}
      </Button>
    </div>
  )
}

/** No result is no column, not an empty one. */
function without({
  result,
  ...step
}: Record<keyof Omit<UnionStep, 'result'>, string> & { result?: string }): UnionStep {
  return { ...step, ...(result && { result: result as UnionResult }) }
}
