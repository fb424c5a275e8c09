/** One more thing that an initiative waits for: one of ours, or as it is written; a circle is named before it is made. */
import { Button, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { Dependency } from '#src/lists/businessCase.ts'
import type { Ref } from '#src/lists/columns.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { circleThrough } from '#src/rules/initiatives/dependencies.ts'
import { wholeKeys } from '#src/rules/needs/wholeKeys.ts'
import { newKey } from '../act.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { useOptions } from '../ui/fields/options.ts'
import { OnePicker } from '../ui/fields/Picker.tsx'
import { Refusals } from '../ui/Refusals.tsx'
import type { Save } from './Dependencies.tsx'
import styles from './Initiative.module.css'

export function AddDependency({ of, all, save }: { of: string; all: readonly Dependency[]; save: Save }) {
  const { t } = useWords()
  const { session } = useSession()
  const known = useItems(session.data, initiatives)
  const options = useOptions('needs').filter((o) => 'key' in o.value && o.value.key !== of)
  const [needed, setNeeded] = useState<Ref>()
  const [text, setText] = useState('')
  const [added, setAdded] = useState(0)
  const circle = needed
    ? circleThrough({ key: '', initiative: { key: of, title: '' }, needs: needed }, all, wholeKeys(known))
    : []
  const through = circle.map((key) => {
    const one = known.find((i) => i.key === key)
    return { key, title: one ? `${one.number} ${one.title}` : key }
  })
  const add = async () => {
    const title = needed?.title ?? text.trim()
    if (!title || circle.length > 0) return
    if (!(await save(newKey(), { title, ...(needed && { needs: needed }) }))) return
    setNeeded(undefined)
    setText('')
    setAdded((n) => n + 1)
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <div className={styles.together}>
        <Field key={added} size='small' label={t('initiative.pickInitiative')}>
          <OnePicker
            label={t('initiative.pickInitiative')}
            options={options}
            value={needed}
            change={(v) => setNeeded((v as Ref | null) ?? undefined)}
          />
        </Field>
        <Field size='small' label={t('initiative.orText')}>
          <Input value={text} maxLength={255} disabled={!!needed} onChange={(_, d) => setText(d.value)} />
        </Field>
        <Button type='submit' disabledFocusable={(!needed && !text.trim()) || circle.length > 0}>
          {t('initiative.addDependency')}
        </Button>
      </div>
      <Refusals refusals={circle.length > 0 ? [{ why: 'circle', through }] : []} />
    </form>
  )
}
